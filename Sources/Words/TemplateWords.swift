package import Vocabulary

/// What templates say by name, `{{words.home}}`, and the sentences that views put together for them.
package protocol TemplateWords: Sendable {
  // MARK: On every page

  var home: String { get }
  var skipToContent: String { get }
  var mainNavigation: String { get }
  /// Where the reader is, for screen readers.
  var location: String { get }
  var elderView: String { get }
  func stale(since moment: String) -> String

  // MARK: The footer

  /// HTML.
  func updated(at moment: String, validUntil end: String) -> String
  var mayBeStale: String { get }
  var updatedElsewhere: String { get }
  var allCalendars: String { get }
  var openData: String { get }

  // MARK: The page of data

  /// A sentence.
  var dataLead: String { get }
  /// Before the licence's address.
  var dataLicense: String { get }
  /// That none is stated, as a sentence.
  var dataUnlicensed: String { get }
  /// Over files, by what they are for.
  var dataFeeds: String { get }
  var dataCalendars: String { get }
  var dataReaders: String { get }
  var dataServices: String { get }
  var dataSessions: String { get }
  var dataSignage: String { get }
  /// Of a calendar with an event for each date.
  var singleDates: String { get }

  var siteCode: String { get }

  // MARK: Lists

  var pinned: String { get }
  func validUntil(_ date: String) -> String
  var comingActivities: String { get }
  var comingClasses: String { get }
  var comingArrangements: String { get }
  var allSchedule: String { get }
  var allNotices: String { get }
  var workFigures: String { get }
  var nothingHere: String { get }
  /// HTML, with a link to the whole schedule.
  func comingOver(_ link: String) -> String
  var pages: String { get }

  // MARK: Home

  /// What opens the list of sections on a narrow page: short.
  var sections: String { get }
  /// Over what takes place next.
  var homeSoon: String { get }
  /// Before the choice of the reader's community.
  var myCommunity: String { get }
  /// Of that choice: none in particular.
  var everyCommunity: String { get }
  /// Over what residents come for, for screen readers.
  var yourTasks: String { get }
  /// Two or three characters each: large targets on a narrow page.
  var taskSchedule: String { get }
  var taskNotices: String { get }
  var taskMatters: String { get }
  var taskGrid: String { get }
  var taskVenues: String { get }
  var taskOrder: String { get }
  var taskCouncil: String { get }
  var taskPhone: String { get }
  /// Over one matter that was settled.
  var oneStory: String { get }
  var aboutSite: String { get }
  var allFigures: String { get }
  /// Before what an urgent notice asks readers to do.
  var pleaseDo: String { get }
  /// Of a long page's headings.
  var onThisPage: String { get }

  // MARK: Articles

  var contentExpired: String { get }
  var noticePeriod: String { get }
  func period(_ workdays: String, _ first: String, _ last: String) -> String
  /// Over the files that a page offers.
  var attachments: String { get }
  /// Beside a link to a file: `PDF，1.2 MB`.
  func file(_ type: FileType, size: String) -> String
  func approved(on date: String) -> String
  var carriers: String { get }
  var offers: String { get }
  var facilities: String { get }
  var zones: String { get }
  var services: String { get }
  var topics: String { get }
  var tryFirst: String { get }

  // MARK: Activities

  var signUp: String { get }
  var watchLive: String { get }
  var related: String { get }
  var comingOccurrences: String { get }
  var noOccurrences: String { get }
  var activityCancelled: String { get }
  var activityPostponed: String { get }
  var online: String { get }

  /// Over the next date of a series.
  var nextOccurrence: String { get }
  var showOnMap: String { get }
  var addToCalendar: String { get }

  // MARK: Schedules

  /// The days before and after, for screen readers.
  var beforeAndAfter: String { get }
  /// The next days, for screen readers.
  var weekStrip: String { get }
  var monthsAndPast: String { get }
  var monthsAndPastAre: String { get }
  var byConditions: String { get }
  var nothingOnDay: String { get }
  var nothingSoon: String { get }
  var allOver: String { get }
  var forPrograms: String { get }
  var pageData: String { get }
  var listByDate: String { get }
  /// Before links to parts of a day.
  var byTimeOfDay: String { get }
  /// Where each day shows its first ones alone.
  var firstOfDays: String { get }
  func published(_ month: String, _ days: String) -> String
  func nothing(until day: String) -> String

  // MARK: Calendars to subscribe to

  var subscribe: String { get }
  var downloadCalendar: String { get }
  var calendarFile: String { get }
  /// Before links to other calendars, where a page has none of its own.
  var calendarsInstead: String { get }
  var scanToOpen: String { get }
  var inWeChat: String { get }

  // MARK: Units

  /// Over a duty sheet.
  var shifts: String { get }
  var rosters: String { get }
  func rotation(_ period: RotationPeriod, of unit: String) -> String
  func swapped(from planned: String) -> String
  var noRosters: String { get }
  var noServices: String { get }
  var noMetrics: String { get }
  /// Over a figure's values, period by period.
  var figuresOverTime: String { get }
  /// Over a unit's figures of measures of units above it.
  var figuresOfAbove: String { get }
  var figureDay: String { get }
  var figureValue: String { get }

  // MARK: Search, and what is not there

  var searchField: String { get }
  var searchHint: String { get }
  /// HTML, with links to the schedule and the notices.
  func searchNeedsScript(_ schedule: String, _ notices: String) -> String
  var notFoundLead: String { get }
  var toHome: String { get }
  var toSchedule: String { get }
  var toNotices: String { get }

  // MARK: The screens' status

  var statusLead: String { get }
  var thisRelease: String { get }
  var signature: String { get }
  var signed: String { get }
  var signedUnverified: String { get }
  var unsigned: String { get }
  var cannotVerify: String { get }
  var noScreens: String { get }
  var cornerHidden: String { get }
  var valid: String { get }
  var screenID: String { get }
  var screenUnits: String { get }
  var picture: String { get }
  var openScreen: String { get }
  var data: String { get }
  var offlinePackage: String { get }
}

/// What the default theme's script says; it is handed over as data.
package protocol ThemeScriptWords: Sendable {
  var over: String { get }
  var ongoing: String { get }
  var today: String { get }
  var onDuty: String { get }
  /// Behind who is on duty by a duty sheet.
  var onShift: String { get }
  var workdaysLeft: CountedText { get }
  var lastDayToday: String { get }
  var standardView: String { get }
}
