import Foundation
import RandomInputs

/// Makes and reads one input after the other, and ends at the first finding.
struct FuzzWorker {
  /// What reading may add to the memory held at the start.
  private static let memoryLimit = 200 << 10
  /// Past this the system gives no memory, so that one input can't take the whole machine down.
  private static let addressSpace: rlim_t = 8 << 30

  let target: any FuzzTarget
  let seed: UInt64
  let board: FuzzBoard

  /// Any input can be made without those before it.
  static func input(_ index: Int, of target: any FuzzTarget, seed: UInt64) -> [UInt8] {
    var random = SeededRandom(seed: seed, stream: UInt64(index))
    return target.input(&random)
  }

  func run(_ inputs: Range<Int>) {
    var limit = rlimit(rlim_cur: Self.addressSpace, rlim_max: Self.addressSpace)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    let start = Self.peakKilobytes()
    let clock = ContinuousClock()
    for index in inputs {
      board[.index] = index
      let input = Self.input(index, of: target, seed: seed)
      board.input = input
      let begin = clock.now
      do throws(Finding) {
        if try target.read(input) { board[.accepted] += 1 }
      } catch {
        stop(error.text)
      }
      note(clock.now - begin, index)
      let added = Self.peakKilobytes() - start
      if added > Self.memoryLimit { stop("holds \(added >> 10) MiB more than at the start") }
    }
    board[.peakKilobytes] = Self.ownPeakKilobytes()
  }

  private func note(_ duration: Duration, _ index: Int) {
    let nanoseconds = Int(duration / .nanoseconds(1))
    guard nanoseconds > board[.slowestNanoseconds] else { return }
    board[.slowestNanoseconds] = nanoseconds
    board[.slowestIndex] = index
  }

  private func stop(_ text: String) -> Never {
    board.text = text
    board[.peakKilobytes] = Self.ownPeakKilobytes()
    exit(1)
  }

  /// Asked after each input, which a system call allows and a file doesn't. Begins with the parent's.
  private static func peakKilobytes() -> Int {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return usage.ru_maxrss
  }

  private static func ownPeakKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
