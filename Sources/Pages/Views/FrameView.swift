import Artifacts
import CivilTime
import Community
import Encoding
import Fields
import PublicText
import Templates
import Words

/// What every page has around its own content.
struct FrameView: TemplateView {
  let title: String
  let description: String
  let path: String
  let shared: SharedPicture?
  let isArticle: Bool
  let showsDaysAhead: Bool
  let breadcrumbs: [LinkView]
  let alternates: [AlternateView]
  /// Made where a template shows it.
  let markup: @Sendable () -> String
  /// The same with what an activity's page says besides.
  var wholeMarkup: @Sendable () -> String = { "" }
  var hasMarkup: @Sendable () -> Bool = { true }
  let site: SiteView
  /// Rendered once a release: what stands in every `head`.
  let assets: String
  /// Rendered once a section, not once a page.
  let navigation: String
  /// Rendered once a release.
  let footer: String

  static let about = "What every page has around its own content."
  static let fields: [Field<FrameView>] = [
    Field("title", "the page's title", .text { $0.title }),
    Field(
      "pageTitle", "the title for the browser's window: the page's and the site's",
      .text { $0.path == "/" ? $0.site.title : "\($0.title) · \($0.site.title)" }),
    Field("description", "what the page is, for search engines", .text { $0.description }),
    Field("canonicalURL", "the page's full address", .text { $0.site.baseURL + $0.path }),
    Field(
      "imageURL", "the full address of the picture that chats show beside a link to the page: its own, or its card",
      .optionalText { view in
        // Not by `map`: its closure takes a copy of the whole view.
        guard let picture = view.shared else { return nil }
        return view.site.baseURL + picture.url
      }),
    Field("imageWidth", "how wide that picture is, in pixels", .optionalInteger(least: 1) { $0.shared?.width }),
    Field("imageHeight", "how high it is, in pixels", .optionalInteger(least: 1) { $0.shared?.height }),
    Field("imageText", "the same picture in words", .optionalText { $0.shared?.text }),
    Field(
      "isOwnImage", "whether that picture is of this page, and not the card of its whole section",
      .flag { $0.shared?.isOwn == true }),
    Field(
      "isArticle", "whether the page is a text of its own, not a list or a front page: `article` in Open Graph's words",
      .flag { $0.isArticle }),
    Field(
      "breadcrumbs", "the way to the page, without the home page and itself; empty a step below home",
      .list(LinkView.self) { $0.breadcrumbs }),
    Field(
      "pageMarkup",
      "what the page is in schema.org's words, for search engines, as JSON; it stands in a `script` of the type `application/ld+json`",
      .html { $0.markup() }),
    Field(
      "wholeMarkup",
      "the same with what `structuredData` says of an activity, in one; where it is shown, `structuredData` is not",
      .html { $0.wholeMarkup() }),
    Field("hasMarkup", "whether that says anything: not of activities that are over", .flag { $0.hasMarkup() }),
    Field(
      "alternates", "feeds and calendars that say what the page says, for its head",
      .list(AlternateView.self) { $0.alternates }),
    Field("isHome", "whether it is the home page", .flag { $0.path == "/" }),
    Field("assets", "what `blocks/head` gives: styles, scripts and feeds for the page's head", .html { $0.assets }),
    Field("navigation", "what `blocks/navigation` gives", .html { $0.navigation }),
    Field("footer", "what `blocks/footer` gives", .html { $0.footer }),
    // Of the site, without a dot: `site.title` copies the whole site's view first, on every page.
    Field("language", "the site's language, for the `lang` attribute", .text { $0.site.language.tag }),
    Field(
      "horizonEnd", "the moment from which the page is old (RFC 3339), of pages that show the days ahead",
      .optionalText { $0.showsDaysAhead ? $0.site.validUntil : nil }),
    Field("zoneOffset", "how far the site's time is ahead of UTC: +08:00", .text { $0.site.zoneOffset }),
    Field(
      "releaseURL", "the file that says when the site was last built and until when that holds",
      .text { _ in SitePath.releaseFile.url }),
    Field(
      "validUntil", "the moment from which the page is old (RFC 3339); a page that says it is another every day",
      .text { $0.site.validUntil }),
    Field(
      "generatedAt", "the moment of the build (RFC 3339); a page that says it is another with every build",
      .text { $0.site.generatedAt }),
    Field(
      "generatedLabel", "the same moment in words; a page that says it is another with every build",
      .text { $0.site.generatedLabel }),
    Field(
      "staleText",
      "that the page is from then and may be out of date, as a sentence; a page that says it is another with every build",
      .text { $0.site.staleText }),
    Field(
      "words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.site.words) }),
    Field("site", "what is the same on all pages", .record(SiteView.self) { $0.site }),
  ]
}

/// The navigation as the pages of one section show it.
struct NavigationListView: TemplateView {
  let links: [NavigationView]
  let isHome: Bool
  let siteTitle: String
  let hasSearch: Bool
  let words: any Words

