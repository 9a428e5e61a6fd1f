import Activities
import Content
import Diagnostics
import PublicText
import Vocabulary

/// No resident's number stands in a row of the database (Promise 4): what looks like one is an error, unless the site lists it as an
/// office's.
struct PersonalDataCheck {
  private let numbers: [PersonalNumberInRow]
  private let officePhones: Set<String>

  init(_ data: ActivityData, site: SiteConfiguration) {
    numbers = data.personalNumbers
    officePhones = Set(site.officePhones)
  }

  func problems() -> [Diagnostic] {
    numbers.filter { !officePhones.contains($0.number.digits) }.map {
      PersonalNumberDiagnostic.make($0.number, at: $0.location)
    }
  }
}
