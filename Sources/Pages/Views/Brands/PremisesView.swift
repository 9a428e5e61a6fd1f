import Community
import Content
import Encoding
import Fields
import Templates
import Words

/// Floor space and what becomes of it.
struct PremisesView: TemplateView {
  let premises: Premises
  let words: any Words

  static let about = "Floor space and what becomes of it."
  static let fields: [Field<PremisesView>] = [
    Field(
      "areaLabel", "the whole, in words",
      .text { $0.words.premisesWhole($0.words.squareMetres(NumberText.grouped($0.premises.area))) }),
    Field(
      "parts", "its parts",
      .list(PremisesPartView.self) { view in
        view.premises.parts(view.words).map { label, area in
          PremisesPartView(
            label: label, areaLabel: view.words.squareMetres(NumberText.grouped(area)),
            percent: Int((area / view.premises.area * 100).rounded()))
        }
      }),
    Field("terms", "what is served in return for space that is given", .optionalText { $0.premises.terms }),
  ]
}

struct PremisesPartView: TemplateView {
  let label: String
  let areaLabel: String
  let percent: Int

  static let about = "A part of premises."
  static let fields: [Field<PremisesPartView>] = [
    Field("label", "what it is for", .text { $0.label }),
    Field("areaLabel", "its floor space, in words", .text { $0.areaLabel }),
    Field("percent", "its share of the whole, 0 to 100", .text { "\($0.percent)" }),
  ]
}
