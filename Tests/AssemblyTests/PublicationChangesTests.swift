import Testing

@testable import Assembly

@Suite struct PublicationChangesTests {
  @Test func titles() {
    #expect(PublicationChanges.title(Array("<head><title>甲 &amp; 乙</title>".utf8)) == "甲 & 乙")
    #expect(PublicationChanges.title(Array("<head>".utf8)) == nil)
  }
}
