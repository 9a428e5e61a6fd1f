import Activities
import Content
import Diagnostics
import PublicText
import Vocabulary

/// No resident's number stands in a row of the database (Promise 4): what looks like one is an error, unless the site lists it as an
/// office's.
struct PersonalDataCheck {
  private let numbers: [PersonalNumberInRow]
  private let details: [PersonalDetailInRow]
  private let officePhones: Set<String>
  private let officeEmails: Set<String>

  init(_ data: ActivityData, site: SiteConfiguration) {
    numbers = data.personalNumbers
    details = data.personalDetails
    officePhones = Set(site.officePhones)
    officeEmails = site.officeEmails
  }

  func problems() -> [Diagnostic] {
    numbers.filter { !officePhones.contains($0.number.digits) }.map {
      PersonalNumberDiagnostic.make($0.number, at: $0.location)
    }
      + details.filter { !$0.detail.isOffice(officeEmails) }.map {
        PersonalDetailDiagnostic.make($0.detail, at: $0.location)
      }
  }
}
