import Testing

@testable import CivilTime

/// What English sheets say of a repetition.
@Suite struct EnglishPhraseTests {
  @Test(arguments: [
    ("every Thursday", "FREQ=WEEKLY;BYDAY=TH"), ("Every Mon and Wed", "FREQ=WEEKLY;BYDAY=MO,WE"),
    ("each tues, thurs", "FREQ=WEEKLY;BYDAY=TU,TH"), ("every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("Thursdays", "FREQ=WEEKLY;BYDAY=TH"), ("daily", "FREQ=DAILY"),
    ("every day", "FREQ=DAILY"), ("weekly", "FREQ=WEEKLY"), ("weekly on Sun & Sun", "FREQ=WEEKLY;BYDAY=SU"),
  ])
  func isRead(text: String, rule: String) {
    #expect(EnglishPhrase.rule(text) == rule)
  }

  /// Nothing of it is passed over.
  @Test(arguments: [
    "", "every", "every Thursday 9:00", "every t", "every moon", "Monday Thursday", "every first Friday", "每周三",
    "no Thursday",
    "every Thursday in May", "FREQ=WEEKLY",
  ])
  func isNone(text: String) { #expect(EnglishPhrase.rule(text) == nil) }
}
