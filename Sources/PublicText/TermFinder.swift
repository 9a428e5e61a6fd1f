/// Finds any number of words in one pass over a text (Aho and Corasick, 1975): an automaton over bytes, of which the next state is one look
/// into a table.
package struct TermFinder: Sendable {
  /// A word, and the phrases with it in them in which it is right.
  package struct Term: Sendable {
    package let word: String
    package let exceptions: [String]

    package init(word: String, exceptions: [String] = []) {
      self.word = word
      self.exceptions = exceptions
    }
  }

  /// A word in a text.
  package struct Hit: Sendable, Hashable {
    /// Which of the terms.
    package let term: Int
    /// Where it stands in the text's UTF-8, marks within it included.
    package let range: Range<Int>
  }

  /// What ends in a state.
  private struct Pattern: Sendable {
    let term: Int
    let isException: Bool
    let bytes: [UInt8]
  }

  private var patterns: [Pattern] = []
  /// Bytes that no pattern has are all one class.
  private var classes: [UInt8] = Array(repeating: 0, count: 256)
  private var classCount = 1
  /// The next state by state and class.
  private var next: [Int32] = []
  /// Patterns that end in a state, the longest first; most have none.
  private var ends: [[Int]] = []
  private var hasEnd: [Bool] = []

  package init(_ terms: [Term]) {
    for (index, term) in terms.enumerated() {
      add(Pattern(term: index, isException: false, bytes: Array(term.word.utf8)))
      for exception in term.exceptions {
        add(Pattern(term: index, isException: true, bytes: Array(exception.utf8)))
      }
    }
    build()
  }

  package var isEmpty: Bool { patterns.isEmpty }

  private mutating func add(_ pattern: Pattern) {
    if !pattern.bytes.isEmpty { patterns.append(pattern) }
  }

  private mutating func build() {
    for byte in patterns.lazy.flatMap(\.bytes) where classes[Int(byte)] == 0 {
      classes[Int(byte)] = UInt8(truncatingIfNeeded: classCount)
      classCount += 1
    }
    next = Array(repeating: -1, count: classCount)
    ends = [[]]
    for (index, pattern) in patterns.enumerated() {
      var state = 0
      for byte in pattern.bytes {
        let place = state * classCount + Int(classes[Int(byte)])
        if next[place] < 0 {
          next[place] = Int32(ends.count)
          ends.append([])
          next += Array(repeating: -1, count: classCount)
        }
        state = Int(next[place])
      }
      ends[state].append(index)
    }
    // By breadth: where a state has no way on, its longest proper ending's way is taken.
    var fallback = Array(repeating: 0, count: ends.count)
    var queue: [Int] = []
    for symbol in 0..<classCount {
      if next[symbol] < 0 { next[symbol] = 0 } else { queue.append(Int(next[symbol])) }
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      ends[state] += ends[fallback[state]]
      for symbol in 0..<classCount {
        let place = state * classCount + symbol
        let other = Int(next[fallback[state] * classCount + symbol])
        if next[place] < 0 {
          next[place] = Int32(other)
        } else {
          fallback[Int(next[place])] = other
          queue.append(Int(next[place]))
        }
      }
    }
    hasEnd = ends.map { !$0.isEmpty }
  }

  // MARK: Looking

  package func hits(in text: String, as surface: TextSurface = .plain) -> [Hit] {
    var text = text
    return text.withUTF8 { hits(in: $0, as: surface) }
  }

  /// All words that stand in none of their exceptions; of two that overlap the first, and of two that begin together the longer.
  package func hits(in text: UnsafeBufferPointer<UInt8>, as surface: TextSurface = .plain) -> [Hit] {
    guard !isEmpty else { return [] }
    var found: [(pattern: Int, range: Range<Int>)] = []
    scan(text, surface: surface) { state, end in
      for pattern in ends[state] {
        let range = start(of: patterns[pattern].bytes, in: text, endingAt: end)..<end
        if isWhole(range, in: text, patterns[pattern].bytes) { found.append((pattern, range)) }
      }
    }
    return found.isEmpty ? [] : chosen(found)
  }

  private func scan(
    _ text: UnsafeBufferPointer<UInt8>, surface: TextSurface, found: (_ state: Int, _ end: Int) -> Void
  ) {
    let marks = surface.marks
    classes.withUnsafeBufferPointer { classes in
      next.withUnsafeBufferPointer { next in
        marks.withUnsafeBufferPointer { marks in
          hasEnd.withUnsafeBufferPointer { hasEnd in
            var state = 0
            var index = 0
            while index < text.count {
              let byte = text[index]
              if marks[Int(byte)] {
                switch surface.step(text, at: index) {
                case .read: break
                case .join(let rest):
                  index = rest
                  continue
                case .part(let rest):
                  state = 0
                  index = rest
                  continue
                }
              }
              state = Int(next[state * classCount + Int(classes[Int(byte)])])
              index += 1
              if hasEnd[state] { found(state, index) }
            }
          }
        }
      }
    }
  }

  /// Marks may stand within the word.
  private func start(of word: [UInt8], in text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int {
    var index = end
    for byte in word.reversed() {
      index -= 1
      while index > 0, text[index] != byte { index -= 1 }
    }
    return max(0, index)
  }

  /// Latin words are whole words: `app` does not stand in `apple`.
  private func isWhole(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    if TextSign.isWord(word[0]), range.lowerBound > 0, TextSign.isWord(text[range.lowerBound - 1]) { return false }
    let isLatinEnd = TextSign.isWord(word[word.count - 1])
    return !(isLatinEnd && range.upperBound < text.count && TextSign.isWord(text[range.upperBound]))
  }

  private func chosen(_ found: [(pattern: Int, range: Range<Int>)]) -> [Hit] {
    // Both in the order of their ends, as they were found.
    let words = found.filter { !patterns[$0.pattern].isException }
    var isRight = Array(repeating: false, count: words.count)
    var upTo = 0
    for exception in found where patterns[exception.pattern].isException {
      while upTo < words.count, words[upTo].range.upperBound <= exception.range.upperBound { upTo += 1 }
      var index = upTo - 1
      while index >= 0, words[index].range.upperBound > exception.range.lowerBound {
        let isInside = words[index].range.lowerBound >= exception.range.lowerBound
        if isInside, patterns[words[index].pattern].term == patterns[exception.pattern].term { isRight[index] = true }
        index -= 1
      }
    }
    let wrong = zip(words, isRight).filter { !$0.1 }.map(\.0)
    var hits: [Hit] = []
    for word in wrong.sorted(by: {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    })
    where word.range.lowerBound >= hits.last?.range.upperBound ?? 0 {
      hits.append(Hit(term: patterns[word.pattern].term, range: word.range))
    }
    return hits
  }
}
