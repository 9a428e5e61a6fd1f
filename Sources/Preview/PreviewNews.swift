import Synchronization

/// Tells all browsers that listen.
package final class PreviewNews: Sendable {
  package enum Item: Sendable {
    /// The site was read again.
    case read
    /// Nothing happened, and the line is still there.
    case still
  }

  private struct State {
    var last = 0
    var listeners: [Int: AsyncStream<Item>.Continuation] = [:]
  }

  private let state = Mutex(State())

  func send(_ item: Item = .read) {
    let listeners = state.withLock { Array($0.listeners.values) }
    for listener in listeners { listener.yield(item) }
  }

  /// From now on. Of what comes while a listener is busy the newest is enough.
  func listen() -> AsyncStream<Item> {
    AsyncStream(bufferingPolicy: .bufferingNewest(2)) { continuation in
      let number = state.withLock { state in
        state.last += 1
        state.listeners[state.last] = continuation
        return state.last
      }
      continuation.onTermination = { [weak self] _ in
        _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
      }
    }
  }
}
