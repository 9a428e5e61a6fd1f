import Activities
import TestSupport
import Testing
import Vocabulary

@testable import Pages

/// Pages of brands and partners, methods, and what was recorded.
@Suite struct BrandPageTests {
  @Test func aBrandsPage() throws {
    let page = try PrintedPages(CommunityFixture.whole())["/brands/root/"]
    #expect(page["badge"] == ["1.0 版 2020-01-01..2022-12-31 hidden", "2.0 版 2023-01-01.."])
    #expect(page["edition"] == ["1.0 版 2020年起", "2.0 版 2023年起 挑"])
    #expect(page["carrier"] == ["队伍", "会客 /venues/hall/"])
    #expect(page["method"] == ["1+N"] && page["numeral"] == ["1 平台", "N 菜单"])
    #expect(page["item"] == ["说事 /teams/rangers/", "听课"])
    #expect(page["tree"] == ["/brands/root/ here"] && page["tree-below"] == ["/brands/leaf/"])
    #expect(page["premises"] == ["一共100 平方米"])
    #expect(page["premises-part"] == ["办公 20 平方米 20", "居民共用 50 平方米 50", "其他 30 平方米 30"])
    let counts = Dictionary(
      uniqueKeysWithValues: page["rollup"].map { line in
        (String(line.split(separator: " ")[0]), String(line.split(separator: " ")[1]))
      })
    #expect(counts["brands"] == "1" && counts["carriers"] == "2" && counts["partners"] == "1" && counts["teams"] == "1")
    #expect(counts["waiting"] == nil)
  }

  @Test func aPartnersPage() throws {
    let page = try PrintedPages(CommunityFixture.whole())["/partners/shop/"]
    #expect(
      page["badge"] == ["空间合伙人 ..", "协议尚未生效 ..2024-04-30 hidden", "协议已到期 2028-01-01.. hidden"])
    #expect(page["fact"].contains("2024年5月至2027年") && page["fact"].contains("2026年5月，满意"))
    #expect(page["premises-part"] == ["交合伙人办服务 40 平方米 67", "其他 20 平方米 33"])
  }

  @Test func whatWasRecorded() throws {
    var fixture = try CommunityFixture.whole()
    let added = try #require(fixture.data.changes.firstIndex { $0.change == .added(.init()) })
    fixture.data.changes[added].videoURL = "https://video.example/later"
    let pages = try PrintedPages(fixture)
    #expect(
      try pages["/activities/class/"]["video"] == [
        "https://video.example/later 课堂 hidden 2026-11-28T10:00:00+08:00",
        "https://video.example/class 课堂：旧题 2026-11-18T11:00:00+08:00",
      ])
    #expect(try pages["/classroom/school/"]["video"] == ["https://video.example/school 看课"])
  }

  @Test func anEditionThatIsToCome() throws {
    var fixture = CommunityFixture()
    fixture.addPage(.brand, "a", "editions: [{edition: \"1.0\", from: 2020}, {edition: \"2.0\", from: 2027-01}]\n")
    let page = try PrintedPages(fixture)["/brands/a/"]
    #expect(page["badge"] == ["1.0 版 2020-01-01..2026-12-31", "2.0 版 2027-01-01.. hidden"])
  }
}
