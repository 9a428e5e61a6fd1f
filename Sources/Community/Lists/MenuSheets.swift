import Activities
package import Content
import Encoding
package import Spreadsheets
import Vocabulary

/// The services that stand in a menu's front matter as sheets: one of the list, one of its offers, to be imported as any others.
package enum MenuSheets {
  /// The list that the menu then names.
  package static func list(of page: Page) -> String { "menu-\(page.slug)" }

  /// - Returns: nil for a page that has none.
  package static func workbook(of page: Page) -> Workbook? {
    guard case .menu(let menu) = page.details, !menu.services.isEmpty else { return nil }
    let list = list(of: page)
    return Workbook(sheets: [
      sheet(
        "list", header: ["id", "shape", "title", "of", "unit_id", "page"],
        rows: [
          [
            list, ListShape.offer.rawValue, page.title,
            (menu.category == .lecture ? ListContent.lecture : .service).rawValue, page.unit?.text, page.url,
          ]
        ]),
      sheet(
        "offer",
        header: [
          "id", "list_id", "title", "position", "summary", "provider", "partner", "fee_yuan", "per", "trial",
          "audience",
          "hours", "conditions", "order_by", "phone",
        ],
        rows: menu.services.enumerated().map { position, item in
          let (per, price) = price(of: item)
          return [
            item.id.text, list, item.title, "\(position + 1)", item.summary, item.provider, item.partner?.text,
            item.feeYuan.map(NumberText.plain), per, item.trial, item.audience, item.hours, price, item.howTo,
            item.phone,
          ]
        }),
    ])
  }

  /// `15元/次` beside 15 yuan says what it is for; what else a price says is kept as a condition.
  private static func price(of item: ServiceItem) -> (per: String?, rest: String?) {
    guard let price = item.price else { return (nil, nil) }
    guard let fee = item.feeYuan else { return (nil, price) }
    let text = price.filter { $0 != " " }
    if fee == 0, text == "免费" { return (nil, nil) }
    for amount in [NumberText.plain(fee), NumberText.grouped(fee)] where text.hasPrefix(amount + "元") {
      let unit = text.dropFirst(amount.count + 1)
      if unit.isEmpty { return (nil, nil) }
      if unit.hasPrefix("/"), !unit.dropFirst().contains(where: { "，。；起".contains($0) }) {
        return (String(unit.dropFirst()), nil)
      }
    }
    return (nil, price)
  }

  private static func sheet(_ name: String, header: [String], rows: [[String?]]) -> Sheet {
    func row(_ number: Int, _ cells: [String?]) -> SheetRow {
      SheetRow(
        number: number,
        cells: cells.enumerated().compactMap { index, text in
          text.map { .init(column: index + 1, cell: .text($0)) }
        })
    }
    return Sheet(name: name, rows: [row(1, header)] + rows.enumerated().map { row($0 + 2, $1) })
  }
}
