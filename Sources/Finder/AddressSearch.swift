/// From what people type to what a book says. A road that is not surely the one that was typed is offered, never answered with: 东解放路 is not
/// 解放路. `Client/book.js` is the same in the same order.
struct AddressSearch {
  static let choices = 12
  static let near = 3

  let book: AddressBook
  let text: [UInt16]

  /// A road's name in the text, and what stands behind it.
  struct Mention {
    let road: Int
    let place: Int
    /// What stands before it is no part of a longer name.
    let isSure: Bool
    let number: HouseNumber
    let tail: [UInt16]
  }

  func answer() -> AddressAnswer {
    if text.isEmpty { return AddressAnswer(.nothing) }
    let mentions = self.mentions()
    if let mention = mentions.first(where: \.isSure) { return answer(mention) }
    return numberAlone() ?? named() ?? initials() ?? partial(mentions) ?? unknown()
  }

  // MARK: A road

  /// Those with a number first, then the longest.
  private func mentions() -> [Mention] {
    var found: [Mention] = []
    for (number, road) in book.roads.enumerated() {
      guard let place = place(of: road.key) else { continue }
      let tail = Array(text[(place.at + road.key.count)...])
      found.append(
        Mention(road: number, place: place.at, isSure: place.isSure, number: HouseNumber(tail[...]), tail: tail))
    }
    func order(_ mention: Mention) -> (Int, Int, Int, Int) {
      (mention.number.number == nil ? 1 : 0, -book.roads[mention.road].key.count, mention.place, mention.road)
    }
    return found.sorted { order($0) < order($1) }
  }

  /// The first place at which a road surely stands, else the first of all. No number is cut in two.
  private func place(of key: [UInt16]) -> (at: Int, isSure: Bool)? {
    var first: Int?
    var from = 0
    while let place = AddressText.place(of: key, in: text, from: from) {
      from = place + 1
      let end = place + key.count
      if AddressText.isDigit(key[0]), place > 0, AddressText.isDigit(text[place - 1]) { continue }
      if AddressText.isDigit(key[key.count - 1]), end < text.count, AddressText.isDigit(text[end]) { continue }
      if isBoundary(place) { return (place, true) }
      first = first ?? place
    }
    return first.map { ($0, false) }
  }

  /// What a road's name may stand behind: the end of a larger area's name, of another address, or a word.
  private static let boundaries = Set("省市区县旗盟州镇乡村社道格号院与和在住是址到".utf16)

  private func isBoundary(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = text[..<place]
    if Self.boundaries.contains(text[place - 1]) { return true }
    return book.keys.contains { key in
      key.name.count > 1 && before.ends(with: key.name) || key.shortName.count > 1 && before.ends(with: key.shortName)
    }
  }

  private func answer(_ mention: Mention) -> AddressAnswer {
    if let number = mention.number.number {
      if let answer = answer(mention.road, number: number, building: mention.number.building, tail: mention.tail) {
        return answer
      }
      return longestName(in: mention.tail).map { found($0) } ?? unlisted(mention.road, number)
    }
    if let building = mention.number.building {
      let rows = book.roads[mention.road].ranges.filter { book.buildings[$0] == building }
      if let answer = oneOf(rows.map { choice($0, number: book.ranges[$0].numbers.first) }) { return answer }
    }
    if let place = longestName(in: mention.tail) { return found(place) }
    var answer = AddressAnswer(.road)
    answer.road = mention.road
    answer.offices = offices(mention.road)
    return answer
  }

  // MARK: A number of a road

