import Artifacts
import Fields
import Templates
import Words

/// `/feeds/`: where all data is, and under which licence.
struct DataView: TemplateView {
  let groups: [DataGroupView]
  let license: String?

  static let about = "The page of all data, `/feeds/`: what there is for other programs, and under which licence."
  static let fields: [Field<DataView>] = [
    Field("groups", "files, by what they are for", .list(DataGroupView.self) { $0.groups }),
    Field(
      "license", "the address of the data's licence; nothing where the site states none", .optionalText { $0.license }),
  ]
}

struct DataGroupView: TemplateView {
  let title: String
  let files: [AlternateView]

  static let about = "Files for one sort of program."
  static let fields: [Field<DataGroupView>] = [
    Field("title", "what they are for", .text { $0.title }),
    Field("files", "each file", .list(AlternateView.self) { $0.files }),
  ]
}
