package import Diagnostics

/// What is said of a detail of a person, in a text or in a table. It is masked.
package enum PersonalDetailDiagnostic {
  /// What a site can make errors.
  package static let codes: Set<String> = [
    "privacy.person", "privacy.dwelling", "privacy.plate", "privacy.passport", "privacy.permit", "privacy.bank-card",
  ]

  /// - Parameter place: where in a file that has no lines: `批注里的`, “in a comment”.
  package static func make(
    _ detail: PersonalDetail, at location: Location, in place: Message? = nil
  ) -> Diagnostic {
    let shown = detail.masked
    let (before, after) = (place?.zh ?? "", place.map { ", \($0.en)," } ?? "")
    func warning(_ code: String, zh what: String, en name: String) -> Diagnostic {
      .warning(
        code, zh: "\(before)\(what)“\(shown)”不宜公开", en: "\(name) “\(shown)”\(after) should not be published",
        hint: Message(zh: "删去它，或改写成岗位、单位、活动本身", en: "remove it, or name a role or an organisation"), at: location)
    }
    return switch detail.kind {
    case .email:
      .error(
        "privacy.email", zh: "\(before)电子邮箱 \(shown) 不能公开",
        en: "the e-mail address \(shown)\(after) must not be published",
        hint: Message(
          zh: "改用办公邮箱，并列入 site.yaml 的 officeEmails（可以只写 @ 和域名）",
          en: "use an office's, and list it under officeEmails in site.yaml (@ and its domain will do)"), at: location)
    case .person: warning("privacy.person", zh: "姓名", en: "the name")
    case .dwelling: warning("privacy.dwelling", zh: "某人的住址", en: "where somebody lives,")
    case .plate: warning("privacy.plate", zh: "车牌号", en: "the number plate")
    case .passport: warning("privacy.passport", zh: "护照号", en: "the passport number")
    case .permit: warning("privacy.permit", zh: "通行证号", en: "the number of a travel permit")
    case .bankCard: warning("privacy.bank-card", zh: "银行卡号", en: "the bank card number")
    }
  }
}

extension PersonalDetail {
  /// Whether an e-mail address is an office's: a government's, or listed by itself or by its domain (`@example.org`).
  package func isOffice(_ listed: Set<String>) -> Bool {
    guard kind == .email else { return false }
    let address = text.lowercased().replacing("\u{FF20}", with: "@")
    let domain = address.drop { $0 != "@" }
    return domain.hasSuffix(".gov.cn") || domain == "@gov.cn" || listed.contains(address)
      || listed.contains(String(domain))
  }
}
