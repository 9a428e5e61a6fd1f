/// A page's file as a text.
package enum PageText {
  /// What stands below the front matter; all of it where it has none.
  package static func body(_ text: String) -> String {
    FrontMatterFence.split(text[...], path: "", problems: ProblemList())?.body ?? text
  }
}
