import Artifacts
import Content
import Diagnostics
import ShareCards
import Words

/// With which fonts a site's share cards are written.
enum ShareCardFonts {
  /// - Returns: nil where the site has no cards, or its theme names none; and what is wrong with its fonts.
  static func maker(
    _ site: SiteConfiguration, theme: ThemeSource?, options: Site.Options
  ) -> (CardMaker?, [Diagnostic]) {
    guard site.shareCards.pages > 0, options.fonts != nil,
      theme?.templates.contains(where: { $0.text.contains(name) }) == true
    else { return (nil, []) }
    let typefaces = typefaces(site, options)
    let sheet = theme?.statics.first { $0.path.file == "assets/style.css" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let maker = CardMaker(
      typefaces: typefaces, colours: CardColours(sheet: sheet ?? ""), keeping: options.pictures)
    return (maker, typefaces == nil ? [problem(site)] : [])
  }

  /// The field by which templates show a card.
  private static let name = "imageURL"

  /// nil where there are none, or no cards.
  static func typefaces(_ site: SiteConfiguration, _ options: Site.Options) -> Typefaces? {
    guard site.shareCards.pages > 0, let fonts = options.fonts else { return nil }
    let named = site.shareCards.font.map { $0.hasPrefix("/") ? $0 : options.directory + "/" + $0 }
    return Typefaces.find(in: fonts, named: named, language: site.language.tag)
  }

  private static func problem(_ site: SiteConfiguration) -> Diagnostic {
    if let font = site.shareCards.font {
      return .error(
        "share-card.font", zh: "“\(font)”不是能写中文的字体文件", en: "“\(font)” is no font file that can write Chinese",
        hint: Message(
          zh: "写 .ttf、.otf、.ttc 文件的路径；不写 font 就用电脑上装的字体",
          en: "name a .ttf, .otf or .ttc file; without `font` one that is installed is used"),
        at: site.shareCards.fontLocation)
    }
    return .warning(
      "share-card.no-font", zh: "电脑上没有中文字体，分享图只有标志，没有文字",
      en: "no Chinese font is installed: share cards have the mark and no text",
      hint: Message(
        zh: "装一个，如 apt install fonts-noto-cjk；或在 site.yaml 里写 shareCards: {font: 字体文件}；不要分享图就写 shareCards: {pages: 0}",
        en:
          "install one, as with `apt install fonts-noto-cjk`, or name a file with `shareCards: {font: …}` in site.yaml; `shareCards: {pages: 0}` makes none"
      ),
      at: .file(path: SiteConfiguration.file))
  }
}
