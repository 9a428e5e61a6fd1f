import TestSupport

/// A calendar's events as their properties, unfolded (RFC 5545 §3.1).
struct ParsedCalendar {
  struct Event {
    /// Name with parameters, and value, in order.
    fileprivate(set) var properties: [(name: String, value: String)] = []

    /// Values of a property, whatever its parameters.
    func all(_ name: String) -> [String] {
      properties.filter { $0.name.split(separator: ";")[0] == name }.map(\.value)
    }

    subscript(name: String) -> String? { all(name).first }

    /// The name with its parameters.
    func written(_ name: String) -> String? {
      properties.first { $0.name.split(separator: ";")[0] == name }?.name
    }
  }

  private(set) var events: [Event] = []

  init(_ text: String) {
    var event: Event?
    for line in text.replacing("\r\n ", with: "").split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let (name, value) = (String(line[..<colon]), String(line[line.index(after: colon)...]))
      switch (name, value) {
      case ("BEGIN", "VEVENT"): event = Event()
      case ("END", "VEVENT"):
        if let event { events.append(event) }
        event = nil
      default: event?.properties.append((name, value))
      }
    }
  }

  /// Those of a UID without its host.
  subscript(id: String) -> [Event] { events.filter { $0["UID"] == id + "@a.example" } }
}

extension PublishedFiles {
  func calendar(_ url: String) throws -> ParsedCalendar { ParsedCalendar(try text(url)) }
}
