import Dispatch
import Synchronization

/// How many things are done at once. The result never depends on it (Promise 1).
package struct Jobs: Sendable, Hashable {
  /// 1 or more.
  package var count: Int

  package init(_ count: Int) {
    self.count = max(1, count)
  }

  /// `transform` over all items, in the items' order. Items are taken from a shared counter in runs of `grain`, so that a few heavy
  /// ones do not leave a core idle.
  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], grain: Int = 16, _ transform: @Sendable (Item) -> Result
  ) -> [Result] {
    if count == 1 || items.count <= grain { return items.map(transform) }
    return withoutActuallyEscaping(transform) { transform in
      let runs = (items.count + grain - 1) / grain
      let next = Atomic<Int>(0)
      let parts = Mutex<[[Result]?]>(Array(repeating: nil, count: runs))
      DispatchQueue.concurrentPerform(iterations: min(count, runs)) { _ in
        while true {
          let run = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard run < runs else { return }
          let slice = items[run * grain..<min(items.count, (run + 1) * grain)]
          let part = slice.map(transform)
          parts.withLock { $0[run] = part }
        }
      }
      return parts.withLock { $0.flatMap { $0! } }
    }
  }
}

/// A value that is worked out when it is first asked for, once, whoever asks.
package final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  package var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
