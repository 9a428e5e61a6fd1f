import CivilTime
import Words

extension CommonOptions {
  /// Of how many pages it is said one by one.
  private static let shownPages = 5

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
