import Content
import Diagnostics
import Files
import Foundation
import Signing
import TestSupport
import Testing

@testable import Assembly

/// A site's directory with a place for keys.
private struct KeySite {
  private let site: TemporarySite
  var path: String { site.path }

  init() throws {
    site = try TemporarySite()
    for directory in ["themes", "public", "keys"] { try Files.makeDirectory(path + "/" + directory) }
  }

  func link(_ file: String, to target: String) throws { try site.link(file, to: target) }

  /// The signer's public key, and `line:column code` of each problem.
  func load(signingKey: String, output: String? = nil) throws -> (key: PublicKey?, [String]) {
    try site.write("content/site.yaml", "title: 示例\nbaseURL: https://a.example\nsigningKey: \(signingKey)\n")
    let (site, problems) = try SiteConfiguration.load(site: path)
    #expect(problems.isEmpty)
    let (signer, found) = SigningKeyFile.signer(
      for: try #require(site), in: PublicPlaces(site: path, output: output.map { path + "/" + $0 }))
    return (signer?.publicKey, found.map { "\($0.location!) \($0.severity) \($0.code)" })
  }
}

@Suite struct SigningKeyFileTests {
  private static let place = "content/site.yaml:3:13"

  @Test func aKeyIsRead() throws {
    let site = try KeySite()
    let key = SigningKey.generate()
    try Files.createPrivate(Array(key.pem.utf8), at: site.path + "/keys/feeds.pem")
    for name in ["keys/feeds.pem", site.path + "/keys/feeds.pem", "content/../keys/feeds.pem"] {
      let (found, problems) = try site.load(signingKey: name)
      #expect(found == key.publicKey && problems == [])
    }
    try site.link("linked.pem", to: "keys/feeds.pem")
    #expect(try site.load(signingKey: "linked.pem").key == key.publicKey)
  }

  @Test func aKeyThatOthersMayReadIsUsedWithAWarning() throws {
    let site = try KeySite()
    let key = SigningKey.generate()
    try Files.write(Array(key.pem.utf8), to: site.path + "/keys/feeds.pem")
    let (found, problems) = try site.load(signingKey: "keys/feeds.pem")
    #expect(found == key.publicKey && problems == ["\(Self.place) warning signing-key.open-to-others"])
  }

  @Test func whatCannotBeUsedIsNamedAtItsPlace() throws {
    let site = try KeySite()
    func problems(_ name: String) throws -> [String] {
      let (key, problems) = try site.load(signingKey: name)
      #expect(key == nil)
      return problems
    }
    #expect(try problems("keys/none.pem") == ["\(Self.place) error signing-key.missing"])
    #expect(try problems("keys") == ["\(Self.place) error signing-key.unreadable"])
    #expect(try problems("/dev/zero") == ["\(Self.place) error signing-key.unreadable"])
    #expect(mkfifo(site.path + "/keys/pipe", 0o600) == 0)
    #expect(try problems("keys/pipe") == ["\(Self.place) error signing-key.unreadable"])
    for (name, bytes) in [
      ("empty", []), ("text", Array("你好".utf8)), ("binary", [UInt8](repeating: 0xFF, count: 100_000)),
    ] {
      try Files.createPrivate(bytes, at: site.path + "/keys/" + name)
      #expect(try problems("keys/" + name) == ["\(Self.place) error signing-key.not-p256"])
    }
  }

  @Test(arguments: [
    "content/a.pem", "themes/default/a.pem", "public/a.pem", "keys/../content/a.pem", "inside/a.pem", "out.pem",
    "content/in.pem", "www/a.pem", "missing/../content/a.pem",
  ])
  func aKeyInAPublicPlaceIsRefused(name: String) throws {
    let site = try KeySite()
    try site.link("inside", to: "content")
    try site.link("out.pem", to: "content/a.pem")
    try site.link("content/in.pem", to: "../keys/feeds.pem")
    try Files.makeDirectory(site.path + "/www")
    for file in ["keys/feeds.pem", "content/a.pem"] {
      try Files.createPrivate(Array(SigningKey.generate().pem.utf8), at: site.path + "/" + file)
    }
    let (key, problems) = try site.load(signingKey: name, output: "www")
    #expect(key == nil && problems == ["\(Self.place) error signing-key.public-place"])
  }

  @Test(arguments: [
    "keys/a.pem", "contents/a.pem", "content.pem", "content/../keys/a.pem", "../a.pem", "none/deep/a.pem",
  ])
  func otherPlacesMayHoldAKey(name: String) throws {
    let site = try KeySite()
    #expect(PublicPlaces(site: site.path).place(of: site.path + "/" + name) == nil)
  }
}
