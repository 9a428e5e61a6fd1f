import CivilTime
import Vocabulary

/// A column and the type of its values: said once, it is read from rows, from cells, written to sheets, and explained to people.
struct Column<Value: Sendable>: Sendable {
  let form: ColumnForm
  /// nil where the row's value is wrong or missing, which the row then notes.
  let read: @Sendable (CheckedRow) -> Value?
}

// MARK: Kinds of columns. The headers' first is the one that a Chinese export writes.

extension Column {
  static func id<Subject>(_ headers: String...) -> Column where Value == Identifier<Subject> {
    Column(form: ColumnForm("id", headers, kind: .identifier, isRequired: true)) { $0.identifier("id") }
  }

  /// - Parameter standIn: where a sheet leaves it empty, the row that this other column names says it.
  static func reference<Subject>(
    _ name: String, to table: String, _ headers: String..., standIn: String? = nil, about: String = ""
  ) -> Column where Value == Identifier<Subject> {
    Column(
      form: ColumnForm(
        name, headers, kind: .reference(table), isRequired: true, standIn: standIn, about: about)
    ) { $0.identifier(name) }
  }

  static func optionalReference<Subject>(
    _ name: String, to table: String, _ headers: String..., about: String = ""
  ) -> Column where Value == Identifier<Subject>? {
    Column(form: ColumnForm(name, headers, kind: .reference(table), about: about)) {
      .some($0.optionalIdentifier(name))
    }
  }

  static func optionalTerm<Word: SheetTerm>(
    _ name: String, _ headers: String..., more: [Word: [String]] = [:], about: String = ""
  ) -> Column where Value == Word? {
    Column(form: ColumnForm(name, headers, kind: .terms(more), about: about)) { .some($0.optionalTerm(name)) }
  }
}

extension Column where Value: SheetTerm {
  static func term(_ name: String, _ headers: String..., more: [Value: [String]] = [:], about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .terms(more), isRequired: true, about: about)) { $0.term(name) }
  }
}

extension Column<String> {
  static func text(
    _ name: String, _ headers: String..., about: String = "", rules: [ValueRule] = []
  ) -> Column {
    Column(form: ColumnForm(name, headers, isRequired: true, about: about, rules: rules)) { $0.text(name) }
  }
}

extension Column<String?> {
  static func optionalText(
    _ name: String, _ headers: String..., about: String = "", rules: [ValueRule] = []
  ) -> Column {
    Column(form: ColumnForm(name, headers, about: about, rules: rules)) { .some($0.optionalText(name)) }
  }

  /// Part of a key, which must not be NULL: empty where there is nothing.
  static func textOrEmpty(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, isRequired: true, about: about)) { .some($0.optionalText(name)) }
  }
}

extension Column<RecurrenceRule?> {
  /// A recurrence of something with a start and an end in columns of their own, which it must produce and leave room for.
  static func recurrence(
    _ name: String, from start: String, until end: String, _ headers: String..., about: String = ""
  ) -> Column {
    Column(form: ColumnForm(name, headers, kind: .rule, about: about)) { row in
      .some(row.rule(name, from: start, until: end))
    }
  }
}

extension Column<Int> {
  static func integer(
    _ name: String, _ headers: String..., quantity: ColumnForm.Quantity = .init(), about: String = "",
    rules: [ValueRule] = []
  ) -> Column {
    Column(
      form: ColumnForm(name, headers, kind: .integer(quantity), isRequired: true, about: about, rules: rules)
    ) { $0.integer(name) }
  }
}

extension Column<Int?> {
  static func optionalInteger(
    _ name: String, _ headers: String..., quantity: ColumnForm.Quantity = .init(), about: String = "",
    rules: [ValueRule] = []
  ) -> Column {
    Column(form: ColumnForm(name, headers, kind: .integer(quantity), about: about, rules: rules)) {
      .some($0.optionalInteger(name))
    }
  }
}

extension Column<Double> {
  static func number(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .number(.init()), isRequired: true, about: about)) { $0.number(name) }
  }
}