  /// The answer to a number; nil where the road has no such number. What names the building goes before what names none; then the more exact
  /// unit goes before the other.
  private func answer(_ road: Int, number: Int, building: [UInt16]?, tail: [UInt16]) -> AddressAnswer? {
    let rows = book.roads[road].ranges.filter { book.ranges[$0].numbers.contains(number) }
    if rows.isEmpty { return nil }
    let inBuildings = rows.filter { book.buildings[$0] != nil }
    let named = inBuildings.filter { isNamed(book.buildings[$0] ?? [], building: building, tail: tail) }
    let length = named.map { book.buildings[$0]?.count ?? 0 }.max()
    let plain = rows.filter { book.buildings[$0] == nil }
    let fitting = named.isEmpty ? plain : named.filter { book.buildings[$0]?.count == length }
    let choices = inBuildings.map { choice($0, number: number) }
    guard let best = best(fitting) else { return oneOf(choices, isSure: false) }
    var answer = found(book.ranges[best].place)
    (answer.road, answer.number) = (road, number)
    answer.building = named.isEmpty ? nil : book.ranges[best].building
    let chain = book.chain(of: book.ranges[best].place)
    for row in fitting + (named.isEmpty ? [] : plain) {
      let place = book.ranges[row].place
      if !chain.contains(place), !answer.also.contains(place) { answer.also.append(place) }
    }
    if named.isEmpty { answer.choices = Array(choices.prefix(Self.choices)) }
    return answer
  }

  private func isNamed(_ key: [UInt16], building: [UInt16]?, tail: [UInt16]) -> Bool {
    BuildingName.isShort(key) ? key == building : AddressText.place(of: key, in: tail) != nil
  }

  /// The most exact, the first of equals.
  private func best(_ rows: [Int]) -> Int? {
    rows.first { row in
      rows.allSatisfy { book.places[book.ranges[$0].place].rank <= book.places[book.ranges[row].place].rank }
    }
  }

  private func choice(_ row: Int, number: Int) -> AddressAnswer.Choice {
    let range = book.ranges[row]
    let road = book.roads.firstIndex { $0.ranges.contains(row) }
    return .init(place: range.place, road: road, number: number, building: range.building)
  }

  private func unlisted(_ road: Int, _ number: Int) -> AddressAnswer {
    var answer = AddressAnswer(.unlisted)
    (answer.road, answer.number) = (road, number)
    answer.near = Array(
      book.roads[road].ranges.sorted { one, other in
        (book.ranges[one].numbers.distance(to: number), one) < (book.ranges[other].numbers.distance(to: number), other)
      }.prefix(Self.near))
    answer.offices = offices(road)
    return answer
  }

  private func offices(_ road: Int) -> [Int] {
    var offices: [Int] = []
    for row in book.roads[road].ranges {
      let office = book.office(of: book.ranges[row].place)
      if offices.count < Self.near, !offices.contains(office) { offices.append(office) }
    }
    return offices
  }

  /// `35号`: of every road that has it.
  private func numberAlone() -> AddressAnswer? {
    let number = HouseNumber(text[...])
    guard let wanted = number.number, number.isMarked || number.end == text.count else { return nil }
    return onRoads(Array(book.roads.indices), wanted: wanted, number: number, tail: text)
  }

  private func onRoads(_ roads: [Int], wanted: Int, number: HouseNumber, tail: [UInt16]) -> AddressAnswer? {
    let answers = roads.compactMap { answer($0, number: wanted, building: number.building, tail: tail) }
    if answers.count == 1 { return answers[0] }
    return oneOf(
      answers.flatMap { answer in
        answer.kind == .found
          ? [.init(place: answer.place, road: answer.road, number: answer.number, building: answer.building)]
          : answer.choices
      })
  }

  // MARK: Names

  /// A unit that is called so, or, longer than two characters, is named within the text.
  private func named() -> AddressAnswer? {
    let same = book.keys.indices.filter { book.keys[$0].name == text || book.keys[$0].shortName == text }
    if let answer = oneOf(same.map { .init(place: $0) }) { return answer }
    guard let place = longestName(in: text) else { return nil }
    if !namesAnotherRoad { return found(place) }
    var answer = unknown()
    answer.place = place
    return answer
  }

  /// The longest of the names that a text holds, the most exact of equally long ones.
  private func longestName(in text: [UInt16]) -> Int? {
    var best: (place: Int, length: Int)?
    for (place, key) in book.keys.enumerated() {
      for name in [key.name, key.shortName] where name.count > 2 && AddressText.place(of: name, in: text) != nil {
        let isBetter = best.map { one in
          (one.length, book.places[one.place].rank) < (name.count, book.places[place].rank)
        }
        if isBetter ?? true { best = (place, name.count) }
      }
    }
    return best?.place
  }

