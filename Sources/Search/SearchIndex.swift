package import Artifacts
import CivilTime
package import Community
import Content
import Encoding
package import Parallel
package import Words

/// All that a browser needs to find by itself: `/search/index.json`, the shards and the store.
package struct SearchIndex: Sendable {
  /// Texts to a file of the store, some 10 KB: the hits of a part lie in a few files, and not many are written.
  static let recordsPerFile = 8
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
    // Each form of the texts goes when the next is made: together they are half of a build's memory.
    var records = SearchRecords(community, jobs: jobs).all()
    let kinds = records.map(\.kind)
    var texts = jobs.map(records, grain: 128) { StoredText($0) }
    records = []
    let alphabet = Alphabet(counts: counts(texts))
    let store = store(texts, alphabet)
    let source = source(texts)
    texts = []
    let shards = Shards(source, jobs: jobs)
    // The same data that a page of the finder answers from: of all units, and not there where no address is.
    let addresses = community.finder.addresses.isEmpty ? nil : community.finderBook().json
    let version = IndexVersion(
      of: store + [addresses ?? [], Bytes(alphabet.text.utf8), Bytes(kinds.map(\.rawValue).joined().utf8)])
    return [
      Artifact(Self.path, .json, .bytes(head(kinds, alphabet, shards, version, hasAddresses: addresses != nil))),
      Artifact(Self.scriptPath(community.site.language), .javaScript, .bytes(SearchScript.script(community.words))),
    ]
      + [addresses].compactMap { $0 }.map { Artifact(.at("search/addresses.json"), .json, .bytes($0)) }
      + store.enumerated().map { Artifact(.at("search/store/\($0).bin"), .binary, .bytes(version.file($1))) }
      + (0..<shards.count).map { shard in
        Artifact(.at("search/terms/\(shard).bin"), .binary, .made { version.file(shards[shard]) })
      }
  }

  private func store(_ texts: [StoredText], _ alphabet: Alphabet) -> [Bytes] {
    let files = stride(from: 0, to: texts.count, by: Self.recordsPerFile).map {
      $0..<min(texts.count, $0 + Self.recordsPerFile)
    }
    return jobs.map(files, grain: 64) { range in
      var out = Bytes()
      var lengths = Bytes()
      lengths.append(number: range.count)
      for text in texts[range] {
        let start = out.count
        for unit in text.units { alphabet.append(unit, to: &out) }
        lengths.append(number: out.count - start)
      }
      return lengths + out
    }
  }

  private func counts(_ texts: [StoredText]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 65_536)
    for text in texts { for unit in text.units { counts[Int(unit)] += 1 } }
    return counts
  }

  private func source(_ texts: [StoredText]) -> Shards.Source {
    var source = Shards.Source()
    source.units.reserveCapacity(texts.reduce(0) { $0 + $1.units.count })
    for text in texts {
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
    return source
  }

  /// What a query begins with.
  private func head(
    _ kinds: [SearchRecord.Kind], _ alphabet: Alphabet, _ shards: Shards, _ version: IndexVersion,
    hasAddresses: Bool
  ) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("mark", Int(version.value))
      json.field("records", kinds.count)
      json.field("recordsPerFile", Self.recordsPerFile)
      json.field("shards", shards.count)
      if hasAddresses { json.field("addresses", true) }
      json.key("kinds")
      json.array(SearchRecord.Kind.allCases) { json, kind in
        json.object { json in
          json.field("kind", kind.rawValue)
          json.field("count", kinds.count { $0 == kind })
        }
      }
      json.field("alphabet", alphabet.text)
    }
    return json.file
  }
}
