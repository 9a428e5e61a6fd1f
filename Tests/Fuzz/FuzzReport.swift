import Foundation

/// What one target's inputs came to.
struct FuzzReport: Sendable {
  struct Finding: Sendable, CustomStringConvertible {
    let target: String
    let index: Int
    let trouble: String
    let file: String

    var description: String {
      "\(target), input \(index): \(trouble)\n  swift run -c release fuzz --target \(target) --reproduce \(file)"
    }
  }

  let target: String
  var inputs = 0
  var accepted = 0
  var seconds = 0.0
  var slowestMilliseconds = 0.0
  var slowestIndex = 0
  var peakMebibytes = 0
  var findings: [Finding] = []

  init(target: String) {
    self.target = target
  }

  static func table(_ reports: [FuzzReport]) -> String {
    let rows = reports.map { report in
      [
        report.target, "\(report.inputs)", "\(report.accepted * 100 / max(1, report.inputs)) %",
        "\(Int(Double(report.inputs) / max(report.seconds, 0.001)))",
        String(format: "%.1f ms (input %d)", report.slowestMilliseconds, report.slowestIndex),
        "\(report.peakMebibytes) MiB", "\(report.findings.count)",
      ]
    }
    let header = ["target", "inputs", "accepted", "a second", "slowest", "peak memory", "findings"]
    let lines = [header, header.map { _ in "---" }] + rows
    return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