extension Column<Double?> {
  static func optionalNumber(
    _ name: String, _ headers: String..., quantity: ColumnForm.Quantity = .init(), about: String = "",
    rules: [ValueRule] = []
  ) -> Column {
    Column(form: ColumnForm(name, headers, kind: .number(quantity), about: about, rules: rules)) {
      .some($0.optionalNumber(name))
    }
  }
}

extension Column<LocalDateTime> {
  static func time(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .time, isRequired: true, about: about)) { $0.time(name) }
  }
}

extension Column<LocalDateTime?> {
  static func optionalTime(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .time, about: about)) { .some($0.optionalTime(name)) }
  }
}

extension Column<CivilDate> {
  static func date(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .date, isRequired: true, about: about)) { $0.date(name) }
  }
}

extension Column<PartialDate> {
  static func partialDate(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .partialDate, isRequired: true, about: about)) { $0.partialDate(name) }
  }
}

extension Column<CivilPeriod> {
  static func month(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .month, isRequired: true, about: about)) { $0.month(name) }
  }
}

extension Column<MonthDay> {
  static func monthDay(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .monthDay, isRequired: true, about: about)) { $0.monthDay(name) }
  }
}

extension Column<CivilDate?> {
  static func optionalDate(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .date, about: about)) { .some($0.optionalDate(name)) }
  }
}

extension Column<Bool> {
  /// 0 or 1; in sheets 是 or nothing.
  static func flag(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .flag, isRequired: true, about: about)) { $0.flag(name) }
  }
}

extension Column<ListWordID?> {
  /// A word of the list that the row's `list_id` names.
  static func listWord(_ name: String, _ kind: ListWordKind, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .listWord(kind, []), about: about)) {
      .some($0.optionalIdentifier(name))
    }
  }
}

extension Column<Slug?> {
  /// The last part of a page's address.
  static func pageName(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, kind: .identifier, about: about)) { .some($0.optionalIdentifier(name)) }
  }
}

extension Column<[String]> {
  /// Words with a comma, a semicolon, 、 or a blank between.
  static func words(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(form: ColumnForm(name, headers, about: about)) { row in
      .some(row.optionalText(name)?.split { ",，、;； \n".contains($0) }.map(String.init) ?? [])
    }
  }
}

// MARK: Columns that several tables have

extension Column<Int?> {
  /// A whole number, 0 or more.
  static func count(
    _ name: String, _ headers: String..., quantity: ColumnForm.Quantity = .init(), about: String = ""
  ) -> Column {
    Column(
      form: ColumnForm(
        name, headers, kind: .integer(quantity), about: about, rules: [.notNegative(headers.first ?? name, name)])
    ) { .some($0.optionalInteger(name)) }
  }
}

extension Column<Double?> {
  static func yuan(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(
      form: ColumnForm(
        name, headers, kind: .number(.init(units: ["元"], zero: ["免费", "free", "公益"], none: ["面议"])), about: about,
        rules: [.notNegative(headers.first ?? name, name)])
    ) { .some($0.optionalNumber(name)) }
  }

  static func quantity(_ name: String, _ headers: String..., about: String = "") -> Column {
    Column(
      form: ColumnForm(
        name, headers, kind: .number(.init(none: ["不限"])), about: about,
        rules: [.notNegative(headers.first ?? name, name)])
    ) { .some($0.optionalNumber(name)) }
  }
}

extension Column<LocalDateTime> {
  static let updated = time("updated_at", "更新时间", "修改时间", "最后修改", "updated", about: "set it when you change the row")
}

/// What spreadsheets have beside the database's columns.
extension Column<Void> {
  static func sheetDay(_ name: String, _ headers: String...) -> Column {
    Column(form: ColumnForm(name, headers, kind: .day, isStored: false)) { _ in () }
  }

  static let duration = Column(
    form: ColumnForm("duration", ["时长", "活动时长", "持续时间", "duration minutes"], kind: .duration, isStored: false)
  ) { _ in () }
}

extension ColumnForm.Kind {
  /// A vocabulary's codes, with their labels and what else people write.
  fileprivate static func terms<Word: SheetTerm>(_ more: [Word: [String]]) -> ColumnForm.Kind {
    .term(Word.allCases.map { .init(code: $0.rawValue, labels: [$0.inSheets] + more[$0, default: []]) })
  }
}
