import Testing

@testable import PublicText

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("/notices/a/", WebAddress.site), ("#b", .site), ("?q=1", .site), ("a/b:c", .site), ("注：内容", .site), ("", .site),
    ("1a:b", .site), ("https://A.example:8443/x?y#z", .web(host: "a.example", isSecure: true)),
    ("HTTP://a.example", .web(host: "a.example", isSecure: false)),
    ("https://[::1]/", .web(host: "[::1]", isSecure: true)),
    // Readers of a backslash differ, and so does where it leads.
    ("https:\\\\a.example/", .withoutHost), ("https://gov.example\\@b.example/login", .withUser),
    ("https://gov.example＠b.example/", .withUser), ("https://gov.example⁄b.example/", .withUser),
    ("https://gov\u{200B}.example/", .withUser), ("https://.example/", .withoutHost),
    ("https://a..example/", .withoutHost),
    ("https://社区.example/", .web(host: "社区.example", isSecure: true)), ("mailto:a@b", .scheme("mailto")),
    ("JavaScript:alert(1)", .scheme("javascript")), ("data:text/html,x", .scheme("data")),
    ("x-y+z.1:a", .scheme("x-y+z.1")),
    ("//a.example", .withoutScheme), ("\\\\a.example", .withoutScheme), ("/\\a.example", .withoutScheme),
    ("https:a.example", .withoutHost), ("https:///a", .withoutHost), ("https://", .withoutHost),
    ("https://?a", .withoutHost),
    ("https://a b/", .withoutHost), ("https://gov.cn@a.example/", .withUser), ("https://a:b@c.example/", .withUser),
    ("https://www.gоv.cn/", .lookAlike(host: "www.gоv.cn")), ("https://ɡov.cn", .lookAlike(host: "ɡov.cn")),
    ("https://αβ.cn", .lookAlike(host: "αβ.cn")), ("https://社区。cn", .web(host: "社区。cn", isSecure: true)),
    ("https://a.example/@b", .web(host: "a.example", isSecure: true)),
  ])
  func whereAnAddressLeads(address: String, expected: WebAddress) {
    #expect(WebAddress.of(address) == expected)
  }

  @Test(arguments: [
    ("http://nas/a", true), ("http://oa:8080/", true), ("http://100.64.1.1/", true), ("http://localhost/", true),
    ("http://192.168.1.2/x", true), ("https://files.lan/", true), ("http://[::1]/", true),
    ("https://a.cn/", false), ("http://100.128.1.1/", false), ("https://oa.a.cn:8443/", false),
    ("https://社区.cn/", false),
  ])
  func whatReadersCanNotOpen(address: String, isLocal: Bool) throws {
    guard case .web(let host, _) = WebAddress.of(address) else { throw Unexpected() }
    #expect((WebAddress.mayBeLocal(address) && WebAddress.isLocal(host: host)) == isLocal)
  }

  private struct Unexpected: Error {}
}
