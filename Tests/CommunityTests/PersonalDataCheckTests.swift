import Diagnostics
import PublicText
import TestSupport
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct PersonalDataCheckTests {
  /// Which columns are searched is `TableDeclarationTests`' matter.
  @Test func whatIsNoOfficesIsAnError() throws {
    var fixture = CommunityFixture()
    let place = Location.row(database: "a.sqlite", table: "venue", key: "id=hall", column: "phone")
    fixture.data.personalNumbers = PersonalNumber.find(in: "13512345678，13612345678").map {
      PersonalNumberInRow(number: $0, location: place)
    }
    let (_, problems) = try fixture.make()
    let found = problems.filter { $0.code == "privacy.mobile-number" }
    #expect(found.allSatisfy { !$0.message.zh.contains("13512345678") && !$0.message.en.contains("13612345678") })
    #expect(found.map { "\($0.location!)" } == Array(repeating: "a.sqlite:venue[id=hall].phone", count: 2))
  }
}
