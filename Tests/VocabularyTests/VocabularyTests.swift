import Testing

@testable import Vocabulary

@Suite struct IdentifierTests {
  @Test(arguments: ["a", "songtai-center", "702", "a--b"])
  func accepts(text: String) { #expect(Slug(text)?.text == text) }

  @Test(arguments: ["", "-a", "a-", "A", "a_b", "松", "a b", "a/b", "..", String(repeating: "a", count: 101)])
  func refuses(text: String) { #expect(Slug(text) == nil) }
}
