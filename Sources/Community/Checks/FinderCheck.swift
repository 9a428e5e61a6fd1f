import Activities
import Content
import Diagnostics
import Vocabulary

/// Addresses are found on some page, a page that finds them has some, and no more than a phone takes.
struct FinderCheck {
  /// What a page answers from lies in the page: so many rows are some 700 KB, 70 KB as they travel (decision 0037).
  static let most = 5000

  private let community: Community
  private let content: Content

  init(_ community: Community, content: Content) {
    self.community = community
    self.content = content
  }

  func problems() -> [Diagnostic] { content.pages.flatMap(ofPage) + unshown() }

  private func ofPage(_ page: Page) -> [Diagnostic] {
    guard page.details.isFinder else { return [] }
    let count = community.finder.addresses(of: page.unit, in: community.units).count
    if count == 0 {
      return [
        .warning(
          "finder.no-addresses", zh: "还没有登记门牌，这个页面什么也查不到", en: "there are no addresses for this page to find",
          hint: Message(
            zh: "在“门牌”表（unit_address）里写上每个网格的路名和起止号，或改正 unit",
            en: "write the roads and numbers of each grid in unit_address, or mend `unit`"), at: .file(path: page.file))
      ]
    }
    guard count > Self.most else { return [] }
    return [
      .warning(
        "finder.too-many", zh: "这个页面有 \(count) 段门牌，手机打开会慢",
        en: "this page has \(count) ranges of addresses, slow on a phone",
        hint: Message(
          zh: "按社区分成几个页面，各写 unit；每页不超过 \(Self.most) 段",
          en: "make a page of each community, with its `unit`; a page takes \(Self.most)"), at: .file(path: page.file))
    ]
  }

  private func unshown() -> [Diagnostic] {
    guard
      let address = community.finder.addresses.first(where: {
        community.finder.url(for: $0.unit.id, in: community.units) == nil
      })
    else { return [] }
    return [
      .warning(
        "finder.not-shown", zh: "登记了\(address.unit.name)的门牌，没有页面能查到",
        en: "no page finds the addresses of \(address.unit.name)",
        hint: Message(
          zh: "加一个页面，写 kind: list、layout: finder；只查一个单位的再写 unit",
          en: "add a page with `kind: list` and `layout: finder`, and `unit` where it is for one alone"),
        at: .row(
          database: content.site.database, table: "unit_address",
          key: "unit_id=\(address.unit.id),road=\(address.record.road),first=\(address.record.first)", column: nil))
    ]
  }
}
