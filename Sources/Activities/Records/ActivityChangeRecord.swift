package import CivilTime
import Diagnostics
package import Vocabulary

/// What happened to one occurrence; `occursAt` is its original start.
package struct ActivityChangeRecord: Sendable, Hashable {
  /// Where and when an occurrence takes place; nil keeps what the activity says.
  package struct Placement: Sendable, Hashable {
    package var start: LocalDateTime?
    package var end: LocalDateTime?
    package var venue: VenueID?

    package init(start: LocalDateTime? = nil, end: LocalDateTime? = nil, venue: VenueID? = nil) {
      self.start = start
      self.end = end
      self.venue = venue
    }
  }

  package enum Change: Sendable, Hashable {
    case cancelled
    case moved(Placement)
    /// An occurrence beside the rule.
    case added(Placement)
    /// An occurrence that had been added and is cancelled: written `cancelled` with its times kept.
    case withdrawn(Placement)
    /// The series ends before this occurrence.
    case ended
    /// It takes place as planned, and is about something.
    case topic
  }

  /// What an occurrence of a series is about; nil keeps what the activity says.
  package struct Topic: Sendable, Hashable {
    /// Stands behind the series' title.
    package var title: String?
    package var summary: String?
    /// A role or an organisation.
    package var host: String?

    package init?(title: String?, summary: String?, host: String?) {
      if title == nil && summary == nil && host == nil { return nil }
      self.title = title
      self.summary = summary
      self.host = host
    }
  }

  package let activity: ActivityID
  package let occursAt: LocalDateTime
  package let change: Change
  package var topic: Topic?
  package let note: String?
  /// Where it can be watched again.
  package var videoURL: String?
}

/// What became of an occurrence, as the database says it.
enum ChangeWord: String, SheetTerm {
  case cancelled, moved, added, ended, topic

  var inSheets: String {
    switch self {
    case .cancelled: "已取消"
    case .moved: "已调整"
    case .added: "加场"
    case .ended: "结束"
    case .topic: "主题"
    }
  }
}

extension ActivityChangeRecord {
  /// When it takes place instead.
  package var newStart: LocalDateTime? {
    switch change {
    case .moved(let place), .added(let place), .withdrawn(let place): place.start
    case .cancelled, .ended, .topic: nil
    }
  }

  /// Where it takes place instead.
  package var newVenue: VenueID? {
    switch change {
    case .moved(let placement), .added(let placement), .withdrawn(let placement): placement.venue
    case .cancelled, .ended, .topic: nil
    }
  }
}

