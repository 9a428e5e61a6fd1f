package import Vocabulary

/// The field's words as readers are shown them. Each is a switch, so that a new term can't be without its word.
package protocol TermWords: Sendable {
  func label(_ level: UnitLevel) -> String
  func label(_ kind: ActivityKind) -> String
  func label(_ track: Track) -> String
  func label(_ status: OccurrenceStatus) -> String
  func label(_ policy: HolidayPolicy) -> String
  func label(_ period: RotationPeriod) -> String
  func label(_ category: NoticeCategory) -> String
  func label(_ severity: AlertSeverity) -> String
  func label(_ category: MenuCategory) -> String
  func label(_ type: PartnerType) -> String
  func label(_ status: TopicStatus) -> String
  func label(_ kind: PageKind) -> String
  func label(_ group: AudienceGroup) -> String
  func label(_ orientation: ScreenOrientation) -> String
  func label(_ type: FileType) -> String
  func label(_ level: WeatherWarningLevel) -> String
  func label(_ quality: AirQuality) -> String
  /// What a slide of a screen is called that has no title of its own.
  func title(_ slide: SlideKind) -> String
}
