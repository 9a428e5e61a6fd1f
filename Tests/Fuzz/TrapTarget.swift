import Foundation
import RandomInputs

/// Does on purpose what should never happen, to see whether it is noticed. Not among the targets of a run.
struct TrapTarget: FuzzTarget {
  static let name = "trap"
  static let share = 0

  private static let traps = ["crash", "hang", "grow", "break"]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    Array((random.chance(10) ? random.one(of: Self.traps) : "nothing").utf8)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    switch String(decoding: input, as: UTF8.self) {
    case "crash": fatalError("as asked")
    // A loop that does nothing would be left out.
    case "hang": while getpid() > 0 {}
    case "grow": return [UInt8](repeating: 1, count: 240 << 20).last == 1
    case "break": throw Finding("breaks a promise")
    default: break
    }
    return true
  }
}
