import Fields

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What may be applied to a name, `count(items)`: not Mustache's own, but kept from the library that themes were first written for.
extension Reading {
  /// Nil where it does not fit the value.
  func transformed(by transform: String) -> Reading? {
    switch (self, transform) {
    case (.text(let form, let get), "capitalized") where form != .html: .text(.plain) { get($0)?.capitalized }
    case (.text(let form, let get), "lowercased") where form != .html: .text(.plain) { get($0)?.lowercased() }
    case (.text(let form, let get), "uppercased") where form != .html: .text(.plain) { get($0)?.uppercased() }
    case (.list(let list), "count"): .integer(least: 0) { list.count($0) }
    case (.list(let list), "empty"): .flag { list.count($0) == 0 }
    case (.list(let list), "reversed"): .list(list.reversed)
    case (.list(let list), "first"): list.element { _ in 0 }
    case (.list(let list), "last"): list.element { $0 - 1 }
    case (.integer(_, let get), "equalzero"): .flag { get($0) == 0 }
    case (.integer(_, let get), "even"): .flag { get($0).map { $0 & 1 == 0 } ?? false }
    case (.integer(_, let get), "odd"): .flag { get($0).map { $0 & 1 == 1 } ?? false }
    case (.integer(_, let get), "plusone"): .integer(least: nil) { get($0).map { $0 &+ 1 } }
    case (.integer(_, let get), "minusone"): .integer(least: nil) { get($0).map { $0 &- 1 } }
    default: nil
    }
  }
}

extension ListReading {
  fileprivate var reversed: ListReading {
    ListReading(of: element) { [read] address, show in
      read(address) { elements in
        var elements = elements
        elements.isReversed.toggle()
        show(elements)
      }
    }
  }

  /// One of a list of views.
  fileprivate func element(at index: @escaping @Sendable (_ count: Int) -> Int) -> Reading? {
    guard case .record(let form) = element else { return nil }
    return .record(form) { [read] address, show in
      var isThere = false
      read(address) { elements in
        guard let element = elements.address(index(elements.count)) else { return }
        show(element)
        isThere = true
      }
      return isThere
    }
  }
}

/// `first()`, `index()` …: they speak of the place in the list around. Outside a list nothing is first and nothing has an index.
enum ListPlace: String, Sendable {
  case first, last, even, odd

  func holds(_ index: Int, of count: Int) -> Bool {
    guard index < count else { return false }
    return switch self {
    case .first: index == 0
    case .last: index == count - 1
    case .even: index & 1 == 0
    case .odd: index & 1 == 1
    }
  }
}
