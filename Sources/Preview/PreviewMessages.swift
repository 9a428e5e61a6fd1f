package import Artifacts
package import Encoding

/// A request, as far as the preview goes by it.
package struct PreviewRequest: Sendable {
  package var method: String
  /// Path and query, as they were asked for.
  package var target: String
  /// The Host header.
  package var authority: String?
  package var cookies: String
  package var range: String?

  package init(
    _ method: String = "GET", _ target: String, authority: String? = "127.0.0.1:8080", cookies: String = "",
    range: String? = nil
  ) {
    self.method = method
    self.target = target
    self.authority = authority
    self.cookies = cookies
    self.range = range
  }
}

/// An answer.
package struct PreviewResponse: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Bytes
  /// What the body would have, where a HEAD has none.
  package var length: Int

  init(_ status: Int, _ mediaType: MediaType, _ body: Bytes, _ headers: [(name: String, value: String)] = []) {
    self.init(status, mediaType.rawValue, body, headers)
  }

  init(_ status: Int, _ mediaType: String, _ body: Bytes, _ headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = [("content-type", mediaType)] + headers
    self.body = body
    length = body.count
  }

  package subscript(header: String) -> String? { headers.first { $0.name == header }?.value }

  /// What every answer says: nobody keeps it, nobody guesses what it is, and no page of another site shows or reads it.
  func guarded() -> PreviewResponse {
    var response = self
    if response["cache-control"] == nil { response.headers.append(("cache-control", "no-store")) }
    response.headers += [
      ("x-content-type-options", "nosniff"), ("cross-origin-resource-policy", "same-origin"),
      ("content-security-policy", "frame-ancestors 'self'"),
    ]
    return response
  }
}

/// Which bytes of a file are asked for (RFC 9110 14.1.2): one range, or all.
enum ByteRange: Equatable {
  case all
  case part(Range<Int>)
  case unsatisfiable

  /// What is no range of bytes, or more than one, is passed over, as servers may.
  init(_ header: String?, of size: Int) {
    self = .all
    guard let header, header.hasPrefix("bytes="), !header.contains(",") else { return }
    let ends = header.dropFirst("bytes=".count).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return }
    let (first, last) = (Int(ends[0]), Int(ends[1]))
    if ends[0].isEmpty, let count = last {
      self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
    } else if let first, first >= 0, ends[1].isEmpty || last ?? -1 >= first {
      self = first >= size ? .unsatisfiable : .part(first..<(min(size - 1, last ?? size - 1) + 1))
    }
  }
}
