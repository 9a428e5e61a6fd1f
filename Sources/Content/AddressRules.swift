import Diagnostics
import PublicText

/// Where links, codes and pictures of a site may lead.
package struct AddressRules: Sendable {
  /// Beside https, http, mailto and tel: what the site names, like `weixin`; in small letters.
  package var schemes: Set<String> = []
  /// Hosts whose pictures pages may show.
  package var pictureHosts: Set<String> = []

  package init() {}

  init(_ site: SiteConfiguration) {
    schemes = Set(site.linkSchemes)
    pictureHosts = Set(site.remoteImages)
  }

  /// - Returns: nil for what may stand there; whether a path of the site leads anywhere is seen elsewhere.
  func problem(_ address: String, isImage: Bool, at location: @autoclosure () -> Location) -> Diagnostic? {
    // Nearly all addresses.
    if address.utf8.first == UInt8(ascii: "/"), let second = address.utf8.dropFirst().first,
      second != UInt8(ascii: "/"), second != UInt8(ascii: "\\")
    {
      return nil
    }
    if let problem = OwnMachine.problem(address, isImage: isImage, at: location()) { return problem }
    switch WebAddress.of(address) {
    case .site: return nil
    case .web(let host, let isSecure):
      guard isImage, !isSecure || !pictureHosts.contains(host) else { return nil }
      return Self.remote(host, at: location())
    case .scheme(let scheme):
      if !isImage, scheme == "mailto" || scheme == "tel" || schemes.contains(scheme) { return nil }
      return Self.scheme(scheme, isImage: isImage, at: location())
    case .withoutScheme:
      return .error(
        "link.no-scheme", zh: "以 // 开头的地址不完整", en: "an address that begins with // is not whole",
        hint: Message(zh: "写全：https://…；本站的页面以一个 / 开头", en: "write https://…; a page of this site begins with one /"),
        at: location())
    case .withoutHost:
      return .error(
        "link.no-host", zh: "网址里没有网站名", en: "the address names no site",
        hint: Message(zh: "从浏览器的地址栏复制完整的网址", en: "copy the whole address from a browser"), at: location())
    case .withUser:
      return .error(
        "link.user", zh: "网址里的 @ 会让读者看错要打开的网站", en: "the @ in the address hides which site it opens",
        hint: Message(zh: "去掉网站名前面的“…@”", en: "remove what stands before the site's name"), at: location())
    case .lookAlike(let host):
      return .error(
        "link.look-alike", zh: "网站名 \(host) 里有别的文字的字母，看起来像另一个网站",
        en: "the site's name \(host) has letters of another script: it looks like another site's",
        hint: Message(
          zh: "从正规渠道重新复制网址；确实是这个网站，写成 xn-- 开头的形式",
          en: "copy the address again from a source you trust; if it is the one you mean, write its xn-- form"),
        at: location())
    }
  }

  private static func remote(_ host: String, at location: Location) -> Diagnostic {
    .error(
      "image.remote", zh: "图片在别的网站 \(host) 上：读者的浏览器会去那里取，那里的人看得到谁在看",
      en: "the picture is on another site, \(host), which would see who reads this page",
      hint: Message(
        zh: "把图片放进 content/images/；一定要用，在 site.yaml 里写 remoteImages: [\(host)]，并用 https",
        en: "put it into content/images/; else name the host in site.yaml, remoteImages: [\(host)], and use https"),
      at: location)
  }

  private static func scheme(_ scheme: String, isImage: Bool, at location: Location) -> Diagnostic {
    .error(
      "link.scheme", zh: "不能用“\(scheme):”开头的地址", en: "an address may not begin with “\(scheme):”",
      hint: isImage
        ? Message(
          zh: "把图片放进 content/images/，写成 /images/文件名", en: "put the picture into content/images/ and write /images/NAME")
        : Message(
          zh: "可以用 https、http、mailto、tel；其他的（如 weixin）先写进 site.yaml 的 linkSchemes",
          en: "https, http, mailto and tel will do; name others, like weixin, under linkSchemes in site.yaml"),
      at: location)
  }
}
