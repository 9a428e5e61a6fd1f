package import CivilTime
import Pinyin
package import Vocabulary
package import Words

/// A page of a kind, with its front matter filled in and explained; its text is still to be written.
package struct NewPage: Sendable {
  package var kind: PageKind
  package var category: NoticeCategory?
  package var title: String
  package var unit: UnitID?
  /// The place that a page of one is about, the list that a page of one shows: ids of the database.
  package var venue: VenueID?
  package var list: ListID?
  /// What has no title yet is not published until somebody takes that line out.
  package var isDraft = false

  package init(kind: PageKind, category: NoticeCategory? = nil, title: String) {
    self.kind = kind
    self.category = category
    self.title = title
  }

  /// What a kind is called on the command line: by its code, or by what it is called in any language. 公示 and 招募 are categories of notices.
  package static func kind(_ text: String) -> (kind: PageKind, category: NoticeCategory?)? {
    let category = TermLabels.term(text, NoticeCategory.self)
    if let kind = TermLabels.term(text, PageKind.self) { return (kind, kind == .notice ? category : nil) }
    return category.map { (.notice, $0) }
  }

  /// - Returns: the page; its file is named after its title in pinyin, after the day where the title gives no name.
  package func file(_ language: Language, today: CivilDate) -> StarterFile? {
    var values = [
      "title": title, "slug": slug(today), "today": TimeText.date(today), "later": TimeText.date(today + 14),
      "category": (category ?? .announcement).code,
    ]
    values["unit"] = unit?.text
    values["venue"] = venue?.text
    values["list"] = list?.text
    guard var file = StarterFile.all(in: "new", language, values).first(where: { $0.path == "\(kind.code).md" }) else {
      return nil
    }
    if isDraft {
      let text = String(decoding: file.bytes, as: UTF8.self)
      file.bytes = Array(text.replacing(#/\n(?:# )?draft: true\n/#, with: "\ndraft: true\n").utf8)
    }
    // A public notice counts its days; of others the line is there to be used.
    if category == .publicNotice {
      let text = String(decoding: file.bytes, as: UTF8.self)
      file.bytes = Array(text.replacing("# publicNoticeDays", with: "publicNoticeDays").utf8)
    }
    file.path = "content/\(kind.section ?? "pages")/\(slug(today)).md"
    return file
  }

  private func slug(_ today: CivilDate) -> String {
    let slug = Pinyin.slug(title, limit: 80)
    return slug.isEmpty ? "\(kind.code)-\(TimeText.date(today))" : slug
  }
}
