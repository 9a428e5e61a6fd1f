import Content
import Diagnostics
import Files
import Signing

/// The private key that `signingKey` in `site.yaml` names: an input like others, read and never copied.
enum SigningKeyFile {
  /// Nobody's key is longer than this.
  private static let limit = 16_384

  /// - Returns: nil where the site has no key, or one that can't be used; and why.
  static func signer(for site: SiteConfiguration, in places: PublicPlaces) -> (FeedSigner?, [Diagnostic]) {
    guard let name = site.signingKey else { return (nil, []) }
    let path = name.hasPrefix("/") ? name : places.site + "/" + name
    let location = site.signingKeyLocation
    if let place = places.place(of: path) {
      return (nil, [published(name, place: place, location: location)])
    }
    guard Files.exists(path) else { return (nil, [missing(name, location)]) }
    guard Files.isRegular(path) else { return (nil, [unreadable(name, reason: notAFile, location)]) }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.head(path, count: limit)
    } catch {
      let reason = Message(zh: error.chineseReason, en: error.reason)
      return (nil, [unreadable(name, reason: reason, location)])
    }
    guard let key = String(validating: bytes, as: UTF8.self).flatMap(SigningKey.init(pem:)) else {
      return (nil, [notAKey(name, location)])
    }
    let warnings = Files.isOpenToOthers(path) ? [open(name, location)] : []
    do throws(FeedSigner.Unavailable) {
      return (try FeedSigner(key), warnings)
    } catch {
      return (nil, warnings + [unavailable(error, location)])
    }
  }

  private static let notAFile = Message(zh: "这不是普通文件", en: "it is no regular file")
  private static let makeOne = Message(
    zh: "运行 gongshi keys new 生成一把，照它的提示改 signingKey",
    en: "make one with `gongshi keys new` and set signingKey as it says")

  private static func missing(_ name: String, _ location: Location) -> Diagnostic {
    .error(
      "signing-key.missing", zh: "找不到签名密钥“\(name)”", en: "the signing key “\(name)” is missing",
      hint: Message(
        zh: makeOne.zh + "；不签名就删去这一行", en: makeOne.en + "; without signatures, remove the line"), at: location)
  }

  private static func unreadable(_ name: String, reason: Message, _ location: Location) -> Diagnostic {
    .error(
      "signing-key.unreadable", zh: "读不了签名密钥“\(name)”：\(reason.zh)",
      en: "the signing key “\(name)” can't be read: \(reason.en)",
      hint: Message(
        zh: "用生成它的账户运行，或改正文件的归属", en: "run as the account that made it, or set the file's owner right"), at: location)
  }

  private static func notAKey(_ name: String, _ location: Location) -> Diagnostic {
    .error(
      "signing-key.not-p256", zh: "“\(name)”不是 P-256 私钥（PEM 格式、没有密码）",
      en: "“\(name)” is no P-256 private key in PEM without a password", hint: makeOne, at: location)
  }

  private static func published(_ name: String, place: String, location: Location) -> Diagnostic {
    .error(
      "signing-key.public-place", zh: "签名密钥“\(name)”放在 \(place) 里，会随网站外泄",
      en: "the signing key “\(name)” lies in \(place), where it may get out with the site",
      hint: Message(
        zh: "这把钥匙当作已泄露：删掉它，\(makeOne.zh)", en: "take it for known to others: delete it and \(makeOne.en)"), at: location
    )
  }

  private static func open(_ name: String, _ location: Location) -> Diagnostic {
    .warning(
      "signing-key.open-to-others", zh: "这台机器上的其他账户也能读签名密钥“\(name)”",
      en: "other accounts of this machine may read the signing key “\(name)”",
      hint: Message(zh: "运行 chmod 600 \(name)", en: "run `chmod 600 \(name)`"), at: location)
  }

  private static func unavailable(_ error: FeedSigner.Unavailable, _ location: Location) -> Diagnostic {
    .error(
      "signing-key.unavailable", zh: "这台机器上不能签名：\(error.reason)",
      en: "nothing can be signed on this machine: \(error.reason)",
      at: location)
  }
}
