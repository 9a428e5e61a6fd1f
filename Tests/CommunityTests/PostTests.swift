import Activities
import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Community

/// Who answers for what in a unit, on which day.
@Suite struct PostTests {
  private func day(_ text: String) throws -> CivilDate { try #require(TimeText.parseDate(text)) }

  @Test func postsStandInTheirOrderWhomToCallFirstInFront() throws {
    var fixture = CommunityFixture()
    fixture.addPost("c", title: "宣传委员", position: 2)
    fixture.addPost("b", title: "网格长", position: 1, phone: "0531-0000-1210")
    fixture.addPost("a", title: "联络委员", position: 2)
    let community = try fixture.community()
    let posts = community.posts(of: .init("fudong")!)
    #expect(posts.map(\.title) == ["网格长", "宣传委员", "联络委员"])
    #expect(posts[0].url == "/units/fudong/#post-b")
    #expect(community.posts(of: .init("nowhere")!).isEmpty)
    let holder = try #require(posts[0].holder(on: community.horizon.today))
    #expect(holder.name == "社区专职工作者" && holder.phoneLink == "tel:053100001210")
  }

  /// Whose turn it is on the reader's day; before the first turn nobody.
  @Test func aPostGoesRoundByItsRoster() throws {
    var fixture = CommunityFixture()
    fixture.addRoster("head", .week, from: "2026-11-16", holders: [(1, "甲单位"), (2, "乙单位")])
    fixture.addPost("head", title: "楼长", holder: nil, roster: "head")
    fixture.addPost("phone", title: "值班长", position: 2, holder: nil, roster: "head", phone: "138****1234")
    let posts = try fixture.community().posts(of: .init("fudong")!)
    #expect(posts[0].holder(on: try day("2026-11-22"))?.name == "甲单位")
    #expect(posts[0].holder(on: try day("2026-11-23"))?.name == "乙单位")
    #expect(posts[0].holder(on: try day("2026-11-15")) == nil)
    #expect(posts[0].holder(on: try day("2026-11-22"))?.phone == nil)
    let masked = try #require(posts[1].holder(on: try day("2026-11-22")))
    #expect(masked.phone == "138****1234" && masked.phoneLink == nil)
  }

  // MARK: Checks

  private func problems(_ fill: (inout CommunityFixture) -> Void) throws -> [String] {
    var fixture = CommunityFixture()
    fixture.addUnit("tower", in: "fudong", level: .building)
    fixture.addRoster("head", .week, from: "2026-11-02", holders: [(1, "甲单位")])
    fill(&fixture)
    return try fixture.make().1.map { "\($0.code) \($0.location.map { "\($0)" } ?? "")" }
  }

  @Test func twoPostsOfOneTitleHaveOtherPositions() throws {
    let found = try problems { fixture in
      fixture.addPost("a", title: "安全委员")
      fixture.addPost("b", title: "安全委员")
      fixture.addPost("c", title: "安全委员", position: 2)
      fixture.addPost("d", title: "安全委员", of: "tower")
    }
    #expect(found == ["data.post-twice content/activities.sqlite:post[id=b].title"])
  }

  @Test func aRosterIsOfThePostsUnit() throws {
    let found = try problems { $0.addPost("a", title: "楼长", of: "tower", holder: nil, roster: "head") }
    #expect(found == ["data.post-roster content/activities.sqlite:post[id=a].roster_id"])
  }

  @Test func aPersonsNameIsNoHolder() throws {
    let found = try problems { fixture in
      fixture.addPost("a", title: "网格长", holder: "张伟")
      fixture.addPost("b", title: "网格员 李娜")
      fixture.addRoster("other", .week, from: "2026-11-02", holders: [(1, "甲单位"), (2, "王小明")])
    }
    #expect(
      Set(found) == [
        "privacy.person-name content/activities.sqlite:post[id=a].holder",
        "privacy.person-name content/activities.sqlite:post[id=b].title",
        "privacy.person-name content/activities.sqlite:roster_holder[roster_id=other,position=2].name",
      ])
  }
}
