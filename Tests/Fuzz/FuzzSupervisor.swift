import Foundation
import Synchronization

/// So many inputs for one target.
struct FuzzJob: Sendable {
  let target: String
  let inputs: Int
}

/// Runs workers side by side and watches them.
struct FuzzSupervisor: Sendable {
  /// Of the worker's own time: another program's load is no hang.
  private static let secondsAnInput = 1.0
  /// Of a worker that waits for something.
  private static let secondsOfSilence = 30.0
  private static let findingsATarget = 5

  let seed: UInt64
  let findings: String

  /// Each target's report, in the jobs' order. As many jobs as there are cores run at once.
  func run(_ jobs: [FuzzJob]) -> [FuzzReport] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let next = Atomic<Int>(0)
    let reports = Mutex<[FuzzReport?]>(Array(repeating: nil, count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: min(cores, jobs.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < jobs.count else { return }
        let report = run(jobs[index])
        reports.withLock { $0[index] = report }
      }
    }
    return reports.withLock { $0.compactMap(\.self) }
  }

  /// Begins again after each finding, with the next input.
  private func run(_ job: FuzzJob) -> FuzzReport {
    let path = "\(findings)/\(job.target)-\(getpid()).board"
    let board = FuzzBoard(path: path)
    defer { unlink(path) }
    var report = FuzzReport(target: job.target)
    let clock = ContinuousClock()
    let start = clock.now
    var first = 0
    while first < job.inputs, report.findings.count < Self.findingsATarget {
      board[.index] = first
      board.text = ""
      let worker = worker(job, first, path)
      guard let trouble = watch(worker, board) else { break }
      report.findings.append(write(board, job.target, trouble))
      first = board[.index] + 1
    }
    report.inputs = board[.index] + 1
    report.accepted = board[.accepted]
    report.seconds = (clock.now - start) / .seconds(1)
    report.slowestMilliseconds = Double(board[.slowestNanoseconds]) / 1e6
    report.slowestIndex = board[.slowestIndex]
    report.peakMebibytes = board[.peakKilobytes] >> 10
    return report
  }

  private func worker(_ job: FuzzJob, _ first: Int, _ board: String) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "--target", job.target, "--seed", "\(seed)", "--first", "\(first)", "--inputs", "\(job.inputs - first)",
      "--board", board,
    ]
    // A finding is looked at with --reproduce.
    process.environment = ["SWIFT_BACKTRACE": "enable=no"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { fatalError("\(error)") }
    return process
  }

  /// Waits for the worker's end.
  ///
  /// - Returns: what went wrong; nil when it has read all its inputs.
  private func watch(_ worker: Process, _ board: FuzzBoard) -> String? {
    var index = board[.index]
    var begin = (wall: Date(), own: seconds(of: worker))
    while worker.isRunning {
      usleep(5_000)
      if board[.index] != index {
        index = board[.index]
        begin = (Date(), seconds(of: worker))
        continue
      }
      let isBusy = seconds(of: worker) - begin.own > Self.secondsAnInput
      if isBusy || Date().timeIntervalSince(begin.wall) > Self.secondsOfSilence {
        kill(worker.processIdentifier, SIGKILL)
        worker.waitUntilExit()
        return "takes more than \(isBusy ? "\(Self.secondsAnInput) s of work" : "\(Self.secondsOfSilence) s")"
      }
    }
    if worker.terminationReason == .uncaughtSignal { return "ends the program (signal \(worker.terminationStatus))" }
    if worker.terminationStatus == 0 { return nil }
    return board[.textLength] > 0 ? board.text : "ends the program (status \(worker.terminationStatus))"
  }

  /// What the process has worked, of all its threads.
  private func seconds(of process: Process) -> Double {
    guard let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8) else {
      return 0
    }
    // The name may hold blanks; user and system time are the 14th and 15th field (proc(5)).
    let fields = status[(status.lastIndex(of: ")") ?? status.startIndex)...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private func write(_ board: FuzzBoard, _ target: String, _ trouble: String) -> FuzzReport.Finding {
    let file = "\(findings)/\(target)-\(seed)-\(board[.index])"
    do { try Data(board.input).write(to: URL(filePath: file)) } catch { fatalError("\(error)") }
    return FuzzReport.Finding(target: target, index: board[.index], trouble: trouble, file: file)
  }
}
