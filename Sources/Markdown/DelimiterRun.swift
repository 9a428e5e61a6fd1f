/// A run of `*`, `_` or `~` and what stands around it: whether it may open and close (CommonMark §6.2).
struct DelimiterRun {
  let before: CharacterClass
  let after: CharacterClass

  struct Flanking: Equatable {
    let isLeft: Bool
    let isRight: Bool

    /// It may close what is open, and opens nothing.
    static let closing = Flanking(isLeft: false, isRight: true)
  }

  /// As libcmark decides it.
  var plain: Flanking {
    Flanking(
      isLeft: !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation),
      isRight: !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation))
  }

  /// By the markdown-cjk-friendly amendment (CommonMark issue 650): punctuation of CJK text is like its letters, and CJK text is beside
  /// other punctuation as white space is.
  var friendly: Flanking {
    func isOther(_ one: CharacterClass) -> Bool { one.isMark && !one.isCJK }
    func setsApart(_ one: CharacterClass) -> Bool { one.isSpace || one.isMark || one.isCJK }
    return Flanking(
      isLeft: !after.isSpace && (!isOther(after) || setsApart(before)),
      isRight: !before.isSpace && (!isOther(before) || setsApart(after)))
  }

  /// Where punctuation has to be put beside the run so that libcmark decides as wanted.
  enum Mending: CaseIterable {
    case none, before, after, both
  }

  /// nil where nothing helps.
  func mending(for wanted: Flanking) -> Mending? {
    Mending.allCases.first { mending in
      DelimiterRun(
        before: mending == .before || mending == .both ? .punctuation : before,
        after: mending == .after || mending == .both ? .punctuation : after
      ).plain == wanted
    }
  }
}
