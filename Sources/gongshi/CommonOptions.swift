import ArgumentParser
import CivilTime
import Diagnostics
import Files
import Logging
import Parallel
import Publishing

/// Options of every verb.
struct CommonOptions: ParsableArguments {
  @Option(help: "The site's directory. 网站目录。")
  var site = "."

  @Option(help: "Language of messages: zh or en; by default the locale's. 消息语言。")
  var language: MessageLanguage?

  @Flag(help: "Only problems. 只显示问题。")
  var quiet = false

  @Flag(help: "Also what is done and how long it takes. 显示过程和用时。")
  var verbose = false

  var messageLanguage: MessageLanguage { language ?? MessageLanguage(environment: Terminal.environment) }

  /// A sentence in the reader's language.
  func say(_ zh: String, _ en: String) {
    if !quiet { Terminal.output((messageLanguage == .zh ? zh : en) + "\n") }
  }

  var logger: Logger {
    var logger = Logger(label: "gongshi") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = verbose ? .debug : .error
    return logger
  }

  /// Prints problems to standard error and ends the run when one of them is an error.
  ///
  /// - Parameter undone: what did not happen then.
  func report(
    _ diagnostics: [Diagnostic], format: DiagnosticPrinter.Format = .text, untouched: String? = nil,
    undone: Message = Message(zh: "没有发布", en: "nothing published")
  ) throws {
    let site = site
    let printer = DiagnosticPrinter(language: messageLanguage, format: format) { path, line in
      guard let bytes = try? Files.read(path.hasPrefix("/") ? path : site + "/" + path) else { return nil }
      let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: line, omittingEmptySubsequences: false)
      return line <= lines.count ? String(decoding: lines[line - 1], as: UTF8.self) : nil
    }
    Terminal.error(printer.print(diagnostics))
    guard diagnostics.hasErrors else { return }
    if format == .text {
      let count = diagnostics.inReadingOrder().count { $0.severity == .error }
      let kept = untouched.map { (zh: "，\($0) 没有改动", en: "; \($0) is untouched") } ?? (zh: "", en: "")
      Terminal.error(
        messageLanguage == .zh
          ? "共 \(count) 处错误，\(undone.zh)\(kept.zh)。\n"
          : "\(count) error\(count == 1 ? "" : "s"), \(undone.en)\(kept.en).\n")
    }
    throw ExitStatus.wrongInput
  }

  /// What the machine refused, in words, and status 3.
  func fail(_ zh: String, _ en: String) -> ExitStatus {
    Terminal.error("gongshi: " + (messageLanguage == .zh ? zh : en) + "\n")
    return .machineFailed
  }

  func fail(_ error: FileError) -> ExitStatus {
    fail("系统出错：\(error.path)：\(error.reason)", "\(error.operation) \(error.path): \(error.reason)")
  }

  func fail(_ error: PublishingError) -> ExitStatus {
    switch error {
    case .file(let error): return fail(error)
    case .locked:
      return fail(
        "另一个 gongshi 正在发布到同一处，请稍候再试", "another gongshi is publishing to the same place; try again when it is done")
    case .notOurs(let path):
      _ = fail(
        "\(path) 里有不是 gongshi 生成的内容，不会覆盖；请换一个 --output 目录或先清空它",
        "\(path) holds things that gongshi did not make and won't replace; choose another --output or empty it first")
      return .wrongUsage
    case .nothingToRollBackTo:
      _ = fail("没有可以恢复的上一次发布", "there is no previous release to go back to")
      return .wrongInput
    }
  }
}

extension MessageLanguage: ExpressibleByArgument {}
extension DiagnosticPrinter.Format: ExpressibleByArgument {}

/// Options of verbs that read a whole site.
struct SiteOptions: ParsableArguments {
  @Option(help: "“Now” as RFC 3339, such as 2026-11-21T09:00:00+08:00; by default the clock's. 以此刻为准。")
  var at: InstantArgument?

  @Option(help: "How many things to do at once; by default one a core. 并行数。")
  var jobs: Int?

  @Option(name: .customLong("base-url"), help: "In place of site.yaml's baseURL. 代替 site.yaml 的 baseURL。")
  var baseURL: String?

  @Flag(help: "Drafts too. 包括草稿。")
  var drafts = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256") }
    if let baseURL, !baseURL.hasPrefix("https://"), !baseURL.hasPrefix("http://") {
      throw ValidationError("--base-url must begin with https:// or http://")
    }
  }

  var jobCount: Jobs { Jobs(jobs ?? Terminal.processors) }
}

/// An RFC 3339 time on the command line.
struct InstantArgument: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let instant = TimeText.parseInstant(argument) else { return nil }
    self.instant = instant
  }
}
