import Diagnostics

/// The verb that somebody means who types another word: one that people call it by, one cut short or with letters left out, a slip of the hand.
struct MeantVerb {
  /// The likeliest; two or three where they are alike, none where nothing is near.
  let verbs: [String]

  /// Nobody chooses among more.
  private static let most = 3

  /// - Parameters:
  ///   - known: the verbs that there are at this place.
  ///   - otherNames: what people type for a verb, as it is typed from the beginning.
  init(_ typed: String, of known: [String], otherNames: [String: String]) {
    let word = typed.lowercased()
    let own = known + ["help"]
    // As it is typed here: below `activities`, `activities import` is `import`, and `build` is another verb's.
    func here(_ name: String) -> String? {
      let parts = name.split(separator: " ").map(String.init)
      if parts.first.map(own.contains) == true { return name }
      return parts.count > 1 && known.contains(parts[1]) ? parts.dropFirst().joined(separator: " ") : nil
    }
    if let meant = otherNames[word].flatMap(here) {
      verbs = [meant]
      return
    }
    // The rest was not typed: `pub`, `rel`.
    let begun = word.count > 1 ? known.filter { $0.hasPrefix(word) } : []
    if begun.count == 1 || (2...Self.most).contains(begun.count) {
      verbs = begun
      return
    }
    if let near = Suggestion.nearest(to: word, among: own) {
      verbs = [near]
      return
    }
    // Letters were left out: `bld`, `chk`, `acts`, as people shorten words.
    let shortened = word.count > 1 ? known.filter { $0.first == word.first && Self.holds($0, word) } : []
    if (1...Self.most).contains(shortened.count) {
      verbs = shortened
      return
    }
    // `imprt` is a verb below another; `发步` sounds like one.
    let others = otherNames.keys.filter { otherNames[$0].flatMap(here) != nil }.sorted()
    verbs = [Suggestion.nearest(to: word, among: others).flatMap { otherNames[$0] }.flatMap(here)].compactMap(\.self)
  }

  /// Whether a word's letters stand in the other in their order, among others.
  private static func holds(_ word: String, _ letters: String) -> Bool {
    var rest = letters[...]
    for letter in word where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
