/// What the finder says, on pages, in its script and on screens. In a pattern, `{road}`, `{number}` and `{building}` are parts of an address,
/// `{first}` and `{last}` numbers, `{q}` is what was asked for.
package protocol FinderWords: Sendable {
  /// Of the field in which an address is typed.
  var finderField: String { get }
  /// - Parameter addresses: some that there are.
  func finderExample(_ addresses: [String]) -> String
  var finderAsk: String { get }
  var finderNeedsScript: String { get }
  /// The heading of all addresses.
  var addressesByRoad: String { get }
  /// Before the roads and numbers of a unit.
  var addressesCovered: String { get }
  var noAddresses: String { get }
  var officePhone: String { get }

  // MARK: Addresses

  var addressPattern: String { get }
  var numberPattern: String { get }
  var numbersPattern: String { get }
  /// Behind numbers of one side.
  var oddNumbers: String { get }
  var evenNumbers: String { get }

  // MARK: Answers

  /// Before the unit that an address belongs to.
  var belongsTo: String { get }
  var whomToCall: String { get }
  var nobodyToCall: String { get }
  var venueNearby: String { get }
  var alsoIn: String { get }
  var otherBuildings: String { get }
  var whichOne: String { get }
  var roadBelongsTo: String { get }
  var addressNotListed: String { get }
  var nearestNumbers: String { get }
  var addressNotFound: String { get }
  var similarRoads: String { get }
  var whatToDo: String { get }

  // MARK: Screens

  /// How to use it.
  var finderHow: String { get }
  var finderScan: String { get }
  /// - Parameter roads: with their numbers.
  func grid(_ name: String, has roads: String) -> String
}

extension FinderWords {
  /// `1–59号（单号）`.
  package func numbers(from first: Int, to last: Int, isOdd: Bool?, building: String?) -> String {
    let pattern = first == last ? numberPattern : numbersPattern
    let numbers = pattern.replacing("{first}", with: String(first)).replacing("{last}", with: String(last))
    let side = isOdd.map { $0 ? oddNumbers : evenNumbers } ?? ""
    return numbers + (building ?? "") + (first == last ? "" : side)
  }

  /// `嵩台路35号3号楼`.
  package func address(_ road: String, _ number: Int, building: String? = nil) -> String {
    // The road last: it is not the program's own text, and may hold what looks like a name in a pattern.
    addressPattern.replacing("{number}", with: String(number)).replacing("{building}", with: building ?? "")
      .replacing("{road}", with: road)
  }
}
