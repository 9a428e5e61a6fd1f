import Fields

extension Reading {
  /// `site.title`: read from the record that another reading shows.
  func within(_ outer: @escaping RecordReader) -> Reading {
    switch self {
    case .text(let form, let get): .text(form) { Self.value($0, in: outer, get) ?? nil }
    case .flag(let get): .flag { Self.value($0, in: outer, get) ?? false }
    case .integer(let least, let get): .integer(least: least) { Self.value($0, in: outer, get) ?? nil }
    case .number(let get): .number { Self.value($0, in: outer, get) ?? nil }
    case .record(let form, let read):
      .record(form) { address, show in
        var isThere = false
        _ = outer(address) { isThere = read($0, show) }
        return isThere
      }
    case .list(let list):
      .list(
        ListReading(of: list.element) { address, show in
          if !outer(address, { list.read($0, show) }) { show(.none) }
        })
    }
  }

  private static func value<Value>(
    _ address: Address, in outer: RecordReader, _ get: @escaping @Sendable (Address) -> Value
  ) -> Value? {
    var value: Value?
    _ = outer(address) { value = get($0) }
    return value
  }
}
