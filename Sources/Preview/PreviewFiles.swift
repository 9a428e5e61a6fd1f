import Artifacts
import BrowserFiles
import CivilTime
import Community
import Content
import Diagnostics
import Encoding
import Words

/// The preview's own files below `/_gongshi/`: its script and sheet, the page with frames, and what the bar is given.
struct PreviewFiles: Sendable {
  private let site: PreviewSite

  init(_ site: PreviewSite) { self.site = site }

  /// nil where there is no such file.
  func answer(_ name: String, _ key: PreviewKey) -> PreviewResponse? {
    let kept = [("cache-control", "max-age=86400")]
    switch name {
    case "preview.js": return .init(200, .javaScript, BrowserFile.preview.enclosed, kept)
    case "preview.css": return .init(200, .css, BrowserFile.previewStyle.published, kept)
    case "status.json": return .init(200, .json, status(key))
    case "pages.json": return .init(200, .json, pages(key))
    case "changes.json": return .init(200, .json, ChangesFile(site).json())
    case "view/": return .init(200, .html, frames(key))
    default: return nil
    }
  }

  /// A page with nothing in it but the preview's script.
  func page(_ tag: Bytes, isView: Bool = false) -> Bytes {
    let language = site.site?.language ?? .simplifiedChinese
    var out = Bytes("<!DOCTYPE html>\n<html lang=\"\(language.tag)\"><head>".utf8)
    out += tag
    out += Bytes("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>".utf8)
    out.append(escaping: language.words.previewTitle)
    out += Bytes("</title><link rel=\"icon\" href=\"data:,\">".utf8)
    if isView { out += Bytes("<link rel=\"stylesheet\" href=\"\(PreviewResponder.own)preview.css?\(site.run)\">".utf8) }
    out += Bytes("</head><body\(isView ? " class=\"frames\"" : "")></body></html>\n".utf8)
    return out
  }

  private func frames(_ key: PreviewKey) -> Bytes {
    let script = "\(PreviewResponder.own)preview.js?\(site.run)"
    return page(
      Bytes(
        "<script src=\"\(script)\" data-version=\"\(site.version)\" data-view=\"1\" data-errors=\"0\"></script>".utf8),
      isView: true)
  }

  // MARK: What the bar is given

  /// Of many problems the first are enough to go on with.
  private static let mostProblems = 60
  private static let mostPages = 500

  /// What every listener is sent: whether to show the page again.
  func news(_ key: PreviewKey) -> Bytes {
    let view = site.shown(key)
    var json = JSONWriter()
    json.object { json in
      json.field("version", site.version)
      json.field("errors", view.problems.count { $0.severity == .error })
      json.field("warnings", view.problems.count { $0.severity == .warning })
    }
    return json.bytes
  }

  private func status(_ key: PreviewKey) -> Bytes {
    let view = site.shown(key)
    let language = site.site?.language ?? .simplifiedChinese
    let messages: MessageLanguage = language == .english ? .en : .zh
    let problems = view.problems.inReadingOrder()
    let ordered = problems.filter { $0.severity == .error } + problems.filter { $0.severity == .warning }
    let shown = site.settings.describe(Array(ordered.prefix(Self.mostProblems)), messages)
    let good = site.good(key)
    var json = JSONWriter()
    json.object { json in
      json.field("version", site.version)
      json.field("errors", ordered.count { $0.severity == .error })
      json.field("warnings", ordered.count { $0.severity == .warning })
      json.key("problems")
      json.array(shown) { $1.write(to: &$0) }
      json.field("title", site.site?.title ?? "")
      json.field("base", BaseURL.path(of: site.site?.baseURL ?? ""))
      json.field("drafts", key.drafts)
      json.field("clock", (key.at ?? site.settings.fixedNow)?.seconds)
      json.field("isChosen", key.at != nil)
      if let good { write(good.community.horizon, to: &json) }
      json.key("screens")
      json.array(good?.community.screens ?? []) { json, screen in
        json.object { json in
          json.field("title", screen.title)
          json.field("url", SitePath.screen(screen.id).url)
          json.field("width", screen.width)
          json.field("height", screen.height)
        }
      }
      json.key("unpublished")
      json.array((good?.unpublished ?? []).prefix(Self.mostPages)) { json, page in
        json.object { json in
          json.field("url", page.url)
          json.field("title", page.title)
          json.field("why", language.words.previewReason(page))
        }
      }
      json.key("words")
      PreviewScriptWords.write(language.words, to: &json)
    }
    return json.file
  }

  /// What the slider goes over, in Unix seconds: today from its beginning, and the days after it that are covered.
  private func write(_ horizon: Horizon, to json: inout JSONWriter) {
    let zone = horizon.zone
    let now = site.settings.fixedNow ?? site.settings.clock()
    let today = zone.local(now).date
    json.field("now", horizon.now.seconds)
    json.field("present", now.seconds)
    json.field("first", zone.instant(of: LocalDateTime(today)).seconds)
    json.field("last", zone.instant(of: LocalDateTime(today + (horizon.days + 1))).seconds)
    json.field("offset", zone.offsetMinutes * 60)
  }

  private func pages(_ key: PreviewKey) -> Bytes {
    var json = JSONWriter()
    json.array(site.good(key)?.community.sources ?? []) { json, page in
      json.object { json in
        json.field("url", page.url)
        json.field("title", page.title)
        json.field("file", page.file)
      }
    }
    return json.file
  }
}

extension Words {
  fileprivate func previewReason(_ page: UnpublishedPage) -> String {
    switch page.reason {
    case .draft: previewDraft
    case .due(let time): previewDue(date(time.date))
    case .unapproved: previewUnapproved
    }
  }
}
