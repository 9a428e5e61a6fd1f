/// The columns by which a table's rows are told apart, as its writers know them.
enum TableKeys {
  static let columns: [String: [String]] = [
    "activity_change": ["activity_id", "occurs_at"], "attendance": ["activity_id", "occurs_at"],
    "roster_holder": ["roster_id", "position"], "roster_swap": ["roster_id", "turn_start"],
  ]
}
