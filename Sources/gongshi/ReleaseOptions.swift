import ArgumentParser
import Diagnostics
import Parallel
import Publishing

/// Where a site is published.
struct ReleaseOptions: ParsableArguments {
  @Option(
    help: .said(
      zh: "发布到哪里；不写就是网站文件夹里的 public/。", en: "Where it is published; by default public/ in the site's directory."))
  var output: String?

  /// An empty name, as from a variable that is not set, must not mean the root of the disk.
  func validate() throws {
    if output?.isEmpty == true { throw UsageError(zh: "--output 是空的", en: "--output is empty") }
  }

  /// As it is shown: the publisher goes by what the path leads to.
  func directory(of common: CommonOptions) -> String { TypedPath.shown(output ?? common.site + "/public") }

  func publisher(of common: CommonOptions) -> Publisher { Publisher(output: directory(of: common), jobs: Jobs(1)) }
}

extension Release {
  /// What people call one: 第 3 次发布. Those of before there were numbers have none.
  static func name(_ number: Int?) -> Message {
    guard let number, number > 0 else { return Message(zh: "以前的发布", en: "an earlier release") }
    return Message(zh: "第 \(number) 次发布", en: "release \(number)")
  }
}
