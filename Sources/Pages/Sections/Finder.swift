import Activities
import Community
import Content
import PublicText
import Vocabulary
import Words

extension PortalContext {
  /// What a page finds: the units of its unit, which may be the whole site.
  func finder(on page: PublicPage) -> FinderView? {
    guard page.page.details.isFinder, case .list(let details) = page.page.details else { return nil }
    let phone = details.contact ?? (page.unit ?? community.site.unit.flatMap { community.units[$0] })?.phone
    // Any other text stands among the page's facts.
    let office = phone.flatMap { phone in PhoneNumber(phone)?.link.map { LinkView(title: phone, url: $0) } }
    return FinderView(
      finder: community.finderBook(of: page.unit?.id), script: finderScript.url, office: office, words: words)
  }
}
