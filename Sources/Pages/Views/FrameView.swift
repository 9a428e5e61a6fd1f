import Templates
import Words

/// What every page has around its own content.
struct FrameView: TemplateView {
  let title: String
  let description: String
  let path: String
  let image: String?
  let breadcrumbs: [LinkView]
  let site: SiteView
  /// Rendered once a release: what stands in every `head`.
  let assets: String
  /// Rendered once a section, not once a page.
  let navigation: String
  /// Rendered once a release.
  let footer: String

  static let fields: [String: TemplateField<FrameView>] = [
    "title": .text { $0.title },
    "pageTitle": .text { $0.path == "/" ? $0.site.title : "\($0.title) · \($0.site.title)" },
    "description": .text { $0.description },
    "canonicalURL": .text { $0.site.baseURL + $0.path },
    "imageURL": .text { view in view.image.map { view.site.baseURL + $0 } },
    "breadcrumbs": .list(LinkView.self) { $0.breadcrumbs },
    "isHome": .flag { $0.path == "/" },
    "assets": .html { $0.assets },
    "navigation": .html { $0.navigation },
    "footer": .html { $0.footer },
    // Of the site, without a dot: `site.title` copies the whole site's view first, on every page.
    "language": .text { $0.site.language.tag },
    "validUntil": .text { $0.site.validUntil },
    "generatedAt": .text { $0.site.generatedAt },
    "generatedLabel": .text { $0.site.generatedLabel },
    "staleText": .text { $0.site.staleText },
    "words": .view(WordsView.self) { WordsView(words: $0.site.words) },
    "site": .view(SiteView.self) { $0.site },
  ]
}

/// The navigation as the pages of one section show it.
struct NavigationListView: TemplateView {
  let links: [NavigationView]
  let isHome: Bool
  let siteTitle: String
  let hasSearch: Bool
  let words: any Words

  static let fields: [String: TemplateField<NavigationListView>] = [
    "siteTitle": .text { $0.siteTitle },
    "hasSearch": .flag { $0.hasSearch },
    "words": .view(WordsView.self) { WordsView(words: $0.words) },
    "links": .list(NavigationView.self) { $0.links },
    "isHome": .flag { $0.isHome },
  ]
}

/// What is the same on all pages of a release.
struct SiteView: TemplateView {
  let title: String
  let baseURL: String
  let language: Language
  let unitName: String?
  let sections: [LinkView]
  let stylesheet: String
  let script: String
  let icp: String?
  let police: String?
  let policeCode: String?
  let sponsor: String?
  let siteCode: String?
  let address: String?
  let phone: String?
  let generatedLabel: String
  let generatedAt: String
  let validUntil: String
  let validUntilLabel: String
  /// Said once a release.
  let words: any Words
  let staleText: String
  let updated: String
  let scriptWords: String

  static let fields: [String: TemplateField<SiteView>] = [
    "title": .text { $0.title },
    "baseURL": .text { $0.baseURL },
    "language": .text { $0.language.tag },
    "unitName": .text { $0.unitName },
    "stylesheet": .text { $0.stylesheet },
    "script": .text { $0.script },
    "icp": .text { $0.icp },
    "police": .text { $0.police },
    "policeCode": .text { $0.policeCode },
    "sponsor": .text { $0.sponsor },
    "siteCode": .text { $0.siteCode },
    "address": .text { $0.address },
    "phone": .text { $0.phone },
    "generatedLabel": .text { $0.generatedLabel },
    "generatedAt": .text { $0.generatedAt },
    "validUntil": .text { $0.validUntil },
    "validUntilLabel": .text { $0.validUntilLabel },
    // When it was updated and until when it holds, with the time as a `time` element.
    "updated": .html { $0.updated },
    // What the theme's script says, as JSON.
    "scriptWords": .html { $0.scriptWords },
    "words": .view(WordsView.self) { WordsView(words: $0.words) },
  ]
}

struct LinkView: TemplateView {
  let title: String
  let url: String

  static let fields: [String: TemplateField<LinkView>] = [
    "title": .text { $0.title },
    "url": .text { $0.url },
  ]
}

struct NavigationView: TemplateView {
  let link: LinkView
  let isCurrent: Bool

  static let fields: [String: TemplateField<NavigationView>] = [
    "title": .text { $0.link.title },
    "url": .text { $0.link.url },
    "isCurrent": .flag { $0.isCurrent },
  ]
}

/// A line of a list of facts.
struct FactView: TemplateView {
  let label: String
  let value: String
  var url: String?

  static let fields: [String: TemplateField<FactView>] = [
    "label": .text { $0.label },
    "value": .text { $0.value },
    "url": .text { $0.url },
  ]
}

/// A titled row of links, such as the schedule's ways to filter.
struct LinkGroupView: TemplateView {
  let title: String
  let links: [NavigationView]

  static let fields: [String: TemplateField<LinkGroupView>] = [
    "title": .text { $0.title },
    "links": .list(NavigationView.self) { $0.links },
  ]
}
