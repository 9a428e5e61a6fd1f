package import Artifacts
import CivilTime
package import Community
import Content
import Encoding
package import Parallel
package import Words

/// All that a browser needs to find by itself: `/search/index.json`, the shards and the store.
package struct SearchIndex: Sendable {
  /// Texts to a file of the store, 1 KB to 5: the hits of a part lie in a few files, and not many are written.
  static let textsPerFile = 8
  /// Texts that are made at once: whole files of the store.
  private static let textsPerPiece = textsPerFile * 32
  static let path = SitePath.at("search/index.json")
  /// Another path for another script: browsers may keep it for ever.
  package static func scriptPath(_ language: Language) -> SitePath {
    let version = IndexVersion(of: [SearchScript.script(language.words)])
    return .at("assets/search-\(String(version.value, radix: 16)).js")
  }

  private let community: Community
  private let jobs: Jobs

  package init(_ community: Community, jobs: Jobs) {
    self.community = community
    self.jobs = jobs
  }

  package func artifacts() -> [Artifact] {
    // Texts are made piece by piece, and each of their forms goes when the next is made: all of them at once were half of a build's memory.
    let records = SearchRecords(community, jobs: jobs).all()
    let kinds = records.map(\.kind)
    let pieces = jobs.map(
      stride(from: 0, to: records.count, by: Self.textsPerPiece).map {
        $0..<min(records.count, $0 + Self.textsPerPiece)
      }, grain: 1
    ) { Piece(records[$0].map { StoredText($0.record) }) }
    let store = pieces.flatMap(\.store)
    let shards = Shards(pieces.map(\.source), jobs: jobs)
    let addresses = community.finder.addresses.isEmpty ? nil : AddressFiles(community)
    let marks = Marks(
      shards: jobs.map(Array(0..<shards.count), grain: 16) { IndexVersion(of: shards.parts(of: $0)) },
      store: jobs.map(store, grain: 64) { IndexVersion(of: [$0]) })
    return [
      Artifact(
        Self.path, .json, .bytes(head(kinds, marks, TraditionalCharacters.table(where: shards.hold), addresses))),
      Artifact(Self.scriptPath(community.site.language), .javaScript, .bytes(SearchScript.script(community.words))),
    ]
      + (addresses?.artifacts ?? [])
      + store.enumerated().map { Artifact(.at("search/store/\($0).bin"), .binary, .bytes(marks.store[$0].file($1))) }
      + (0..<shards.count).map { shard in
        Artifact(.at("search/terms/\(shard).bin"), .binary, .made { marks.shards[shard].file(shards[shard]) })
      }
  }

  /// Of each file.
  private struct Marks: Sendable {
    let shards: [IndexVersion]
    let store: [IndexVersion]
  }

  /// Some texts as they are stored and as they are searched.
  private struct Piece: Sendable {
    var store: [Bytes] = []
    var source = Shards.Source()

    init(_ texts: [StoredText]) {
      for start in stride(from: 0, to: texts.count, by: SearchIndex.textsPerFile) {
        store.append(Self.file(texts[start..<min(texts.count, start + SearchIndex.textsPerFile)]))
      }
      source.units.reserveCapacity(texts.reduce(0) { $0 + $1.searchedCount + $1.keys.count + 1 })
      source.records.reserveCapacity(texts.count)
      for text in texts { append(text) }
    }

    private static func file(_ texts: ArraySlice<StoredText>) -> Bytes {
      var out = Bytes()
      var lengths = Bytes()
      out.reserveCapacity(texts.reduce(0) { $0 + $1.units.count } * 2)
      lengths.append(number: texts.count)
      for text in texts {
        let start = out.count
        Alphabet.append(text.units[...], to: &out)
        lengths.append(number: out.count - start)
      }
      let content = lengths + out
      var packed = Bytes()
      packed.append(number: content.count)
      return packed + LZ4Block.pack(content)
    }

    private mutating func append(_ text: StoredText) {
      let start = source.units.count
      var titleEnd = start
      SearchText.compared(text.units[..<text.searchedCount]) { unit, place in
        source.units.append(unit)
        if place < text.titleCount { titleEnd = source.units.count }
      }
      if !text.keys.isEmpty {
        source.units.append(SearchText.Separator.line)
        SearchText.compared(text.units[text.keys]) { unit, _ in source.units.append(unit) }
      }
      source.records.append((start, titleEnd, source.units.count))
    }
  }

  /// What a query begins with.
  private func head(
    _ kinds: [SearchRecord.Kind], _ marks: Marks, _ traditional: [String], _ addresses: AddressFiles?
  ) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("marks", Base64.text((marks.shards + marks.store).flatMap(\.bytes)))
      json.field("records", kinds.count)
      json.field("textsPerFile", Self.textsPerFile)
      json.field("shards", marks.shards.count)
      if let addresses {
        json.key("addresses")
        json.object { json in
          json.field("mark", Int(addresses.mark.value))
          json.field("rules", addresses.rulesPath.url)
        }
      }
      json.key("kinds")
      json.array(SearchRecord.Kind.allCases) { json, kind in
        json.object { json in
          json.field("kind", kind.rawValue)
          json.field("count", kinds.count { $0 == kind })
        }
      }
      json.field("alphabet", Alphabet.text)
      json.field("traditional", traditional)
    }
    return json.file
  }
}
