import Assembly
import Dispatch
import Encoding
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// The preview over HTTP: what `PreviewResponder` answers, and the stream of events by which browsers are told of changes (Server-Sent Events).
package struct PreviewServer: Sendable {
  private let site: PreviewSite
  private let host: String
  private let port: Int
  private let files: PreviewFiles
  private let makeHosts: HostRule
  /// Pages are made where nobody waits for an event loop.
  private let work = DispatchQueue(label: "preview.answers", attributes: .concurrent)

  /// - Parameter port: 0: one that is free.
  package init(_ site: PreviewSite, host: String, port: Int, hosts: HostRule) {
    self.site = site
    self.host = host
    self.port = port
    makeHosts = hosts
    files = PreviewFiles(site)
  }

  /// Why it can't listen.
  package enum Failure: Error, Sendable {
    case addressInUse
    case refused(Int32, String)
  }

  /// Answers until the process ends.
  ///
  /// - Parameter isRunning: told the port when it listens.
  package func run(_ isRunning: @escaping @Sendable (Int) -> Void) async throws(Failure) {
    var logger = Logger(label: "gongshi.preview")
    logger.logLevel = .critical
    let responder = PreviewResponder(site, hosts: makeHosts)
    let server = Server(
      childChannelSetup: HTTP1Channel(responder: { (request, writer: consuming ResponseWriter, _) in
        try await respond(to: request, responder, writer)
      }),
      configuration: ServerConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in isRunning(channel.localAddress?.port ?? port) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    let pulse = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(10))
        site.news.tell(.still)
      }
    }
    defer { pulse.cancel() }
    do {
      try await server.run()
    } catch let error as IOError {
      throw error.errnoCode == 98 ? .addressInUse : .refused(error.errnoCode, "\(error)")
    } catch {
      throw .refused(0, "\(error)")
    }
  }

  private func respond(
    to request: Request, _ responder: PreviewResponder, _ writer: consuming ResponseWriter
  ) async throws {
    let asked = PreviewRequest(request.head)
    if responder.asksForNews(asked) { return try await tell(asked, writer) }
    let response = await withCheckedContinuation { done in
      work.async { done.resume(returning: responder.response(to: asked)) }
    }
    var head = HTTPResponse(status: .init(code: response.status))
    for (name, value) in response.headers {
      if let name = HTTPField.Name(name) { head.headerFields[name] = value }
    }
    try await writer.write(
      response: head,
      body: response.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
  }

  /// One line now, so that a page that was made before knows, and one after each change.
  private func tell(_ request: PreviewRequest, _ writer: consuming ResponseWriter) async throws {
    let key = PreviewResponder.key(request, drafts: site.settings.options.includeDrafts)
    var head = HTTPResponse(status: .ok)
    head.headerFields[.contentType] = "text/event-stream"
    head.headerFields[.cacheControl] = "no-store"
    var body: any ResponseBodyWriter = try await writer.writeHead(head)
    let news = site.news.listen()
    try await body.write(line("retry: 400\n\n"))
    try await body.write(event(key))
    for await item in news {
      switch item {
      case .read: try await body.write(event(key))
      case .still: try await body.write(line(": \n\n"))
      }
    }
    try await body.finish(nil)
  }

  private func event(_ key: PreviewKey) async -> ByteBuffer {
    let news = await withCheckedContinuation { done in
      work.async { [files] in done.resume(returning: files.news(key)) }
    }
    return ByteBuffer(bytes: Bytes("data: ".utf8) + news + Bytes("\n\n".utf8))
  }

  private func line(_ text: String) -> ByteBuffer { ByteBuffer(string: text) }
}

extension PreviewRequest {
  fileprivate init(_ head: HTTPRequest) {
    self.init(
      head.method.rawValue, head.path ?? "/", authority: head.authority,
      cookies: head.headerFields[values: .cookie].joined(separator: "; "), range: head.headerFields[.range])
  }
}
