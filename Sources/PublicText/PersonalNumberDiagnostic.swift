package import Diagnostics

/// What is said of a resident's number, in a text or in a table. The number itself is masked.
package enum PersonalNumberDiagnostic {
  /// - Parameter place: where in a file that has no lines: `批注里的`, “in a comment”.
  package static func make(
    _ number: PersonalNumber, at location: Location, in place: Message? = nil
  ) -> Diagnostic {
    let (before, after) = (place?.zh ?? "", place.map { ", \($0.en)," } ?? "")
    return switch number.kind {
    case .mobile:
      .error(
        "privacy.mobile-number", zh: "\(before)手机号码 \(number.masked) 不能公开",
        en: "the mobile number \(number.masked)\(after) must not be published",
        hint: Message(
          zh: "改用办公电话；确为公开的办公号码，或是户号、会议号这样的编号时，列入 site.yaml 的 officePhones",
          en: "use an office number; if it is one, or a meter's or a meeting's, list it under officePhones in site.yaml"
        ),
        at: location)
    case .identity:
      .error(
        "privacy.identity-number", zh: "\(before)身份证号 \(number.masked) 不能公开",
        en: "the identity number \(number.masked)\(after) must not be published",
        hint: Message(zh: "删去它", en: "remove it"), at: location)
    }
  }
}
