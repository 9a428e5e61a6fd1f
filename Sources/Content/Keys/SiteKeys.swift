import CivilTime
import Diagnostics
import PublicText
import Vocabulary
import Words

/// A key of `site.yaml` with how it is read: what the file may say is said here and nowhere else.
struct SiteKey<Value: Sendable>: Sendable {
  let form: KeyForm
  let read: @Sendable (FieldReader, String) -> Value

  init(_ form: KeyForm, _ read: @escaping @Sendable (FieldReader, String) -> Value) {
    self.form = form
    self.read = read
  }
}

extension FieldReader {
  subscript<Value>(_ key: SiteKey<Value>) -> Value { key.read(self, key.form.name) }
}

extension SiteConfiguration {
  /// All keys of `site.yaml`, in the order in which its page lists them.
  package static let keys: [KeyForm] = [
    SiteKeys.title.form, SiteKeys.baseURL.form, SiteKeys.unit.form, SiteKeys.language.form, SiteKeys.timeZone.form,
    SiteKeys.horizonDays.form, SiteKeys.keepReleases.form, SiteKeys.approval.form, SiteKeys.footer.form,
    SiteKeys.officePhones.form,
    SiteKeys.officeEmails.form, SiteKeys.dayLabels.form, SiteKeys.search.form, SiteKeys.theme.form,
    SiteKeys.shareCards.form,
    SiteKeys.database.form, SiteKeys.remoteImages.form, SiteKeys.linkSchemes.form, SiteKeys.dutyNames.form,
    SiteKeys.errors.form,
    SiteKeys.signingKey.form, SiteKeys.license.form, SiteKeys.region.form,
  ]
}

enum SiteKeys {
  // MARK: What the site is

  static let title = SiteKey(
    KeyForm(
      "title", .text, required: true, zh: "网站名称，每页最上面和浏览器标签上都是它",
      en: "the site's name: on top of each page, and in the browser's tab", example: "桃园社区公示")
  ) { $0.requiredText($1) }

  static let baseURL = SiteKey(
    KeyForm(
      "baseURL", .text, required: true,
      zh: "网站的根地址，可以带路径（`https://www.example.cn/taoyuan/`），不带别的；日历、数据、二维码都用它。正文里的链接照旧写 `/notices/…`",
      en:
        "the site's root: a scheme, a host, perhaps a port, perhaps a path below which all of it lies, and nothing else; calendars, feeds and codes have it. Texts link to `/notices/…` all the same",
      example: "https://www.example.cn")
  ) { $0.requiredText($1) }

  static let unit = SiteKey(
    KeyForm(
      "unit", .reference(Message(zh: "单位", en: "a unit")), zh: "这是哪个单位的网站，写编号或名称；指标、台账、单位导航从它开始",
      en: "the unit whose site it is, by id or name; figures, ledger and navigation begin with it", example: "taoyuan")
  ) { fields, key -> UnitID? in fields.identifier(key) }

  static let language = SiteKey(
    KeyForm(
      "language", .words(Language.allCases.map(\.tag)), else: "zh-Hans",
      zh: "程序自己说的话用什么文字：网页、数据、日历、搜索都随它；您写的内容照原样。`zh-CN`、`zh-TW`、`en-GB` 也认识",
      en:
        "of all that the program says by itself, in pages, feeds, calendars and search; content stays as it is written. `zh-CN`, `zh-TW`, `en-GB` are understood",
      example: "zh-Hans")
  ) { $0.language($1) ?? .simplifiedChinese }

  static let timeZone = SiteKey(
    KeyForm(
      "timeZone", .text, else: "Asia/Shanghai",
      zh: "时区，写 `洲/城市` 或 `UTC`；不支持[夏令时](decisions/0004-zones-without-daylight-saving.md)",
      en: "`Area/City` or `UTC`; none with [daylight saving](decisions/0004-zones-without-daylight-saving.md)",
      example: "Asia/Shanghai")
  ) { $0.text($1) }