  static let about = "The navigation as the pages of one section show it."
  static let fields: [Field<NavigationListView>] = [
    Field("siteTitle", "what the site is called", .text { $0.siteTitle }),
    Field("hasSearch", "whether the site has a search page", .flag { $0.hasSearch }),
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("links", "the sections", .list(NavigationView.self) { $0.links }),
    Field("isHome", "whether it is the home page's", .flag { $0.isHome }),
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
  let viewScript: String?
  let icp: String?
  let police: String?
  let policeCode: String?
  let sponsor: String?
  let siteCode: String?
  let address: String?
  let phone: String?
  let horizon: Horizon
  let zoneOffset: String
  let validUntil: String
  let validUntilLabel: String
  /// Said once a release.
  let words: any Words
  let scriptWords: String
  /// nil where the site is too large for one.
  let calendarURL: String?

  // Asked for by own themes alone: each is another with every build.
  var generatedLabel: String { words.moment(horizon.localNow) }
  var generatedAt: String { TimeText.rfc3339(horizon.now, in: horizon.zone) }
  var staleText: String { words.stale(since: generatedLabel) }
  var updated: String {
    words.updated(
      at: "<time datetime=\"\(generatedAt)\">\(Markup.escaped(generatedLabel))</time>",
      validUntil: Markup.escaped(validUntilLabel))
  }

  static let about = "What is the same on all pages of a release."
  static let fields: [Field<SiteView>] = [
    Field("title", "what the site is called", .text { $0.title }),
    Field("baseURL", "the site's address, without a slash at the end", .text { $0.baseURL }),
    Field("language", "the site's language, for the `lang` attribute", .text { $0.language.tag }),
    Field("unitName", "the unit that publishes the site", .optionalText { $0.unitName }),
    Field("stylesheet", "the address of the theme's `style.css`", .text { $0.stylesheet }),
    Field("script", "the address of the theme's `site.js`", .text { $0.script }),
    Field(
      "viewScript", "the address of the theme's `view.js`, which is run before anything is painted",
      .optionalText { $0.viewScript }),
    Field("icp", "the number of the ICP filing", .optionalText { $0.icp }),
    Field("police", "the number of the public security filing, as it is shown", .optionalText { $0.police }),
    Field("policeCode", "the digits of that number, for its link", .optionalText { $0.policeCode }),
    Field("sponsor", "who runs the site", .optionalText { $0.sponsor }),
    Field("siteCode", "the code that government websites have", .optionalText { $0.siteCode }),
    Field("address", "street and number, for the footer", .optionalText { $0.address }),
    Field("phone", "an office number, for the footer", .optionalText { $0.phone }),
    Field(
      "phoneURL", "what dials it; nothing where it is no number",
      .optionalText { $0.phone.flatMap { PhoneNumber($0)?.link } }),
    Field("generatedLabel", "the moment of the build, in words", .text { $0.generatedLabel }),
    Field(
      "generatedAt", "the moment of the build (RFC 3339); a page that says it is another with every build",
      .text { $0.generatedAt }),
    Field(
      "validUntil", "the moment from which nothing is promised (RFC 3339); a page that says it is another every day",
      .text { $0.validUntil }),
    Field("validUntilLabel", "the same moment in words", .text { $0.validUntilLabel }),
    Field(
      "updated", "when the site was updated and until when it holds, as a sentence with a `time` element",
      .html { $0.updated }),
    Field(
      "calendarURL", "the calendar of all activities; nothing where there are too many for one",
      .optionalText { $0.calendarURL }),
    Field("scriptWords", "what the theme's script says, as JSON", .html { $0.scriptWords }),
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
  ]
}

struct LinkView: TemplateView {
  let title: String
  let url: String

  static let about = "A link."
  static let fields: [Field<LinkView>] = [
    Field("title", "its text", .text { $0.title }),
    Field("url", "its address", .text { $0.url }),
  ]
}

struct NavigationView: TemplateView {
  let link: LinkView
  let isCurrent: Bool

  static let about = "A link that knows whether it leads to where the reader is."
  static let fields: [Field<NavigationView>] = [
    Field("title", "its text", .text { $0.link.title }),
    Field("url", "its address", .text { $0.link.url }),
    Field("isCurrent", "whether the reader is there", .flag { $0.isCurrent }),
  ]
}

/// A line of a list of facts.
struct FactView: TemplateView {
  let label: String
  let value: String
  var url: String?

  static let about = "A line of a list of facts."
  static let fields: [Field<FactView>] = [
    Field("label", "what the line is about: time, place, telephone", .text { $0.label }),
    Field("value", "what it says", .text { $0.value }),
    Field("url", "a page that says more", .optionalText { $0.url }),
  ]
}

extension FactView {
  init(_ fact: PageFact) { self.init(label: fact.label, value: fact.value, url: fact.url) }
}

/// A titled row of links, such as the schedule's ways to filter.
struct LinkGroupView: TemplateView {
  let title: String
  let links: [NavigationView]

  static let about = "A titled row of links, such as the schedule's ways to narrow it down."
  static let fields: [Field<LinkGroupView>] = [
    Field("title", "what stands before it", .text { $0.title }),
    Field("links", "the links", .list(NavigationView.self) { $0.links }),
  ]
}
