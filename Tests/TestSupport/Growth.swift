import Foundation

/// How the time for some work grows with its input.
///
/// Tests state growth, not seconds: those belong to a machine, a build mode and what else runs (`Benchmarks/` measures them).
package enum Growth {
  /// How many times larger the larger input is.
  package static let step = 8

  /// The time for one input of `step * size` beside that for `step` inputs of `size`: about 1 where time is linear in the input, `step`
  /// where it is quadratic. `make` gives the input of a size and is not counted.
  ///
  /// What is counted is the calling thread's own processor time, so other tests beside it don't count. Each is the least of some rounds: of one
  /// at first, and on a busy machine of more, until the figure is below `bound`. What is quadratic never is.
  package static func ofTime<Input>(
    size: Int, below bound: Double = 3, rounds: Int = 8, make: (Int) -> Input, work: (Input) throws -> Void
  ) rethrows -> Double {
    let small = make(size)
    let large = make(size * step)
    var least = (small: Double.infinity, large: Double.infinity)
    var growth = Double.infinity
    for _ in 0..<rounds where growth >= bound {
      least.small = min(least.small, try seconds { for _ in 0..<step { try work(small) } })
      least.large = min(least.large, try seconds { try work(large) })
      growth = least.large / max(least.small, 1e-9)
    }
    return growth
  }

  /// Of the calling thread's own processor time.
  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = threadTime()
    try work()
    return threadTime() - start
  }

  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