extension Tables {
  static let activityChange = Table<ActivityChangeRecord>(
    "activity_change", "变更", ["活动变更", "调整", "活动调整", "停课", "调课", "课程变动", "停课调课", "changes"],
    key: ["activity_id", "occurs_at"],
    about: "what became of one occurrence, or that a series ends; see below",
    columns:
      Column<ActivityID>.activity,
    Column<LocalDateTime>.occurrence,
    Column<Void>.occurrenceDay,
    Column<ChangeWord>.term(
      "change", "变更", "变更类型", "调整", "类型",
      more: [
        .cancelled: ["取消", "停办", "停课", "停一次", "不上课"],
        .moved: ["调整", "改期", "改时间", "改地点", "换地点", "调课", "换时间"], .added: ["增加", "新增", "加办"],
        .ended: ["已结束", "终止", "不再举办"], .topic: ["照常", "本期主题", "课题"],
      ]),
    Column<LocalDateTime?>.optionalTime(
      "starts_at", "新开始时间", "开始时间", "改到", "调整后时间", "新时间", "start", about: "the new start"),
    Column<LocalDateTime?>.optionalTime("ends_at", "新结束时间", "结束时间", "end", about: "the new end"),
    Column<Void>.duration,
    Column<VenueID?>.optionalReference(
      "venue_id", to: "venue", "新场所", "场所", "地点", "新地点", "venue", "place", about: "the new place"),
    Column<String?>.optionalText(
      "title", "主题", "本期主题", "课题", "题目", "topic", about: "what the occurrence is about; behind the series' title"),
    Column<String?>.optionalText("summary", "简介", "内容", about: "in place of the series'"),
    Column<String?>.optionalText(
      "host", "主讲", "主持", "讲师", "speaker", about: "in place of the series': a role or an organisation"),
    Column<String?>.optionalText("note", "备注", "说明", "原因"),
    Column<String?>.optionalText(
      "video_url", "视频", "视频地址", "回放", "回放地址", "视频链接", "video",
      about: "where its recording can be watched; published when it is over", rules: [.webAddress]),
    rules: [
      .endsAfterStart,
      TableRule(
        ["ends_at", "duration", "starts_at"], zh: "新的开始和结束时间要么都写，要么都不写",
        en: "starts_at and ends_at come together or not at all",
        hint: Message(zh: "补上另一个，或两个都留空", en: "add the other, or leave both empty")
      ) { value in value("starts_at").isNull == value("ends_at").isNull },
      TableRule(
        ["change"], zh: "调整要写新的时间或新的场所", en: "moved needs a new time or a new venue",
        hint: Message(
          zh: "写“新开始时间”“新结束时间”，或“新场所”；不办了写“取消”",
          en: "give starts_at and ends_at, or venue_id; else write cancelled")
      ) { value in
        value("change").filledText != "moved" || !value("starts_at").isNull || !value("venue_id").isNull
      },
      TableRule(
        ["venue_id", "starts_at", "ends_at", "change"], zh: "结束一个系列不写新的时间和场所",
        en: "the end of a series has no new time and no new venue",
        hint: Message(zh: "清空新的时间和场所，或把变更改为“调整”", en: "empty them, or write moved")
      ) { value in value("change").filledText != "ended" || value("starts_at").isNull && value("venue_id").isNull },
      TableRule(
        ["title", "change"], zh: "写“主题”的一行要有主题、简介或主讲", en: "a topic has a title, a summary or a host",
        hint: Message(zh: "填上这一场讲什么", en: "say what the occurrence is about")
      ) { value in
        value("change").filledText != "topic"
          || ["title", "summary", "host"].contains { value($0).filledText != nil }
      },
      TableRule(
        ["venue_id", "starts_at", "ends_at", "change"], zh: "只写主题的一场不改时间和场所",
        en: "a topic changes no time and no venue",
        hint: Message(zh: "改时间或场所用“调整”，主题照样可以写", en: "write moved, which may have a topic too")
      ) { value in value("change").filledText != "topic" || value("starts_at").isNull && value("venue_id").isNull },
      TableRule(
        ["video_url", "change"], zh: "没有办的一场没有视频", en: "what was not held has no video",
        hint: Message(zh: "清空视频，或改正变更", en: "empty video_url, or mend the change")
      ) { value in
        value("video_url").filledText == nil || !["cancelled", "ended"].contains(value("change").filledText)
      },
      TableRule(
        ["venue_id", "change"], zh: "取消一场不写新的场所", en: "a cancelled occurrence has no new venue",
        hint: Message(zh: "清空新场所，或把变更改为“调整”", en: "empty venue_id, or write moved")
      ) { value in
        value("change").filledText != "cancelled" || !value("starts_at").isNull || value("venue_id").isNull
      },
    ]
  ) { _, activity, occursAt, _, word, start, end, _, venue, title, summary, host, note, video in
    let place = ActivityChangeRecord.Placement(start: start, end: end, venue: venue)
    let change: ActivityChangeRecord.Change =
      switch word {
      case .moved: .moved(place)
      case .added: .added(place)
      case .cancelled: place.start == nil ? .cancelled : .withdrawn(place)
      case .ended: .ended
      case .topic: .topic
      }
    return ActivityChangeRecord(
      activity: activity, occursAt: occursAt, change: change,
      topic: .init(title: title, summary: summary, host: host), note: note, videoURL: video)
  }
}

extension Column<ActivityID> {
  static let activity = reference(
    "activity_id", to: "activity", "活动", "活动编号", "活动名称", "编号", "课程", "课程名称", "系列", "activity")
}

extension Column<LocalDateTime> {
  static let occurrence = time(
    "occurs_at", "原定时间", "场次", "场次时间", "原时间", "时间", "活动时间", "occurrence",
    about: "the start that the activity's own rule gives; of an added one, its start")
}

extension Column<Void> {
  /// The day alone, where the series has one occurrence on it; or beside its time.
  static let occurrenceDay = sheetDay(
    "occurs_on", "日期", "原定日期", "原日期", "上课日期", "活动日期", "停课日期", "date")
}
