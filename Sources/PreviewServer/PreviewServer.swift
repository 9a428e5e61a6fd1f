import Dispatch
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
package import Preview

/// The preview over HTTP: what `PreviewResponder` answers, and the stream of events by which browsers learn of changes (Server-Sent Events).
package struct PreviewServer: Sendable {
  private let responder: PreviewResponder
  private let host: String
  private let port: Int
  /// Pages are made where nobody waits for an event loop.
  private let work = DispatchQueue(label: "preview.answers", attributes: .concurrent)

  /// - Parameter port: 0: one that is free.
  package init(_ responder: PreviewResponder, host: String, port: Int) {
    self.responder = responder
    self.host = host
    self.port = port
  }

  /// Why it can't listen.
  package enum Failure: Error, Sendable {
    case addressInUse
    case refused(Int32, String)
  }

  /// Answers until the process ends.
  ///
  /// - Parameter isRunning: called with the port when it listens.
  package func run(_ isRunning: @escaping @Sendable (Int) -> Void) async throws(Failure) {
    var logger = Logger(label: "gongshi.preview")
    logger.logLevel = .critical
    let server = Server(
      childChannelSetup: HTTP1Channel(
        responder: { (request, writer: consuming ResponseWriter, _) in try await respond(to: request, writer) },
        configuration: .init(idleTimeout: Self.patience)),
      configuration: ServerConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { channel in isRunning(channel.localAddress?.port ?? port) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    let pulse = Task {
      while !Task.isCancelled {
        try await Task.sleep(for: .seconds(10))
        responder.keepAlive()
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

  /// How long a connection may ask for nothing, or be asking: browsers open a new one, and a thousand that say nothing would leave no room.
  private static let patience = TimeAmount.seconds(60)

  private func respond(to request: Request, _ writer: consuming ResponseWriter) async throws {
    // Two names, of which one is this machine's: whoever passed it on may have gone by the other (RFC 9112, 3.2).
    if let name = HTTPField.Name("Host"), request.head.headerFields[name] != nil {
      return try await writer.writeResponse(HTTPResponse(status: .badRequest))
    }
    let asked = PreviewRequest(request.head)
    if let events = responder.events(for: asked) { return try await stream(events, writer) }
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

  private func stream(_ events: PreviewEvents, _ writer: consuming ResponseWriter) async throws {
    var head = HTTPResponse(status: .ok)
    head.headerFields[.contentType] = PreviewEvents.mediaType
    head.headerFields[.cacheControl] = "no-store"
    var body: any ResponseBodyWriter = try await writer.writeHead(head)
    try await body.write(lines(events, nil))
    for await item in events.news { try await body.write(lines(events, item)) }
    try await body.finish(nil)
  }

  private func lines(_ events: PreviewEvents, _ item: PreviewNews.Item?) async -> ByteBuffer {
    await withCheckedContinuation { done in
      work.async { done.resume(returning: ByteBuffer(bytes: events.lines(item))) }
    }
  }
}

extension PreviewRequest {
  fileprivate init(_ head: HTTPRequest) {
    self.init(
      head.method.rawValue, head.path ?? "/", authority: head.authority,
      cookies: head.headerFields[values: .cookie].joined(separator: "; "), range: head.headerFields[.range])
  }
}
