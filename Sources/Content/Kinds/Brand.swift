package import Vocabulary

package struct BrandDetails: Sendable {
  package let parent: Slug?
  package let edition: String?
  package let motto: String?
  package let carriers: [String]
  package let partners: [Slug]
  package let since: String?
}

extension BrandDetails {
  init(_ reader: inout FrontMatterReader) {
    let partners = reader.references("partners") { .page(.partner, $0) }
    self.init(
      parent: reader.reference("parent") { .page(.brand, $0) }, edition: reader.fields.text("edition"),
      motto: reader.fields.text("motto"), carriers: reader.fields.texts("carriers"), partners: partners,
      since: reader.fields.text("since"))
  }
}
