/// What the preview says in its bar, around the site that it shows.
package protocol PreviewWords: Sendable {
  var previewTitle: String { get }
  /// To whoever came by a name that leads to this machine and is not its own.
  var previewWrongHost: String { get }

  // MARK: The time

  var previewTime: String { get }
  var previewNow: String { get }
  /// A day of the week and a moment: `{m}月{d}日 {w} {t}`.
  var previewMoment: String { get }
  var previewWeekdays: [String] { get }
  var previewExactTime: String { get }

  // MARK: Views

  var previewPage: String { get }
  var previewPhone: String { get }
  var previewElder: String { get }
  var previewPrint: String { get }
  var previewScreens: String { get }
  var previewNoScreens: String { get }
  var previewLandscape: String { get }
  var previewPortrait: String { get }
  var previewPrintNote: String { get }
  var previewPages: String { get }
  var previewFindPage: String { get }
  var previewNothingFound: String { get }

  // MARK: What is not public

  var previewDrafts: String { get }
  var previewDraft: String { get }
  func previewDue(_ date: String) -> String
  var previewUnapproved: String { get }

  // MARK: Problems

  var previewProblems: CountedText { get }
  var previewErrors: CountedText { get }
  /// What stands behind the errors.
  var previewLastGood: String { get }
  var previewNoGood: String { get }
  var previewWhatToDo: String { get }
  var previewLooking: String { get }
  var previewNoProblems: String { get }

  // MARK: What would change

  var previewChanges: String { get }
  var previewNeverPublished: String { get }
  var previewNothingChanges: String { get }
  var previewAdded: CountedText { get }
  var previewChanged: CountedText { get }
  var previewGone: CountedText { get }
  var previewOtherFiles: CountedText { get }
  var previewMore: CountedText { get }
  var previewMendFirst: String { get }

  // MARK: The bar

  var previewHide: String { get }
  var previewShow: String { get }
  var previewClose: String { get }
  var previewLost: String { get }
}
