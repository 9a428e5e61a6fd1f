/// What stands before a title for programs that show nothing else.
enum TitleMark {
  /// `【已取消】`; empty where there is nothing to say.
  static func text(_ label: String?) -> String { label.map { "【\($0)】" } ?? "" }
}