  private static let roadEnds = Set("路街巷道弄".utf16)

  private var namesAnotherRoad: Bool {
    text.indices.dropLast().contains { Self.roadEnds.contains(text[$0]) && AddressText.isDigit(text[$0 + 1]) }
  }

  /// `stl35`: the first letters of a name's syllables, as people type on a keyboard.
  private func initials() -> AddressAnswer? {
    let letters = text.prefix(while: AddressText.isLetter)
    let number = HouseNumber(text[letters.count...])
    guard letters.count > 1, letters.count == text.count || number.number != nil else { return nil }
    let roads = book.roads.indices.filter { book.roads[$0].initials.elementsEqual(letters) }
    if let wanted = number.number {
      return onRoads(roads, wanted: wanted, number: number, tail: Array(text[letters.count...]))
    }
    let places = book.keys.indices.filter { book.keys[$0].initials.elementsEqual(letters) }
    return oneOf(roads.map { .init(road: $0) } + places.map { .init(place: $0) })
  }

  /// Names that hold what was typed, and roads that it may mean.
  private func partial(_ mentions: [Mention]) -> AddressAnswer? {
    let head = text.prefix { !AddressText.isDigit($0) }
    let number = HouseNumber(text[head.count...])
    if let wanted = number.number, head.count > 1 {
      let roads = book.roads.indices.filter { AddressText.place(of: Array(head), in: book.roads[$0].key) != nil }
      if let answer = onRoads(roads, wanted: wanted, number: number, tail: Array(text[head.count...])) { return answer }
    }
    var choices = mentions.map { mention in
      AddressAnswer.Choice(
        place: nil, road: mention.road,
        number: mention.number.number.flatMap { number in
          book.roads[mention.road].ranges.contains { book.ranges[$0].numbers.contains(number) } ? number : nil
        })
    }
    if !choices.isEmpty { return oneOf(choices, isSure: false) }
    choices = book.roads.indices.filter { AddressText.place(of: text, in: book.roads[$0].key) != nil }.map {
      .init(road: $0)
    }
    choices += book.keys.indices.filter { place in
      AddressText.place(of: text, in: book.keys[place].name) != nil
        || AddressText.place(of: text, in: book.keys[place].shortName) != nil
    }.map { .init(place: $0) }
    return oneOf(choices)
  }

  // MARK: What comes of it

  private func found(_ place: Int) -> AddressAnswer {
    var answer = AddressAnswer(.found)
    answer.place = place
    return answer
  }

  /// nil for none; one is the answer, where it is sure.
  private func oneOf(_ choices: [AddressAnswer.Choice], isSure: Bool = true) -> AddressAnswer? {
    guard let first = choices.first else { return nil }
    if choices.count == 1, isSure {
      if let place = first.place {
        var answer = found(place)
        (answer.road, answer.number, answer.building) = (first.road, first.number, first.building)
        return answer
      }
      if let road = first.road {
        var answer = AddressAnswer(.road)
        answer.road = road
        answer.offices = offices(road)
        return answer
      }
    }
    var answer = AddressAnswer(.choices)
    answer.choices = Array(choices.prefix(Self.choices))
    return answer
  }

  /// Roads that share half of their characters with the text, the most alike first.
  private func unknown() -> AddressAnswer {
    let typed = Set(text)
    let alike = book.roads.indices.compactMap { road -> (shared: Int, road: Int)? in
      let characters = Set(book.roads[road].key.dropLast())
      let shared = characters.intersection(typed).count
      return shared > 0 && shared * 2 >= characters.count ? (shared, road) : nil
    }
    var answer = AddressAnswer(.unknown)
    answer.choices = alike.sorted { (-$0.shared, $0.road) < (-$1.shared, $1.road) }.prefix(5).map {
      .init(road: $0.road)
    }
    return answer
  }
}

extension AddressBook {
  package func answer(_ text: String) -> AddressAnswer {
    AddressSearch(book: self, text: AddressText(text).units).answer()
  }
}

extension ArraySlice<UInt16> {
  fileprivate func ends(with end: [UInt16]) -> Bool { suffix(end.count).elementsEqual(end) }
}
