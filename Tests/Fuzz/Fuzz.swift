import ArgumentParser
import Foundation
import RandomInputs

/// Inputs by the hundred thousand for everything that reads what others wrote. A worker process reads, this one watches: what crashes,
/// hangs or grows is stopped, written to a file and named.
@main
struct Fuzz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Looks for inputs that crash, hang, grow or break a promise.")

  @Option(help: "The same seed makes the same inputs.")
  var seed: UInt64 = .random(in: 0...UInt64(UInt32.max))

  @Option(help: "How many inputs in all.")
  var inputs = 1_000_000

  @Option(help: "Only this target: \(FuzzTargets.all.map { $0.name }.joined(separator: ", ")).")
  var target: String?

  @Option(help: "Where failing inputs are written.")
  var findings = ".build/fuzz"

  @Option(help: "Reads this one file as the target's input and does nothing else.")
  var reproduce: String?

  @Option(help: "Writes the target's input of this number, as the seed makes it, and does nothing else.")
  var show: Int?

  @Option(help: .hidden)
  var board: String?
  @Option(help: .hidden)
  var first = 0

  func validate() throws {
    if let target, FuzzTargets.named(target) == nil { throw ValidationError("there is no target “\(target)”") }
    if target == nil, reproduce != nil || show != nil { throw ValidationError("this needs --target") }
  }

  func run() throws {
    let one = target.flatMap(FuzzTargets.named)
    if let reproduce, let one { return try read(reproduce, one) }
    if let show, let one {
      FileHandle.standardOutput.write(Data(FuzzWorker.input(show, of: one, seed: seed)))
      return
    }
    if let board, let one {
      FuzzWorker(target: one, seed: seed, board: FuzzBoard(path: board)).run(first..<first + inputs)
      return
    }
    try FileManager.default.createDirectory(atPath: findings, withIntermediateDirectories: true)
    print("seed \(seed)")
    let jobs =
      target.map { [FuzzJob(target: $0, inputs: inputs)] }
      ?? FuzzTargets.all.map { FuzzJob(target: $0.name, inputs: inputs * $0.share / 100) }
    let supervisor = FuzzSupervisor(seed: seed, findings: findings)
    let reports = supervisor.run(jobs)
    print(FuzzReport.table(reports))
    for finding in reports.flatMap(\.findings) { print(finding) }
    if reports.contains(where: { !$0.findings.isEmpty }) { throw ExitCode.failure }
  }

  private func read(_ path: String, _ target: any FuzzTarget) throws {
    let input = try Data(contentsOf: URL(filePath: path))
    do throws(Finding) {
      print(try target.read(Array(input)) ? "accepted" : "refused")
    } catch {
      print(error.text)
      throw ExitCode.failure
    }
  }
}
