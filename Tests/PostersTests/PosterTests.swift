import Artifacts
import Encoding
import Testing

@testable import Posters

@Suite struct PosterTests {
  private func poster(_ page: String, files: [String: String] = [:], paper: Poster.Paper = .a4) -> String {
    let poster = Poster(paper: paper, address: "https://yard.example.cn/notices/gate/", notes: ["扫码<打开>"]) { path in
      files[path.file].map { (MediaType(fileName: path.file), Bytes($0.utf8)) }
    }
    return poster.html(of: Bytes(page.utf8)).text
  }

  @Test func theSheetStandsInsideAndScriptsAreGone() {
    let page =
      "<html lang=\"zh\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"x > y\"><link rel=\"stylesheet\" href=\"/assets/style.css\"><link rel=\"alternate\" href=\"/atom.xml\"><script src=\"/a.js\"></script><script type=\"application/ld+json\">{\"a\":\"<b>\"}</script></head><body>文</body></html>"
    let made = poster(page, files: ["assets/style.css": "p{}"], paper: .a3)
    #expect(
      made.hasPrefix(
        "<html lang=\"zh\" class=\"poster a3 large\"><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\"><style>p{}</style></head><body>文<div class=\"poster-foot\"><svg"
      ))
    #expect(
      made.hasSuffix(
        "<p>扫码&lt;打开&gt;</p><p class=\"poster-address\">https://yard.example.cn/notices/gate/</p></div></div>\n</body></html>"
      ))
  }

  /// The shorter address is in the code, and the page's own stands beside it.
  @Test func theCodeHasTheShorterAddress() {
    func code(_ short: String?) -> String {
      let poster = Poster(paper: .a4, address: "https://yard.example.cn/notices/gate/", short: short, notes: []) { _ in
        nil
      }
      return poster.html(of: Bytes("<html><body></body></html>".utf8)).text
    }
    #expect(code(nil).contains("viewBox=\"0 0 37 37\""))
    let short = code("https://YARD.EXAMPLE.CN/Q/4BS9/")
    #expect(short.contains("viewBox=\"0 0 33 33\""))
    #expect(short.contains("<p class=\"poster-address\">https://yard.example.cn/notices/gate/</p>"))
  }

  @Test func picturesComeAlongAndFoldsAreOpen() {
    let made = poster(
      "<picture><source srcset=\"/images/a.webp\"><img src=\"/images/a.png\" alt=\"1 > 0\" loading=\"lazy\" width=\"2\"></picture><details class=\"x\"><summary>多</summary></details><img src=\"https://other.example/b.png\">",
      files: ["images/a.png": "P"])
    #expect(
      made
        == "<picture><img src=\"data:image/png;base64,UA==\" alt=\"1 > 0\" width=\"2\"></picture><details class=\"x\" open><summary>多</summary></details>"
    )
  }

  @Test func picturesOfOtherSitesAreNamed() {
    let poster = Poster(paper: .a4, address: "", notes: []) { path in
      path.file == "images/a.png" ? (.png, Bytes("P".utf8)) : nil
    }
    let page = Bytes(
      "<img src=\"/images/a.png\"><img src=\"https://other.example/b.png\"><img src=\"data:image/png;base64,UA==\">"
        .utf8)
    #expect(poster.missingPictures(of: page) == ["https://other.example/b.png"])
  }

  @Test func whatIsNoTagStays() {
    #expect(poster("1 < 2 <!-- x --> <b>粗</b> <") == "1 < 2 <!-- x --> <b>粗</b> <")
  }
}
