import Artifacts
import BrowserFiles
import Community
import Encoding

/// What the search answers addresses with: the same data and rules as a page of the finder, of all units. Both are asked for when a query may be an
/// address, and are not there where no unit has any.
struct AddressFiles {
  private let data: Bytes
  private let rules: Bytes
  /// Of the data.
  let mark: IndexVersion
  /// Another path for another script: browsers may keep it for ever.
  let rulesPath: SitePath

  init(_ community: Community) {
    data = community.finderBook().json
    rules = BrowserFile.addressRules.enclosed
    mark = IndexVersion(of: [data])
    rulesPath = .at("assets/address-rules-\(String(IndexVersion(of: [rules]).value, radix: 16)).js")
  }

  var artifacts: [Artifact] {
    [
      Artifact(.at("search/addresses.json"), .json, .bytes(data)), Artifact(rulesPath, .javaScript, .bytes(rules)),
    ]
  }
}