  static let horizonDays = SiteKey(
    KeyForm(
      "horizonDays", .integer(1...366), else: "14", zh: "发布一次，往后多少天的内容都是对的；公示屏断网以后也能放这么多天",
      en: "how many days ahead what is published stays right; a screen that is cut off plays for as long", example: "14"
    )
  ) { $0.integer($1, in: 1...366) ?? 14 }

  static let keepReleases = SiteKey(
    KeyForm(
      "keepReleases", .integer(3...50), else: "5", zh: "保留最近几次发布，连同现在公开的；`gongshi rollback` 可以恢复其中任何一次",
      en: "how many releases are kept, with the one that is public; `gongshi rollback` goes back to any of them",
      example: "5")
  ) { $0.integer($1, in: 3...50) ?? 5 }

  enum ApprovalRule: String, Term {
    case required, optional
  }

  static let approval = SiteKey(
    KeyForm(
      "approval", .term(ApprovalRule.self), else: "optional",
      zh: "`required`：没有[审批](pages.md#approval-审批)的不公开；`optional`：不要求",
      en: "`required`: only [approved](pages.md#approval-审批) text is published", example: "optional")
  ) { $0.term($1, ApprovalRule.self) == .required }

  // MARK: What stands below each page

  static let footer = SiteKey(
    KeyForm("footer", .group, zh: "每页最下面写的", en: "what stands at the end of each page", footerMembers.map(\.form))
  ) { fields, key -> SiteConfiguration.Footer in
    guard let group = fields.reader(key) else { return SiteConfiguration.Footer() }
    let footer = SiteConfiguration.Footer(
      icp: group[icp], police: group[police], sponsor: group[sponsor], siteCode: group[siteCode],
      address: group[address], phone: group[phone])
    group.finish(knows: footerMembers.map(\.form.name))
    return footer
  }

  private static func line(_ name: String, zh: String, en: String, _ example: String) -> SiteKey<String?> {
    SiteKey(KeyForm(name, .text, zh: zh, en: en, example: example)) { $0.text($1) }
  }

  private static let icp = line(
    "icp", zh: "ICP 备案号，链接到工信部", en: "the ICP licence, with its link to the ministry", "鲁ICP备00000000号")
  private static let police = line(
    "police", zh: "公安联网备案号", en: "the police's record", "鲁公网安备00000000000000号")
  private static let sponsor = line("sponsor", zh: "主办单位", en: "who runs the site", "桃园社区居民委员会")
  private static let siteCode = line(
    "siteCode", zh: "政府网站标识码", en: "the code of a government's site", "3700000000")
  private static let address = line("address", zh: "地址", en: "a postal address", "桃园路1号")
  private static let phone = line("phone", zh: "办公电话", en: "an office number", "0531-0000-1234")
  private static let footerMembers = [icp, police, sponsor, siteCode, address, phone]

  // MARK: What may be published

  static let officePhones = SiteKey(
    KeyForm(
      "officePhones", .texts, zh: "可以公开的办公号码。看上去像手机号的，不写在这里就[不能发布](trust-content.md)",
      en: "office numbers that look like mobile numbers and may be [published](trust-content.md) all the same",
      example: "[0531-0000-1234]")
  ) { $0.texts($1) }

  static let officeEmails = SiteKey(
    KeyForm(
      "officeEmails", .texts, zh: "可以公开的办公邮箱，或 `@` 加域名；本站域名和 `gov.cn` 的不用写",
      en:
        "office e-mail addresses, or `@` and their domains, that may be published; those of the site's host and of `gov.cn` always may",
      example: "[\"@example.org\"]")
  ) { $0.texts($1) }

  static let remoteImages = SiteKey(
    KeyForm(
      "remoteImages", .texts, zh: "可以引用哪些网站上的图片，只写网站名；对方会知道谁看了您的页面，所以不写就不行",
      en:
        "hosts of other sites whose pictures pages may show, by https: such a host learns who reads the page, so without this none may",
      example: "[img.example.cn]")
  ) { $0.placed($1, hostForm, parse: host).map(\.value) }

