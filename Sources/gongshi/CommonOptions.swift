import ArgumentParser
import Artifacts
import CivilTime
import Diagnostics
import Files
import Logging
import Parallel
import PublicText
import Publishing
import Vocabulary

/// Options of every verb.
struct CommonOptions: ParsableArguments {
  @Option(help: .said(zh: "网站所在的文件夹。", en: "The site's directory."))
  var site = "."

  @Option(help: .said(zh: "提示用中文还是英文；不写就跟系统语言。", en: "Language of messages: zh or en; by default the locale's."))
  var language: LanguageArgument?

  @Flag(help: .said(zh: "只显示问题。", en: "Only problems."))
  var quiet = false

  @Flag(help: .said(zh: "另外显示过程和用时。", en: "Also what is done and how long it takes."))
  var verbose = false

  var messageLanguage: MessageLanguage { language?.messages ?? MessageLanguage(environment: Terminal.environment) }

  private func words(_ zh: String, _ en: String) -> String { messageLanguage == .zh ? zh : en }

  /// A sentence in the reader's language.
  func say(_ zh: String, _ en: String) {
    if !quiet { Terminal.output(words(zh, en) + "\n") }
  }

  /// What can be done next with what a list shows: for people, and so beside the results that programs read.
  func advise(_ zh: String, _ en: String) {
    if !quiet { Terminal.error(words(zh, en) + "\n") }
  }

  /// What is no problem, but ought to be known.
  func note(_ zh: String, _ en: String) {
    Terminal.error(words("提示：\(zh)\n", "note: \(en)\n"))
  }

  var logger: Logger {
    var logger = Logger(label: "gongshi") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = verbose ? .debug : .error
    return logger
  }

  static let nothingPublished = Message(zh: "没有发布", en: "nothing published")

  /// Prints problems to standard error and ends the run when one of them is an error.
  ///
  /// - Parameters:
  ///   - undone: what did not happen then.
  ///   - limit: how many are printed at most, errors first; the others are counted.
  func report(
    _ diagnostics: [Diagnostic], format: DiagnosticPrinter.Format = .text, untouched: String? = nil,
    undone: Message = nothingPublished, limit: Int = .max
  ) throws {
    let ordered = diagnostics.inReadingOrder()
    let errors = ordered.filter { $0.severity == .error }
    let shown =
      ordered.count > limit ? Array((errors + ordered.filter { $0.severity == .warning }).prefix(limit)) : ordered
    print(shown, format: format)
    let rest = ordered.count - shown.count
    if rest > 0 { Terminal.error(words("… 还有 \(rest) 处问题。\n", "… and \(rest) more.\n")) }
    guard diagnostics.hasErrors else { return }
    if format == .text {
      let count = errors.count
      let kept = untouched.map { (zh: "，\($0) 没有改动", en: "; \($0) is untouched") } ?? (zh: "", en: "")
      Terminal.error(
        words(
          "共 \(count) 处错误，\(undone.zh)\(kept.zh)。\n",
          "\(count) error\(count == 1 ? "" : "s"), \(undone.en)\(kept.en).\n"))
    }
    throw ExitStatus.wrongInput
  }

  /// What a message repeats of a text may hold a resident's number: it is masked, as excerpts are.
  static func withoutNumbers(_ diagnostic: Diagnostic) -> Diagnostic {
    func masked(_ message: Message) -> Message {
      Message(zh: PersonalNumber.masked(in: message.zh), en: PersonalNumber.masked(in: message.en))
    }
    var diagnostic = diagnostic
    diagnostic.message = masked(diagnostic.message)
    diagnostic.hint = diagnostic.hint.map(masked)
    return diagnostic
  }

  private func print(_ diagnostics: [Diagnostic], format: DiagnosticPrinter.Format) {
    Terminal.error(text(of: diagnostics, format: format))
  }

  /// Problems as they are printed.
  func text(of diagnostics: [Diagnostic], format: DiagnosticPrinter.Format = .text) -> String {
    let diagnostics = diagnostics.map(Self.withoutNumbers)
    let excerpts = SourceExcerpts(for: format == .text ? diagnostics : [], in: site)
    let printer = DiagnosticPrinter(language: messageLanguage, format: format) { excerpts.line($0, $1) }
    return printer.print(diagnostics)
  }

  /// What the machine refused, in words, and status 3.
  func fail(_ zh: String, _ en: String) -> ExitStatus {
    Terminal.error("gongshi: \(words(zh, en))\n")
    return .machineFailed
  }

  /// What an input outside the site says wrongly, and status 1.
  func fail(input zh: String, _ en: String) -> ExitStatus {
    _ = fail(zh, en)
    return .wrongInput
  }

  /// What is asked for in a way that can't be followed, and status 2.
  func fail(usage zh: String, _ en: String) -> ExitStatus {
    _ = fail(zh, en)
    return .wrongUsage
  }

  func fail(_ error: FileError) -> ExitStatus {
    fail("系统出错：\(error.path)：\(error.chineseReason)", "\(error.operation) \(error.path): \(error.reason)")
  }

  /// A file that an argument names: where it is not there, is a directory, or no name at all for its length, the argument is wrong.
  func fail(named error: FileError) -> ExitStatus {
    guard error.isMissing || error.isDirectory || error.isTooLong else { return fail(error) }
    _ = fail("\(error.path)：\(error.chineseReason)", "\(error.path): \(error.reason)")
    return .wrongUsage
  }
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}

/// Options of verbs that read a whole site.
struct SiteOptions: ParsableArguments {
  @Option(
    help: .said(
      zh: "以此刻为“现在”，写成 2026-11-21T09:00:00+08:00 这样；不写就看时钟。",
      en: "“Now” as RFC 3339, such as 2026-11-21T09:00:00+08:00; by default the clock's."),
    transform: InstantArgument.parse)
  var at: Instant?

  @Option(help: .said(zh: "同时做几件事；不写就每个处理器核一件。", en: "How many things to do at once; by default one a core."))
  var jobs: Int?

  @Option(
    name: .customLong("base-url"),
    help: .said(zh: "网站根地址，代替 site.yaml 里的 baseURL。", en: "In place of site.yaml's baseURL."))
  var baseURL: String?

  @Flag(help: .said(zh: "草稿也算在内。", en: "Drafts too."))
  var drafts = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw UsageError(zh: "--jobs 应当是 1 到 256", en: "--jobs must be 1 to 256")
    }
    if let baseURL, BaseURL.normalized(baseURL) == nil {
      throw UsageError(
        zh: "--base-url 应当是网站根地址，如 https://www.example.cn 或 https://www.example.cn/taoyuan/，没有用户名和参数",
        en:
          "--base-url must be the root of a site, like https://www.example.cn or https://www.example.cn/taoyuan/, without user or query"
      )
    }
  }

  /// `--at`, or the clock's time.
  var now: Instant { at ?? Terminal.now }

  var jobCount: Jobs { Jobs(jobs ?? Terminal.processors) }
}
