import Diagnostics
import Files
import Parallel
import Publishing

extension CommonOptions {
  /// Why it was not published, what readers see now, and what to do.
  ///
  /// - Parameters:
  ///   - output: as it was written.
  ///   - isRollback: it was to become the release before, not a new one.
  func fail(_ error: PublishingError, _ output: String, isRollback: Bool = false) -> ExitStatus {
    switch error {
    case .file(let error, let now):
      let status = fail(error)
      let text = Self.text(now, output: output, isRollback: isRollback)
      Terminal.error((messageLanguage == .zh ? text.zh : text.en) + "\n")
      return status
    case .locked:
      return fail(
        "另一个 gongshi 正在发布到同一处，请稍候再试", "another gongshi is publishing to the same place; try again when it is done")
    case .notOurs(let path):
      _ = fail(
        "\(path) 里有不是 gongshi 生成的内容，不会覆盖；请换一个 --output 文件夹或先清空它",
        "\(path) holds things that gongshi did not make and won't replace; choose another --output or empty it first")
      return .wrongUsage
    case .brokenLink(let link, let destination):
      return fail(
        "\(link) 是链接，指向 \(destination)，那里什么也没有；请挂载那块磁盘或建好那个文件夹，或改正链接。什么也没有发布",
        "\(link) is a link to \(destination), where nothing is; mount that disk, make that directory or mend the link. Nothing was published"
      )
    case .within(let release):
      _ = fail(
        "\(output) 在另一处发布的内容 \(release) 里面，那里下次发布会把它移走；请换一个 --output 文件夹",
        "\(output) lies within \(release), which is published by itself and would move it away; choose another --output"
      )
      return .wrongUsage
    case .nothingToRollBackTo:
      _ = fail("没有可以恢复的上一次发布", "there is no previous release to go back to")
      return .wrongInput
    case .held:
      noteHolding(Publisher(output: output, jobs: Jobs(1)))
      return .done
    case .noSuchRelease(let number, let kept):
      let list = kept.map(String.init)
      _ = fail(
        "没有保留第 \(number) 次发布" + (list.isEmpty ? "" : "；可以恢复的有 \(list.joined(separator: "、"))") + "。见 gongshi releases",
        "release \(number) is not kept" + (list.isEmpty ? "" : "; these are: \(list.joined(separator: ", "))")
          + ". See gongshi releases")
      return .wrongUsage
    case .nothingPublished:
      _ = fail(
        "\(output) 还没有发布过，或者不知道那里是哪一次发布；请先 gongshi build",
        "nothing was published to \(output) yet, or it is not known which release lies there; run gongshi build first")
      return .wrongInput
    case .isBetween:
      return fail(
        "\(output) 新旧混杂：上次更新中断了；请先 gongshi build，再发送",
        "\(output) is between two releases, as an update was broken off; run gongshi build before it is sent")
    case .incomplete(let count, let first):
      return fail(
        "\(output) 不完整：\(count) 个文件缺失或被改动（如 \(first)），什么也不发送；请先 gongshi build",
        "\(output) is not whole: \(count) of its files are missing or were changed (\(first)); nothing is to be sent. Run gongshi build first"
      )
    case .alreadyPublic(let number):
      _ = fail("第 \(number) 次发布就是现在公开的", "release \(number) is the one that is public now")
      return .wrongUsage
    case .damaged(let count, let first):
      return fail(
        "那一次发布已经损坏：\(count) 个文件缺失或不完整（如 \(first)），没有恢复，\(output) 没有改动；请改正内容后再 gongshi build",
        "that release is damaged: \(count) of its files are missing or cut short (\(first)); \(output) is untouched. Mend the content and build again"
      )
    }
  }

  /// What readers see now.
  private static func text(_ now: PublicNow, output: String, isRollback: Bool) -> (zh: String, en: String) {
    switch now {
    case .untouched: ("\(output) 没有改动。", "\(output) is untouched.")
    case .published where isRollback:
      (
        "\(output) 已经恢复为上一次发布的内容，完整无缺；没有完成的只是之后的整理，下次 gongshi build 会接着做。",
        "\(output) is the previous release again, whole; what failed is only the tidying after it, which the next build goes on with."
      )
    case .published:
      (
        "\(output) 已经是新发布的内容，完整无缺；没有完成的只是之后的整理，下次 gongshi build 会接着做。",
        "\(output) is the new release, whole; what failed is only the tidying after it, which the next build goes on with."
      )
    case .restored:
      ("\(output) 已放回原来的内容，和之前一样。", "what had been changed was put back: \(output) is as it was.")
    case .between(let changed, let total):
      (
        "\(output) 现在一部分是新内容，一部分是旧内容（\(total) 处不同，已换 \(changed) 处），每个文件都是完整的。排除故障后执行 gongshi build，或用 gongshi rollback 恢复。",
        "\(output) is between two releases: \(changed) of the \(total) files that differ are new, each file is whole. Mend the cause and build again, or go back with gongshi rollback."
      )
    case .stillBetween:
      (
        "\(output) 仍像上次更新中断时那样新旧混杂，这次没有改动。排除故障后执行 gongshi build，或用 gongshi rollback 恢复。",
        "\(output) is still between two releases, as an earlier update was broken off; nothing was changed now. Build again, or go back with gongshi rollback."
      )
    }
  }

  /// What others had put into the output.
  func noteForeignFiles(_ report: Publisher.Report, _ output: String) {
    if let reason = report.stayingReason, let first = report.stayingFiles.first {
      note(
        "\(output) 里有 \(report.stayingFiles.count) 个不是公示生成的文件（如 \(first)）移不走（\(reason.chineseReason)），留在原处。",
        "\(report.stayingFiles.count) files in \(output) that gongshi did not make (\(first)) can't be moved (\(reason.reason)) and stay there."
      )
    }
    guard !report.foreignFiles.isEmpty else { return }
    let named = report.foreignFiles.prefix(3).joined(separator: "、")
    let more = report.foreignFiles.count > 3 ? "…" : ""
    let count = report.foreignFiles.count
    if report.isGuess {
      return note(
        "上一次发布的记录不在了，新发布里没有的 \(count) 个文件（\(named)\(more)）不知道是谁的，已移到 \(report.foundDirectory)/。",
        "the notes of the last release are gone: \(count) files that the new one lacks (\(named)\(more)) may be anybody's; they are kept in \(report.foundDirectory)/."
      )
    }
    note(
      "\(output) 里有 \(count) 个不是公示生成的文件（\(named)\(more)），已移到 \(report.foundDirectory)/。",
      "\(count) files in \(output) were not made by gongshi (\(named)\(more)); they are kept in \(report.foundDirectory)/."
    )
  }
}