  static let linkSchemes = SiteKey(
    KeyForm(
      "linkSchemes", .texts, zh: "链接除了 https、http、mailto、tel，还可以用什么开头，如 `weixin`",
      en: "what links may begin with beside https, http, mailto and tel, like `weixin`", example: "[weixin]")
  ) { $0.placed($1, schemeForm, parse: scheme).map(\.value) }

  enum DutyNames: String, Term {
    case hidden, `public`

    var alsoWritten: [String] { self == .public ? ["公开", "公示"] : ["不公开"] }
  }

  static let dutyNames = SiteKey(
    KeyForm(
      "dutyNames", .term(DutyNames.self), else: "hidden",
      zh: "`public`：值班表可以写人员姓名；`hidden`：只写岗位、科室和电话",
      en:
        "`public`: duty sheets may name people, as offices do that put up who is on duty; `hidden`: posts, offices and numbers only",
      example: "hidden")
  ) { $0.term($1, DutyNames.self) == .public }

  static let errors = SiteKey(
    KeyForm(
      "errors", .texts, zh: "哪些提示在本站算错误，不改不能发布，写代号",
      en: "codes of warnings that are errors on this site", example: "[privacy.plate, privacy.person]")
  ) { $0.placed($1, codeForm, parse: code).map(\.value) }

  // MARK: How it looks and what it has

  static let dayLabels = SiteKey(
    KeyForm(
      "dayLabels", .flag, else: "true", zh: "日程和公示屏上要不要农历、节气、节日和放假",
      en: "whether schedules and screens have lunar dates, solar terms, festivals and days off", example: "true")
  ) { $0.isPresent($1) ? $0.flag($1) : true }

  static let search = SiteKey(
    KeyForm(
      "search", .flag, else: "true", zh: "要不要[搜索](search.md)", en: "whether there is a [search](search.md)",
      example: "true")
  ) { $0.isPresent($1) ? $0.flag($1) : true }

  static let theme = SiteKey(
    KeyForm(
      "theme", .text, else: "default", zh: "用哪套[主题](themes.md)，`themes/` 里的文件夹名",
      en: "the [theme](themes.md): a directory below `themes/`", example: "default")
  ) { fields, key -> String in
    let name: Identifier<SiteConfiguration>? = fields.identifier(key)
    return name?.text ?? "default"
  }

  static let shareCards = SiteKey(
    KeyForm(
      "shareCards", .group, zh: "转发到微信等处时显示的[分享图](share-cards.md)",
      en: "the [pictures](share-cards.md) that chats show beside a link", [sharedPages.form, shareFont.form])
  ) { fields, key -> SiteConfiguration.ShareCards in
    guard let group = fields.reader(key) else { return SiteConfiguration.ShareCards() }
    let cards = SiteConfiguration.ShareCards(
      pages: group[sharedPages], font: group[shareFont], fontLocation: group.location(of: shareFont.form.name))
    group.finish(knows: [sharedPages.form.name, shareFont.form.name])
    return cards
  }

  private static let sharedPages = SiteKey(
    KeyForm(
      "pages", .integer(0...5000), else: "300", zh: "最多给多少页做各自的分享图，其余用栏目的；0 就是一张也不做",
      en:
        "how many pages have a picture of their own at most; others have their section's; with 0 there is none at all",
      example: "300")
  ) { $0.integer($1, in: 0...5000) ?? SiteConfiguration.ShareCards().pages }

  private static let shareFont = SiteKey(
    KeyForm(
      "font", .text, zh: "分享图用哪个字体文件；不写就用电脑上装的中文字体",
      en: "the file of the font that they are written with; by default a Chinese one that is installed",
      example: "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc")
  ) { $0.text($1) }

  static let database = SiteKey(
    KeyForm(
      "database", .text, else: "content/activities.sqlite", zh: "[活动数据库](database.md)在哪个文件",
      en: "the [activity database](database.md), from the site's directory", example: "content/activities.sqlite")
  ) { $0.text($1) ?? "content/activities.sqlite" }

  static let signingKey = SiteKey(
    KeyForm(
      "signingKey", .text, zh: "给数据[签名](signing.md)的私钥在哪个文件；不写就不签",
      en: "the file of the private key that feeds are [signed](signing.md) with; without it they are not",
      example: "keys/feeds.pem")
  ) { $0.text($1) }

