import CivilTime
import Words

extension CommonOptions {
  /// Of how many pages it is said one by one.
  private static let shownPages = 5

  /// Pages that their writers keep back: one that is ready may have been forgotten.
  func sayDrafts(_ files: [String]) {
    if files.isEmpty { return }
    let shown = files.prefix(Self.shownPages)
    let more = files.count > shown.count
    say(
      "草稿 \(files.count) 个，没有公开：\(shown.joined(separator: "、"))\(more ? "……" : "")。写好了，删去 draft: true 这一行，再发布（gongshi build）。",
      "\(files.count) draft\(files.count == 1 ? "" : "s"), not published: \(shown.joined(separator: ", "))\(more ? " …" : ""). When one is ready, remove its line draft: true and run `gongshi build`."
    )
  }

  /// Pages that are dated ahead are on no page and in no list: who wrote one looks for it.
  func noteWaitingPages(_ pages: [(url: String, from: LocalDateTime)]) {
    if pages.isEmpty { return }
    func list(_ words: any Words, separator: String, from: (String, String) -> String) -> String {
      pages.prefix(Self.shownPages).map { url, time in
        let clock = time.minuteOfDay == 0 ? "" : " " + TimeText.time(time)
        return from(url, words.date(time.date) + clock)
      }.joined(separator: separator)
    }
    let more = pages.count > Self.shownPages
    note(
      "有 \(pages.count) 个页面写的日期还没到，到时候再发布一次（gongshi build）才公开："
        + list(SimplifiedChinese.words, separator: "；") { "\($0) 从\($1)起" } + (more ? "……" : "。"),
      "\(pages.count) page\(pages.count == 1 ? "" : "s") dated ahead, to be public when the site is built then: "
        + list(English.words, separator: "; ") { "\($0) from \($1)" } + (more ? " …" : "."))
  }
}
