package import Content
import Vocabulary

extension Community {
  /// Where something that an entry names is shown; nil where it is not public.
  package func url(of subject: NamedSubject) -> String? {
    switch subject {
    case .venue(let id): venue(id)?.url
    case .activity(let id): activity(id)?.url
    case .list(let id): lists[id].flatMap { lists.page(of: $0) }
    case .page(let kind, let slug): page(kind, slug).flatMap { $0.isExpired ? nil : $0.page.url }
    }
  }

  /// The valid brands that something carries, in their order.
  func brands(carriedBy subject: NamedSubject) -> [PublicPage] {
    pages(of: .brand).filter { page in
      !page.isExpired && page.brandDetails?.carriers.contains { $0.subject == subject } ?? false
    }
  }
}
