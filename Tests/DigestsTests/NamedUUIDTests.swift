import Testing

@testable import Digests

@Suite struct NamedUUIDTests {
  /// As Python's `uuid.uuid5(uuid.NAMESPACE_URL, …)` has them.
  @Test(arguments: [
    ("https://www.example.com/", "3d3ed9d2-aa3d-5fa6-90e8-ed662e90f559"),
    ("tag:quanxi.example.cn,2026:/hsds/service/haircut", "f7cbeafd-9a7d-5ce6-83ea-a8fa74864849"),
    ("", "1b4db7eb-4057-5ddf-91e0-36dec72071f5"),
  ]) func names(address: String, uuid: String) {
    #expect(NamedUUID.text(of: address) == uuid)
  }
}
