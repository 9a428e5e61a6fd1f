/// Where in each of some records' texts a term begins, as exactly as it takes to tell whether two terms of a clause stand side by side.
///
/// A byte an occurrence: the place in its clause, modulo 127 (`Clauses`); the eighth bit is set where another of the same record follows.
/// A record that holds the term more than six times has one byte, `anywhere`.
enum TermPlaces {
  static let modulus = 127
  static let anywhere: UInt8 = 127
  static let most = 6
  /// A term whose places are longer stands in most texts, and narrows little; it has none.
  static let longest = 16_384
}
