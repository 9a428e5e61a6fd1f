/// What a book says to an address.
package struct AddressAnswer: Sendable, Hashable {
  package enum Kind: String, Sendable {
    /// Nothing was asked.
    case nothing
    /// One unit.
    case found
    /// Several, of which those who ask choose.
    case choices
    /// A road without a number.
    case road
    /// A road that is known, and a number that is not.
    case unlisted
    /// No road and no unit that is known.
    case unknown
  }

  /// Something that is meant perhaps: a unit, a road, a number of a road, a building of it.
  package struct Choice: Sendable, Hashable {
    package var place: Int?
    package var road: Int?
    package var number: Int?
    package var building: String?
  }

  package let kind: Kind
  /// The unit: found, or named by an address whose road is not known.
  package var place: Int?
  package var road: Int?
  package var number: Int?
  /// The building that decided.
  package var building: String?
  /// Less exact ones that have the number too, and are not above the unit.
  package var also: [Int] = []
  /// Of `found`, other buildings of the number; of `unknown`, roads that look alike.
  package var choices: [Choice] = []
  /// Of `unlisted`, the nearest ranges of the road.
  package var near: [Int] = []
  /// Of `road` and `unlisted`, who knows more.
  package var offices: [Int] = []

  init(_ kind: Kind) { self.kind = kind }
}