  // MARK: What others may do with the data

  static let license = SiteKey(
    KeyForm(
      "license", .text,
      zh:
        "数据按什么许可公开，写许可的网址；写了才有 [OpenActive 数据](feeds.md#openactive)，开放数据页上也写明。常用的是知识共享署名 4.0",
      en:
        "the licence of the data, by its address; with it there are [OpenActive's feeds](feeds.md#openactive), which have to state one, and the page of data says it. Usual is Creative Commons Attribution 4.0",
      example: "https://creativecommons.org/licenses/by/4.0/")
  ) { fields, key -> String? in
    guard let text = fields.text(key) else { return nil }
    if case .web = WebAddress.of(text) { return text }
    fields.problem(
      .error(
        "site.license", zh: "“license”应当是许可的网址", en: "“license” must be the address of a licence",
        hint: Message(
          zh: "如 https://creativecommons.org/licenses/by/4.0/", en: "like https://creativecommons.org/licenses/by/4.0/"),
        at: fields.location(of: key)))
    return nil
  }

  static let region = SiteKey(
    KeyForm(
      "region", .group, zh: "场所地址所在的省、市和邮编；写了，[服务数据](feeds.md#hsds)里的地址才完整",
      en:
        "the province, city and postal code of the venues' addresses; with it addresses in [data of services](feeds.md#hsds) are whole",
      regionMembers)
  ) { fields, key -> SiteConfiguration.Region? in
    guard let group = fields.reader(key) else { return nil }
    let country = group[country]
    let parts = (province: group[province], city: group[city], postalCode: group[postalCode])
    group.finish(knows: regionMembers.map(\.name))
    guard let province = parts.province, let city = parts.city, let postalCode = parts.postalCode else { return nil }
    return SiteConfiguration.Region(country: country, province: province, city: city, postalCode: postalCode)
  }

  private static func regionPart(_ name: String, zh: String, en: String, _ example: String) -> SiteKey<String?> {
    SiteKey(KeyForm(name, .text, required: true, zh: zh, en: en, example: example)) { $0.requiredText($1) }
  }

  private static let province = regionPart("province", zh: "省、自治区、直辖市", en: "the province", "山东省")
  private static let city = regionPart("city", zh: "市", en: "the city", "济南市")
  private static let postalCode = regionPart("postalCode", zh: "邮政编码", en: "the postal code", "\"250000\"")
  private static let country = SiteKey(
    KeyForm(
      "country", .text, else: "CN", zh: "国家或地区的两个字母代码", en: "the country, by its two letters (ISO 3166-1)",
      example: "CN")
  ) { $0.text($1) ?? "CN" }
  private static let regionMembers = [province.form, city.form, postalCode.form, country.form]

  // MARK: Forms

  private static let hostForm = Message(zh: "网站名，如 img.example.cn", en: "the name of a site, like img.example.cn")
  private static let schemeForm = Message(
    zh: "网址开头的名称，如 weixin（javascript、data 之类不行）",
    en: "what an address begins with, like weixin (not javascript, data and the like)")
  private static let codeForm = Message(
    zh: "提示的代号，如 privacy.plate", en: "the code of a warning, like privacy.plate")

  @Sendable private static func host(_ text: String) -> String? {
    guard case .web(let host, _) = WebAddress.of("https://" + text), host == text.lowercased(), host.contains("."),
      host.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      })
    else { return nil }
    return host
  }

  @Sendable private static func scheme(_ text: String) -> String? {
    let text = text.lowercased()
    guard case .scheme(let scheme) = WebAddress.of(text + ":"), scheme == text,
      !["javascript", "vbscript", "data", "file", "blob", "filesystem", "about", "view-source"].contains(scheme)
    else { return nil }
    return scheme
  }

  @Sendable private static func code(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isCode =
      parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
          }
      }
    guard isCode, parts[0] != "privacy" || PersonalDetailDiagnostic.codes.contains(text) else { return nil }
    return text
  }
}
