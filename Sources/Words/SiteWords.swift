package import Vocabulary

/// What pages say that are put together in Swift: titles, facts, counts.
package protocol SiteWords: Sendable {
  // MARK: A page that is elsewhere now: before its title

  var movedHere: String { get }
  /// Of a short address that leads to one thing: before its title.
  var leadsTo: String { get }
  /// The heading over the things that a short address may mean.
  var whichOfThese: String { get }

  // MARK: Facts: what stands before a value

  var time: String { get }
  var place: String { get }
  var address: String { get }
  var unit: String { get }
  var category: String { get }
  var host: String { get }
  var audience: String { get }
  var fee: String { get }
  var capacity: String { get }
  var points: String { get }
  var enquiries: String { get }
  var provider: String { get }
  /// Of a call for volunteers: whom they join.
  var recruiter: String { get }
  var booking: String { get }
  var phone: String { get }
  var type: String { get }
  var members: String { get }
  var contact: String { get }
  var edition: String { get }
  var since: String { get }
  var parentBrand: String { get }
  var floorArea: String { get }
  var open: String { get }
  var schedule: String { get }
  var level: String { get }

  // MARK: The same before a value of one line: `主办：`

  var hostIs: String { get }
  var audienceIs: String { get }
  var onlineIs: String { get }
  var addressIs: String { get }
  var phoneIs: String { get }
  var openIs: String { get }
  var facilitiesAre: String { get }
  var carriersAre: String { get }

  // MARK: Values

  /// Of what costs nothing.
  var noCharge: String { get }
  /// - Parameter amount: in figures.
  func yuan(_ amount: String) -> String
  func capacityEach(_ people: Int) -> String
  func pointsEach(_ points: Int) -> String
  func people(_ count: Int) -> String
  /// - Parameter area: in figures.
  func squareMetres(_ area: String) -> String
  /// `2.0 版`.
  func editionNamed(_ name: String) -> String
  /// `先锋课堂 · 理论培训`.
  func classroom(_ track: Track) -> String
  /// `余 6 席`; none is `名额已满`.
  func placesLeft(_ count: Int) -> String
  /// After when a series takes place: what holidays do to it.
  func aside(_ policy: HolidayPolicy) -> String
  /// Of what is on at a place.
  var allThatIsOnHere: String { get }
  func workdays(_ count: Int) -> String
  /// Of a figure: the day on which it was true.
  func figureAsOf(_ date: String) -> String
  /// That a figure grew since a day.
  func increased(by amount: String, since day: String) -> String
  func decreased(by amount: String, since day: String) -> String
  func unchanged(since day: String) -> String
  /// Of shares in per cent, which grow by points.
  func percentagePoints(_ amount: String) -> String
  /// After a change: that it is for the better, or not.
  var changeBetter: String { get }
  var changeWorse: String { get }
  /// Of a figure: that it is the sum of so many units.
  func addedUp(of units: Int) -> String
  /// What a chart shows, for those who don't see it: from and to, the highest and the lowest, each with its day.
  func chart(from first: String, to last: String, highest: String, lowest: String) -> String
  /// `312件（10月31日）`: a figure and its day, as a part of a sentence.
  func figure(_ value: String, on day: String) -> String
  /// A screen's units, where it has all.
  var allUnits: String { get }

  // MARK: What becomes of an occurrence

  /// Beside an occurrence that its rule does not give.
  var extra: String { get }
  /// `【已取消】`: before a title, for programs that show nothing else.
  func titlePrefix(_ label: String) -> String
  /// Before what was planned, and what it was moved to.
  var planned: String { get }
  var movedTo: String { get }
  var seriesEnded: String { get }
  var holidaysUnknown: String { get }
  var weekend: String { get }
  /// - Parameter holiday: its name, or the weekend.
  func calledOff(for holiday: String) -> String
  func movedOn(for holiday: String) -> String

  // MARK: Between words

  /// Between a time and a place, or the parts of a sentence.
  var comma: String { get }
  /// Between the parts of a list.
  var listComma: String { get }
  /// Between sentences of one line.
  var semicolon: String { get }
  /// Between the parts of a line; the player breaks it there (Player/text.js).
  var gap: String { get }
  /// `太极（07:00–08:00）`.
  func aside(_ text: String, _ more: String) -> String

  // MARK: Pages

  var activities: String { get }
  var notices: String { get }
  var units: String { get }
  var unitsLead: String { get }
  var search: String { get }
  var searchLead: String { get }
  var screenStatus: String { get }
  var screenStatusLead: String { get }
  var notFound: String { get }
  func activityCalendar(_ month: String) -> String
  func page(_ number: Int, of title: String) -> String
  func page(_ number: Int, of count: Int) -> String
  var previousPage: String { get }
  var nextPage: String { get }

  // MARK: Schedules

  func schedule(of name: String) -> String
  func schedule(of track: Track) -> String
  func activities(for group: AudienceGroup) -> String
  var freeActivities: String { get }
  var activitiesWithPlaces: String { get }
  /// Of enrolment as it was known then.
  func placesKnown(at moment: String) -> String
  var byDate: String { get }
  var byTerms: String { get }
  var byAudience: String { get }
  var byUnit: String { get }
  var byVenue: String { get }
  var withPlaces: String { get }
  func items(_ count: Int) -> String
  /// What leads to all of a day.
  func allOfDay(_ count: Int) -> String
  /// What leads to the day of all units, from a schedule that is narrowed down too little.
  var wholeSiteOnDay: String { get }
  func moreItems(_ count: Int) -> String
  func occurrencesOfLast90Days(_ count: Int) -> String

  // MARK: Groups of a list

  var current: String { get }
  /// The heading over notices that hold, but were published before the first ones.
  var earlierNotices: String { get }
  var expired: String { get }
  func all(_ kind: PageKind) -> String
  var mainBrands: String { get }
  func brands(below brand: String) -> String
  var childBrands: String { get }
  var brandPartners: String { get }
  var childUnits: String { get }
  var unitVenues: String { get }

  // MARK: A public notice's period, in working days

  func periodAhead(from first: String) -> String
  func periodOpen(workdaysLeft: Int, until last: String) -> String
  var periodLastDay: String { get }
  var periodOver: String { get }

  /// Of the code by which a phone opens the page.
  var subscriptionCode: String { get }
}
