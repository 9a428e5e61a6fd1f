import Activities
import Content
import Diagnostics
import Vocabulary

/// A service's id is its own over all menus and lists: feeds and screens name it by that.
struct ServiceCheck {
  private let content: Content
  private let data: ActivityData

  init(_ content: Content, _ data: ActivityData) {
    self.content = content
    self.data = data
  }

  func problems() -> [Diagnostic] {
    var owners = Dictionary(
      data[OfferRecord.self].map { offer in
        (
          offer.id,
          Location.row(database: content.site.database, table: "offer", key: "id=\(offer.id)", column: "id")
        )
      }, uniquingKeysWith: { first, _ in first })
    var problems: [Diagnostic] = []
    for page in content.publishablePages {
      guard case .menu(let menu) = page.details else { continue }
      for service in menu.services {
        if let owner = owners[service.id] {
          problems.append(
            .error(
              "service.duplicate-id", zh: "服务编号“\(service.id)”已用于 \(owner)",
              en: "service “\(service.id)” is also at \(owner)",
              hint: Message(zh: "换一个编号", en: "choose another id"), at: service.location))
        } else {
          owners[service.id] = service.location
        }
      }
    }
    return problems
  }
}
