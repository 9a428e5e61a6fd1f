import Assembly
import Encoding

/// `changes.json`: what would change in `public/`, for the preview's bar.
struct ChangesFile {
  private let changes: PublicationChanges?
  private let isPublished: Bool

  init(_ site: PreviewSite) {
    let (last, files) = site.asLastPublished()
    isPublished = last != nil && !files.isEmpty
    changes = site.shown(PreviewKey()).good.map { now in
      PublicationChanges(
        .init(now.shelf), asLast: last.map { .init($0.shelf) },
        .init(files: files, bytes: site.settings.publishedFile), jobs: site.settings.options.jobs)
    }
  }

  func json() -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("hasErrors", changes == nil)
      json.field("isPublished", changes == nil || isPublished)
      write("added", changes: changes?.added, json: &json)
      write("changed", changes: changes?.changed, json: &json)
      write("gone", changes: changes?.gone, json: &json)
      json.field("otherFiles", (changes?.otherFiles ?? 0) + (changes?.screens.count ?? 0))
    }
    return json.file
  }

  private func write(_ name: StaticString, changes: PublicationChanges.Changes?, json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      json.field("count", changes?.count ?? 0)
      json.key("pages")
      json.array(changes?.listed ?? []) { json, change in
        json.object { json in
          json.field("url", change.url)
          json.field("title", change.title)
        }
      }
    }
  }
}
