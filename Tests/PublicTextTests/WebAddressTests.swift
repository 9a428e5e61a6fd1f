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
}
