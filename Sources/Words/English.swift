package import CivilTime
package import Vocabulary

/// English, as a reader of notices expects it: British spelling, days before months, 24 hours.
package struct English: Words, EnglishTime {
  package static let words = English()

  package var currentYear: Int?

  package let tags = ["en"]

  // MARK: Times

  package func name(_ term: SolarTerm) -> String {
    switch term {
    case .xiaohan: "Lesser Cold"
    case .dahan: "Greater Cold"
    case .lichun: "Start of Spring"
    case .yushui: "Rain Water"
    case .jingzhe: "Awakening of Insects"
    case .chunfen: "Spring Equinox"
    case .qingming: "Clear and Bright"
    case .guyu: "Grain Rain"
    case .lixia: "Start of Summer"
    case .xiaoman: "Lesser Fullness"
    case .mangzhong: "Grain in Ear"
    case .xiazhi: "Summer Solstice"
    case .xiaoshu: "Lesser Heat"
    case .dashu: "Greater Heat"
    case .liqiu: "Start of Autumn"
    case .chushu: "End of Heat"
    case .bailu: "White Dew"
    case .qiufen: "Autumn Equinox"
    case .hanlu: "Cold Dew"
    case .shuangjiang: "Frost’s Descent"
    case .lidong: "Start of Winter"
    case .xiaoxue: "Lesser Snow"
    case .daxue: "Greater Snow"
    case .dongzhi: "Winter Solstice"
    }
  }

  package func name(_ festival: Festival) -> String {
    switch festival {
    case .newYear: "New Year’s Day"
    case .springFestivalEve: "Spring Festival Eve"
    case .springFestival: "Spring Festival"
    case .qingming: "Tomb-Sweeping Day"
    case .labour: "Labour Day"
    case .dragonBoat: "Dragon Boat Festival"
    case .nationalDay: "National Day"
    case .midAutumn: "Mid-Autumn Festival"
    case .lantern: "Lantern Festival"
    case .dragonHead: "Dragon Head Raising Day"
    case .qixi: "Qixi Festival"
    case .doubleNinth: "Double Ninth Festival"
    case .laba: "Laba Festival"
    case .leiFeng: "Lei Feng Memorial Day"
    case .women: "Women’s Day"
    case .arbour: "Arbour Day"
    case .nationalSecurity: "National Security Education Day"
    case .youth: "Youth Day"
    case .disasterReduction: "Disaster Reduction Day"
    case .nurses: "Nurses’ Day"
    case .helpingTheDisabled: "Day for Helping the Disabled"
    case .children: "Children’s Day"
    case .partyFounding: "Party Founding Day"
    case .army: "Army Day"
    case .victory: "Victory Day"
    case .teachers: "Teachers’ Day"
    case .harvest: "Farmers’ Harvest Festival"
    case .martyrs: "Martyrs’ Day"
    case .fireSafety: "Fire Safety Day"
    case .constitution: "Constitution Day"
    case .volunteers: "International Volunteer Day"
    case .nationalMemorial: "National Memorial Day"
    }
  }

  // MARK: Terms

  package func label(_ level: UnitLevel) -> String {
    switch level {
    case .district: "District"
    case .subdistrict: "Sub-district"
    case .community: "Community"
    case .grid: "Grid"
    case .microgrid: "Micro-grid"
    case .building: "Building"
    }
  }

  package func label(_ kind: ActivityKind) -> String {
    switch kind {
    case .classroom: "Class"
    case .meeting: "Meeting"
    case .service: "Services"
    case .culture: "Culture"
    case .sport: "Sport"
    case .volunteer: "Volunteering"
    case .council: "Council"
    case .other: "Other"
    }
  }

  package func label(_ track: Track) -> String {
    switch track {
    case .theory: "Theory"
    case .practice: "Practice"
    case .remote: "Online"
    }
  }

  package func label(_ status: OccurrenceStatus) -> String {
    switch status {
    case .scheduled: "As planned"
    case .moved: "Changed"
    case .cancelled: "Cancelled"
    case .postponed: "Postponed"
    }
  }

  package func label(_ policy: HolidayPolicy) -> String {
    switch policy {
    case .held: "also on public holidays"
    case .skipped: "not on public holidays"
    case .nextWorkday: "moved from public holidays to the next working day"
    }
  }

  package func label(_ period: RotationPeriod) -> String {
    switch period {
    case .week: "every week"
    case .month: "every month"
    }
  }

  package func label(_ category: NoticeCategory) -> String {
    switch category {
    case .announcement: "Announcement"
    case .publicNotice: "Public notice"
    case .recruitment: "Recruitment"
    case .safety: "Safety"
    case .result: "Result"
    }
  }

  package func label(_ severity: AlertSeverity) -> String {
    switch severity {
    case .extreme: "Extreme"
    case .severe: "Severe"
    case .moderate: "Moderate"
    case .minor: "Minor"
    }
  }

  package func label(_ category: MenuCategory) -> String {
    switch category {
    case .party: "Party services"
    case .information: "Basic information"
    case .safety: "Safety services"
    case .disputes: "Mediation"
    case .business: "Business services"
    case .convenience: "Everyday services"
    case .lecture: "Talks on request"
    case .culture: "Culture and sport"
    }
  }

  package func label(_ type: PartnerType) -> String {
    switch type {
    case .space: "Space partners"
    case .operation: "Operating partners"
    case .governance: "Governance partners"
    case .coBuilding: "Co-building organisations"
    }
  }

  package func label(_ status: TopicStatus) -> String {
    switch status {
    case .raised: "Raised"
    case .discussed: "Discussed"
    case .decided: "Decided"
    case .done: "Done"
    }
  }

  package func label(_ kind: PageKind) -> String {
    switch kind {
    case .page: "Pages"
    case .notice: "Notices"
    case .brand: "Party brands"
    case .menu: "Service menu"
    case .classroom: "Pioneer Classroom"
    case .venue: "Venues"
    case .partner: "Community partners"
    case .team: "Volunteer teams"
    case .council: "Councils"
    case .list: "Lists"
    }
  }

  package func label(_ group: AudienceGroup) -> String {
    switch group {
    case .residents: "Residents"
    case .elders: "Older people"
    case .children: "Children"
    case .families: "Families"
    case .party: "Party members"
    case .workers: "Workers and businesses"
    case .volunteers: "Volunteers"
    case .owners: "Owners and tenants"
    case .care: "Disabled people, patients and carers"
    }
  }

  package func label(_ type: FileType) -> String {
    switch type {
    case .pdf: "PDF"
    case .document: "Word document"
    case .sheet: "Excel sheet"
    case .picture: "picture"
    case .sound: "audio"
    case .film: "video"
    }
  }

  package func label(_ orientation: ScreenOrientation) -> String {
    switch orientation {
    case .landscape: "Landscape"
    case .portrait: "Portrait"
    }
  }

  package func label(_ level: WeatherWarningLevel) -> String {
    switch level {
    case .blue: "Blue"
    case .yellow: "Yellow"
    case .orange: "Orange"
    case .red: "Red"
    }
  }

  package func label(_ quality: AirQuality) -> String {
    switch quality {
    case .good: "good"
    case .moderate: "moderate"
    case .sensitive: "lightly polluted"
    case .unhealthy: "polluted"
    case .heavy: "heavily polluted"
    case .hazardous: "severely polluted"
    }
  }

  package func title(_ slide: SlideKind) -> String {
    switch slide {
    case .today: "Today"
    case .week: "This week"
    case .rooms: "In our rooms"
    case .live: "Watch live"
    case .changes: "Changes"
    case .notices: "Notices"
    case .roster: "On duty"
    case .posts: "Whom to ask"
    case .menu: "Services"
    case .brand: "Our brand"
    case .method: "How we work"
    case .brands: "All our brands"
    case .partners: "Community partners"
    case .videos: "Scan to watch"
    case .venue: "Our places"
    case .team: "Join a team"
    case .figures: "In figures"
    case .almanac: "On this day"
    case .list: "Lists"
    case .finder: "Find my grid"
    case .photos: "Pictures"
    case .weather: "Weather"
    case .countdown: "Countdown"
    case .film: "Film"
    case .document: "Document"
    case .text: "Please note"
    }
  }

  package let publicTables: [PublicTableName: String] = [
    "honours": "Honours"
  ]

  // MARK: Brands

  package let editionHistory = "Editions"
  package let presentEdition = "Present"
  package let comingEdition = "Coming"
  package func span(from first: String?, to last: String?) -> String? {
    switch (first, last) {
    case (nil, nil): nil
    case (let first?, nil): "from \(first)"
    case (nil, let last?): "until \(last)"
    case (let first?, let last?): first == last ? first : "\(first) to \(last)"
    }
  }

  package let brandTree = "All our brands"
  package let carriesBrand = "Carries"
  package let brandTeams = "Teams"
  package let brandCounted = "Counted"
  package let brandRollUp = "Counted with its sub-brands"
  package let brandsBelow = "sub-brands"
  package let brandCarriers = "carriers"
  package let brandPartnerCount = "partners"
  package let brandTeamCount = "teams"
  package func brandOccurrences(from first: String, to last: String) -> String { "activities, \(first) to \(last)" }
  package let brandWaiting = "waiting to be taken"
  package let brandUnderWay = "under way"
  package let brandDone = "done"
  package let brandFigures = "In figures"

  package let agreement = "Agreement"
  package let agreementAhead = "Agreement not yet in force"
  package let agreementEnded = "Agreement has ended"
  package let assessed = "Assessed"
  package let admission = "How it was chosen"
  package let exit = "When it ends"
  package let premises = "Premises"
  package func premisesWhole(_ area: String) -> String { "\(area) in all" }
  package let officeSpace = "Offices"
  package let sharedSpace = "Open to residents"
  package let givenSpace = "Run by partners"
  package let otherSpace = "Other"

  package let recordedVideos = "Watch again"
  package let watchVideo = "Watch the video"
  package let scanVideo = "Scan to watch"
  package func held(on date: String) -> String { "recorded on \(date)" }

  // MARK: Facts

  package let time = "Time"
  package let place = "Place"
  package let address = "Address"
  package let unit = "Unit"
  package let category = "Kind"
  package let host = "Host"
  package let audience = "For"
  package let fee = "Fee"
  package let capacity = "Places"
  package let points = "Points"
  package let enquiries = "Enquiries"
  package let provider = "Provider"
  package let recruiter = "Recruits"
  package let booking = "Booking"
  package let phone = "Phone"
  package let type = "Type"
  package let members = "Members"
  package let contact = "Contact"
  package let edition = "Edition"
  package let since = "Since"
  package let parentBrand = "Part of"
  package let floorArea = "Floor area"
  package let open = "Open"
  package let schedule = "Schedule"
  package let level = "Level"

  package let hostIs = "Host: "
  package let audienceIs = "For: "
  package let onlineIs = "Online: "
  package let addressIs = "Address: "
  package let phoneIs = "Tel: "
  package let openIs = "Open: "
  package let facilitiesAre = "Facilities: "
  package let carriersAre = "Carried by: "

  package let noCharge = "Free"
  package func yuan(_ amount: String) -> String { "\(amount) yuan" }
  package func capacityEach(_ people: Int) -> String { "\(people) each time" }
  package func pointsEach(_ points: Int) -> String { "\(points) each time" }
  package func people(_ count: Int) -> String { count == 1 ? "1 member" : "\(count) members" }
  package func squareMetres(_ area: String) -> String { "\(area) m²" }
  package func editionNamed(_ name: String) -> String { "Edition \(name)" }
  package func classroom(_ track: Track) -> String { "Pioneer Classroom\u{A0}· \(label(track))" }
  package func placesLeft(_ count: Int) -> String {
    count == 0 ? "Full" : count == 1 ? "1 place left" : "\(count) places left"
  }
  package func aside(_ policy: HolidayPolicy) -> String { ", \(label(policy))" }
  package let allThatIsOnHere = "All that is on here"
  package func workdays(_ count: Int) -> String { count == 1 ? "1 working day" : "\(count) working days" }
  package func figureAsOf(_ date: String) -> String { "as of \(date)" }
  package func increased(by amount: String, since day: String) -> String { "up \(amount) since \(day)" }
  package func decreased(by amount: String, since day: String) -> String { "down \(amount) since \(day)" }
  package func unchanged(since day: String) -> String { "the same as on \(day)" }
  package func percentagePoints(_ amount: String) -> String { "\(amount) percentage points" }
  package let changeBetter = ", which is better"
  package let changeWorse = ", which is worse"
  package func addedUp(of units: Int) -> String { units == 1 ? "from 1 unit" : "\(units) units together" }
  package func chart(from first: String, to last: String, highest: String, lowest: String) -> String {
    "From \(first) to \(last); highest \(highest), lowest \(lowest)."
  }
  package func figure(_ value: String, on day: String) -> String { "\(value) (\(day))" }
  package let allUnits = "All"

  // MARK: What becomes of an occurrence

  package let extra = "Extra"
  package func titlePrefix(_ label: String) -> String { "[\(label)] " }
  package let planned = "Planned: "
  package let movedTo = "Now: "
  package let seriesEnded = "This series has ended early"
  package let holidaysUnknown = "If this is a public holiday, please follow notices on site"
  package let weekend = "Weekend"
  package func calledOff(for holiday: String) -> String { "\(holiday): no session, and none instead" }
  package func movedOn(for holiday: String) -> String { "\(holiday): moved to the next working day" }

  package let comma = ", "
  package let listComma = ", "
  package let semicolon = "; "
  package let gap = " · "
  package let sentenceGap = " "
  package func aside(_ text: String, _ more: String) -> String { "\(text) (\(more))" }

  // MARK: Pages

  package let activities = "Schedule"
  package let notices = "Notices"
  package let units = "Communities"
  package let unitsLead = "From the sub-district to the grid: find your own unit."
  package let search = "Search"
  package let searchLead = "Find activities, notices, services and places."
  package let screenStatus = "Screens"
  package let screenStatusLead = "What each public screen should show, and until when it holds."
  package let notFound = "Page not found"
  package func activityCalendar(_ month: String) -> String { "Activities in \(month)" }
  package func page(_ number: Int, of title: String) -> String { "\(title) (page \(number))" }
  package func page(_ number: Int, of count: Int) -> String { "Page \(number) of \(count)" }
  package let previousPage = "Previous page"
  package let nextPage = "Next page"

  package func schedule(of name: String) -> String { "Schedule: \(name)" }
  package func schedule(of track: Track) -> String { "Pioneer Classroom · \(label(track))" }
  package func activities(for group: AudienceGroup) -> String { "Activities for \(label(group).lowercasedFirst)" }
  package let freeActivities = "Free activities"
  package let activitiesWithPlaces = "Activities with places left"
  package func placesKnown(at moment: String) -> String { "Places as of \(moment); what is registered on site holds" }
  package let byDate = "Date"
  package let byTerms = "Terms"
  package let byAudience = "Audience"
  package let byUnit = "Communities and buildings"
  package let byVenue = "Places"
  package let withPlaces = "Places left"
  package func items(_ count: Int) -> String { count == 1 ? "1 activity" : "\(count) activities" }
  package let wholeSiteOnDay = "The day, with all others"
  package func allOfDay(_ count: Int) -> String { "All \(count) of the day" }
  package func moreItems(_ count: Int) -> String { "\(count) more" }
  package func occurrencesOfLast90Days(_ count: Int) -> String {
    count == 1 ? "1 session in the last 90 days" : "\(count) sessions in the last 90 days"
  }

  package let current = "Current"
  package let earlierNotices = "Earlier notices"
  package let expired = "Past (expired)"
  package func all(_ kind: PageKind) -> String {
    switch kind {
    case .classroom: "All of the Pioneer Classroom"
    default: "All \(label(kind).lowercasedFirst)"
    }
  }
  package let mainBrands = "Main brand"
  package func brands(below brand: String) -> String { "Below \(brand)" }
  package let childBrands = "Sub-brands"
  package let brandPartners = "Partners"
  package let childUnits = "Units below"
  package let unitVenues = "Places"

  package func periodAhead(from first: String) -> String { "Open from \(first)" }
  package func periodOpen(workdaysLeft: Int, until last: String) -> String {
    "\(workdays(workdaysLeft)) left, until \(last)"
  }
  package let periodLastDay = "Last day today"
  package let periodOver = "Closed"
  package let subscriptionCode = "Scan to open this page and subscribe"

  // MARK: Templates

  package let home = "Home"
  package let skipToContent = "Skip to content"
  package let mainNavigation = "Main navigation"
  package let location = "You are here"
  package let elderView = "Large print"
  package func stale(since moment: String) -> String {
    "This page was updated on \(moment) and may be out of date; please follow notices on site."
  }

  package func updated(at moment: String, validUntil end: String) -> String { "Updated \(moment), valid until \(end)." }
  package let mayBeStale = "This page may be out of date. What you are told on site holds."
  package let updatedElsewhere = "When the site was updated stands in its open data."
  package let allCalendars = "Calendar of all activities"
  package let openData = "Open data"
  package let dataLead = "All data here is plain files: no application, no key; they change with the site."
  package let dataLicense = "Licence: "
  package let dataUnlicensed = "No licence is stated: ask who runs the site before you use the data."
  package let dataFeeds = "Data by subject (JSON)"
  package let dataCalendars = "Calendars"
  package let dataReaders = "Feed readers"
  package let dataServices = "Directory of services (HSDS 3.0)"
  package let dataSessions = "Sessions (OpenActive)"
  package let dataSignage = "Screens and alerts"
  package let singleDates = "single dates"
  package let siteCode = "Site code"

  package let pinned = "Pinned"
  package func validUntil(_ date: String) -> String { "Valid until \(date)" }
  package let comingActivities = "Coming activities"
  package let comingClasses = "Coming classes"
  package let comingArrangements = "What is on"
  package let allSchedule = "Whole schedule"
  package let allNotices = "All notices"
  package let workFigures = "In figures"
  package let nothingHere = "Nothing here at present."
  package func comingOver(_ link: String) -> String { "All activities listed here are over: \(link)." }
  package let pages = "Pages"

  package let sections = "Menu"
  package let homeSoon = "Coming up"
  package let myCommunity = "I live in"
  package let everyCommunity = "All communities"
  package let yourTasks = "What would you like to do?"
  package let taskSchedule = "What’s on"
  package let taskNotices = "Notices"
  package let taskMatters = "Matters"
  package let taskGrid = "My grid"
  package let taskVenues = "Places"
  package let taskOrder = "Services"
  package let taskCouncil = "Councils"
  package let taskPhone = "Phones"
  package let oneStory = "One thing settled"
  package let allFigures = "All figures"
  package let pleaseDo = "What to do"
  package let aboutSite = "About this site"
  package let onThisPage = "On this page"
  package let nextOccurrence = "Next"
  package let showOnMap = "On a map"
  package let addToCalendar = "Add to calendar"
  package let weekStrip = "The next days"

  package let contentExpired = "This page has expired and is kept for reference only."
  package let noticePeriod = "Notice period"
  package func period(_ workdays: String, _ first: String, _ last: String) -> String {
    "\(workdays), from \(first) to \(last)"
  }
  package let attachments = "Files"
  package func file(_ type: FileType, size: String) -> String { "\(label(type)), \(size)" }
  package func approved(on date: String) -> String { "Approved for publication on \(date)." }
  package let carriers = "Carried by"
  package let offers = "For residents"
  package let facilities = "Facilities"
  package let zones = "Areas"
  package let services = "Services"
  package let topics = "Topics and progress"
  package let tryFirst = "Try first, pay later"

  package let signUp = "Sign up"
  package let watchLive = "Watch live"
  package let related = "More about it"
  package let comingOccurrences = "Coming sessions"
  package let noOccurrences = "No sessions in the next two weeks."
  package let activityCancelled = "This activity will not take place."
  package let activityPostponed = "A new time will be announced."
  package let online = "Online"

  package let beforeAndAfter = "Before and after"
  package let monthsAndPast = "Months and past days"
  package let monthsAndPastAre = "Months and past days: "
  package let byConditions = "Narrow it down"
  package let nothingOnDay = "Nothing on this day."
  package let nothingSoon = "Nothing in the coming days."
  package let allOver = "All that is listed here is over."
  package let forPrograms = "For programs: "
  package let pageData = "the data of this page (JSON)"
  package let listByDate = "List by date"
  package let byTimeOfDay = "By time: "
  package let firstOfDays =
    "There are many: each day shows its first ones, further pages the rest by time. You can narrow it down, too."
  package func published(_ month: String, _ days: String) -> String { "\(month) (published: \(days))" }
  package func nothing(until day: String) -> String { "Nothing until \(day)." }

  package let subscribe = "Subscribe in a phone’s calendar"
  package let downloadCalendar = "Download the calendar file"
  package let calendarFile = "Calendar file"
  package let calendarsInstead = "There is no calendar of these alone. You can subscribe to: "
  package let scanToOpen = "Scan to open this page on a phone"
  package let inWeChat =
    "You are in WeChat, which can’t open calendar files. Tap “…” at the top right, choose “Open in Browser”, then “Subscribe in a phone’s calendar”."

  package let posts = "Whom to ask"
  package let unitAbove = "Belongs to"
  package let callFirst = "Call this number first"
  package func askAbove(_ unit: String) -> String { "No number of its own: ask \(unit)" }
  package let noTurnYet = "The first turn has not begun"
  package let dutiesAre = "In charge of: "
  package let mattersUnderWay = "Being dealt with"
  package func allOpen(_ count: Int, of list: String) -> String { "\(list): \(count) open" }
  package let aboutUnit = "About"
  package let unitTotals = "What there is below"
  package let postCount = "Posts"
  package let peopleInPosts = "People in posts"
  package func count(_ count: Int, of level: String) -> String { "\(level): \(count)" }
  package let unitTree = "All units"

  package let shifts = "Duty sheet"
  package let rosters = "On duty"
  package func rotation(_ period: RotationPeriod, of unit: String) -> String { " (changes \(label(period)), \(unit))" }
  package func swapped(from planned: String) -> String { "swapped, planned: \(planned)" }
  package let noRosters = "No rosters at present."
  package let noServices = "No services here yet."
  package let noMetrics = "No figures here yet."
  package let figuresOverTime = "All values"
  package let figuresOfAbove = "In the figures of the units above"
  package let figureDay = "As of"
  package let figureValue = "Value"

  package let searchField = "Words to find"
  package let searchHint = "Activities, notices, services, places"
  package func searchNeedsScript(_ schedule: String, _ notices: String) -> String {
    "Search needs JavaScript. You can also look at the \(schedule) and the \(notices)."
  }
  package let notFoundLead = "The address may be wrong, or the page has been taken down."
  package let toHome = "Back to the home page"
  package let toSchedule = "See the schedule"
  package let toNotices = "See the notices"

  package let statusLead =
    "The bottom right corner of each screen should be exactly as below: then it is up to date. A smaller number means that the screen has not yet had the update; please check its network."
  package let thisRelease = "This release"
  package let signature = "Signature"
  package let signed = "Signed: screens take nothing that this site has not signed"
  package let signedUnverified = "Signed, but without HTTPS the browsers of screens can’t verify it"
  package let unsigned = "Not signed"
  package let cannotVerify =
    "The way this page was opened, a browser can’t verify signatures: use the address with https://."
  package let noScreens = "No screens yet."
  package let cornerHidden = "This screen is set to hide its corner"
  package let valid = "Valid until"
  package let screenID = "Screen ID"
  package let screenUnits = "Units"
  package let picture = "Picture"
  package let openScreen = "Open the screen"
  package let data = "Data"
  package let offlinePackage = "Offline package"

  // MARK: The theme's script

  package let over = "over"
  package let ongoing = "now"
  package let today = "today"
  package let onShift = "on duty now"
  package let onDuty = "on duty now"
  package let workdaysLeft = CountedText(one: "{n} working day left", other: "{n} working days left")
  package let lastDayToday = "Last day today"
  package let standardView = "Standard view"

  // MARK: Feeds

  package func about(_ site: String, _ feed: String) -> String { "\(feed) of \(site)" }
  package func firstOfEachDay(_ count: Int) -> String { "The first \(count) of each day; the site has all" }
  package let noActivities = "Nothing in the coming days"
  package let noNotices = "No notices at present"
  package let movedHere = "This page is now at: "
  package let leadsTo = "Opening: "
  package let whichOfThese = "Which of these?"
  package let seePage = "See the page for what is on"
  package func validUntilSentence(_ date: String) -> String { "Valid until \(date)." }

  // MARK: Screens

  package let nowOn = "Now"
  package let next = "Next"
  package let free = "Free"
  package let taken = "In use"
  package let notOpen = "Closed"
  package func thisDay(_ range: String, isEvening: Bool) -> String { "\(isEvening ? "Tonight" : "Today") \(range)" }
  package func nextUp(on day: String, isTomorrow: Bool) -> String {
    "\(isTomorrow ? "Nothing more today; tomorrow," : "Nothing more today; next on") \(day)"
  }
  package let noMoreToday = "Nothing more today"
  package func allOnWall(_ count: Int) -> String { "\(count) activities in all: the site has them" }
  package let nothingMoreToday = "Nothing more today"
  package let noNoticesNow = "No notices at present"
  package let updatedAt = "Updated"
  package let awaitingUpdate = "Awaiting an update; please follow notices on site"
  package func holdsUntil(_ date: String) -> String { "Valid until \(date)" }
  package let scan = "Scan for details"
  package let scanLive = "Scan to watch"
  package let continued = " (cont.)"
  package let urgent = "Urgent"
  package func asOf(_ date: String) -> String { "as of \(date)" }
  package func observed(at time: String) -> String { "observed at \(time)" }
  package func degrees(_ degrees: String) -> String { "\(degrees)°C" }
  package func degrees(from low: String, to high: String) -> String { "\(low)–\(high)" }
  package func humidity(_ percent: Int) -> String { "humidity \(percent)%" }
  package func air(_ quality: AirQuality) -> String { "air \(label(quality))" }
  package func weatherWarning(of kind: String, _ level: WeatherWarningLevel) -> String {
    "\(label(level)) warning: \(kind)"
  }
  package func daysLeft(_ count: Int) -> String { count == 1 ? "day" : "days" }
  package func hoursLeft(_ count: Int) -> String { count == 1 ? "hour" : "hours" }
  package let lessThan = "under "

  // MARK: Search

  package let retry = "Try again"
  package let failed = "The search data did not arrive; please check the network."
  package let failedToGoOn = "The rest did not arrive; please check the network and try again."
  package let searching = "Searching…"
  package let nothingFound = "Nothing found for “{q}”. "
  package let tryOneWord = "Try one word alone, like “{q}”. "
  package let tryAnother = "Try another word, or fewer letters. "
  package let seeAlso = "You can also look at the {schedule} and the {notices}."
  package let instead = "For “{q}”: "
  package let allWords = "Nothing has “{q}” as it stands; these have all its words: "
  package let found = CountedText(one: "{n} result", other: "{n} results")
  package let foundSome = CountedText(
    one: "The first result; there are more", other: "The first {n} results; there are more")
  package let noneYet = "None found so far; there is more to search"
  package let listed = CountedText(one: "{n} result shown", other: "{n} results shown")
  package let more = CountedText("More in {kind} ({n} left)")
  package let goOn = "Search on in {kind}"
  package let hasExpired = "expired"
  package let isOver = "over"
  package let onUntil = "now, until {time}"
  package let kindActivity = "Activities"
  package let kindNotice = "Notices"
  package let kindService = "Services"
  package let kindVenue = "Places"
  package let kindPage = "Pages"
  package let kindUnit = "Units"
  package let dayPattern = "{weekday} {day} {month}"
  package let datePattern = "{day} {month} {year}"
  package let ellipsis = "…"

  // MARK: Teams

  package func label(_ type: TeamType) -> String {
    switch type {
    case .lecture: "Lectures"
    case .mutualHelp: "Neighbourly help"
    case .convenience: "Everyday services"
    case .environment: "Cleaning up"
    case .mediation: "Mediation"
    case .safety: "Neighbourhood watch"
    case .news: "Good news and manners"
    case .performing: "Performing"
    case .sport: "Sport"
    case .other: "Other teams"
    }
  }

  package func teams(_ count: Int) -> String { count == 1 ? "1 team" : "\(count) teams" }
  package func teamsTotal(_ teams: String, members: String) -> String { "\(teams), \(members)" }
  package func teamsWithoutMembers(_ teams: String) -> String { "\(teams) more, of unknown size" }
  package let scanToJoin = "Scan to join"

  // MARK: Points

  package let pointsRules = "How to earn points"
  package func points(_ count: Int, per unit: String) -> String {
    count == 1 ? "1 point/\(unit)" : "\(count) points/\(unit)"
  }
  package func cap(_ points: Int, in period: PointsPeriod) -> String {
    let time =
      switch period {
      case .day: "day"
      case .week: "week"
      case .month: "month"
      case .quarter: "quarter"
      case .year: "year"
      }
    return "at most \(points) a \(time)"
  }
  package let noCap = "no limit"
  package let noPointsRules = "There are no rules yet."
  package let nextExchange = "Next exchange"
  package func next(_ what: String, at time: String) -> String { "\(what): \(time)" }
  package let pointsTotals = "Points by unit"
  package let pointsEarned = "Earned"
  package let pointsSpent = "Spent"
  package let pointsPeople = "People"
  package let pointsMonth = "Month"
  package func pointsNote(_ least: Int) -> String {
    "Counted where people’s books are kept, units below included, in months that are over. How many points somebody has is not public; groups of fewer than \(least), and what they would follow from, are not told apart and are part of the total above."
  }
  package let noPointsTotals = "There is no month to tell of yet."
  package func pointsCount(_ count: String) -> String { count == "1" ? "1 point" : "\(count) points" }

  // MARK: Duties

  package func label(_ cadence: DutyCadence) -> String {
    switch cadence {
    case .month: "Monthly"
    case .quarter: "Quarterly"
    case .halfYear: "Every half year"
    case .year: "Yearly"
    case .onChange: "On changes"
    }
  }

  package func name(_ period: CivilPeriod) -> String {
    switch period.length {
    case .month: month(period.number, of: period.year)
    case .quarter: "Q\(period.number) \(period.year)"
    case .halfYear: "\(period.number == 1 ? "first" : "second") half of \(period.year)"
    case .year: "\(period.year)"
    }
  }

  package let basis = "Basis"
  package let responsible = "Responsible"
  package let channel = "Published on"
  package let dueRule = "Time limit"
  package func dueAfterPeriod(_ workdays: String) -> String { "within \(workdays) of the period’s end" }
  package func dueAfterChange(_ workdays: String) -> String { "within \(workdays) of the change" }
  package func due(within cadence: DutyCadence) -> String {
    switch cadence {
    case .month: "by the end of the month"
    case .quarter: "by the end of the quarter"
    case .halfYear: "by the end of June and of December"
    case .year: "by the end of the year"
    case .onChange: dueOnChange
    }
  }
  package let dueOnChange = "whenever it changes"
  package let dutyCount = "Items"
  package let lastPublished = "Last published"
  package let lastHeld = "Last held"
  package let neverPublished = "not yet"
  package let owed = "To be published"
  package let owedMeeting = "To be held"
  package func due(by date: String) -> String { "by \(date)" }
  package func dueUnknown(_ year: Int, _ workdays: String) -> String {
    "within \(workdays) of the period’s end; the day is known when the holidays of \(year) are"
  }
  package func planned(on date: String) -> String { "planned for \(date)" }
  package let publishedLate = "late"
  package let publishedByQuarter = "Quarter by quarter"
  package func published(in quarter: String) -> String { "Published in \(quarter)" }
  package let nothingPublished = "Nothing was published in this quarter."

  // MARK: Venues

  package func label(_ type: VenueType) -> String {
    switch type {
    case .centre: "Party-service centre"
    case .station: "Party-service station"
    case .serviceHall: "Service hall"
    case .medicalInsuranceDesk: "Medical insurance desk"
    case .helpDesk: "Help desk"
    case .dayCare: "Day-care centre"
    case .canteen: "Canteen"
    case .clinic: "Clinic"
    case .studyRoom: "Study room"
    case .library: "Library or bookshop"
    case .classroom: "Classroom"
    case .practicePoint: "Practice point"
    case .councilHall: "Council hall"
    case .retiredMemberRoom: "Retired members’ room"
    case .youthStudio: "Youth studio"
    case .sport: "Sports ground"
    case .square: "Square"
    case .online: "Online"
    case .other: "Other"
    }
  }

  package func label(_ facility: VenueFacility) -> String {
    switch facility {
    case .stepFree: "Step-free access"
    case .lift: "Lift"
    case .accessibleToilet: "Accessible toilet"
    case .toilet: "Toilet"
    case .nursingRoom: "Nursing room"
    case .wheelchairs: "Wheelchairs to borrow"
    case .hearingLoop: "Hearing loop"
    case .readingGlasses: "Reading glasses"
    case .defibrillator: "Defibrillator"
    case .firstAid: "First-aid kit"
    case .rest: "Seats to rest"
    case .water: "Drinking water"
    case .microwave: "Microwave"
    case .charging: "Phone charging"
    case .wifi: "Wi-Fi"
    case .lockers: "Lockers"
    case .heating: "Heating and cooling"
    case .advice: "Advice"
    case .selfService: "Self-service machines"
    case .printing: "Printing and copying"
    case .sharedDesks: "Shared desks"
    case .roomLoans: "Rooms to borrow"
    case .reading: "Books and papers"
    case .study: "Study seats"
    case .healthCheck: "Health check"
    case .meals: "Meals"
    case .haircut: "Haircuts"
    case .coffee: "Coffee"
    case .childrenArea: "Children’s area"
    case .gym: "Gym equipment"
    case .tableTennis: "Table tennis"
    case .danceRoom: "Rehearsal room"
    case .musicRoom: "Music rooms"
    case .games: "Board games"
    case .projector: "Projector"
    case .amplifier: "Amplifier"
    case .liveStream: "Live streaming"
    case .bikeParking: "Bicycle parking"
    case .bikeCharging: "E-bike charging"
    case .carParking: "Car parking"
    }
  }

  package let otherVenues = "Other places"
  package let seats = "Seats"
  package let openUntil = "Open, closes at {t}"
  package let openNow = "Open"
  package let closedNow = "Closed"
  package let opensAt = "Closed, opens at {t}"
  package let opensTomorrow = "Closed, opens tomorrow at {t}"
  package let opensOn = "Closed, opens {d} at {t}"
  package let notKnownToday = "Please ring first: hours on holidays are not known"
  package let metresAway = "about {n} m"
  package let kilometresAway = "about {n} km"
  package let minutesOnFoot = CountedText(one: "about {n} minute on foot", other: "about {n} minutes on foot")
  package let noCoordinates = "its position is not known"
  package let allPlaces = "All places"
  package let byType = "By type"
  package let byFacility = "By facility"
  package let fromWhere = "From where"
  package let choosePlace = "Choose a place"
  package let communities = "Communities and buildings"
  package let places = "Places"
  package let myPosition = "Use my position"
  package let positionNote =
    "Your position is used on your device alone, to tell distances. It is not sent and not kept."
  package let positionAsked = "Looking up your position…"
  package let positionRefused = "Your position was not found. Please choose a place above."
  package let nearestFirst = "Nearest first"
  package let backToAll = "Show all again"
  package let nothingMatches = "No place matches."
  package let map = "Map"
  package let north = "N"
  package let register = "Small premises to be enlarged"
  package let areaBefore = "Area now"
  package let areaPlanned = "Planned"
  package let areaAfter = "Afterwards"
  package let registered = "Registered"
  package let squareMetresPlanned = "m² planned"
  package let squareMetresAdded = "m² added so far"
  package let zonesAre = "Zones: "
  package func seats(_ count: Int) -> String { count == 1 ? "1 seat" : "\(count) seats" }
  package func venueCount() -> CountedText { CountedText(one: "{n} place", other: "{n} places") }
  package func distanceRule(detour: String, speed: Int) -> String {
    "Minutes are an estimate: the straight line times \(detour), at \(speed) metres a minute. Crossings and slopes take longer."
  }
  package func metres(_ number: String) -> String { "\(number) m" }
  package func kilometres(_ number: String) -> String { "\(number) km" }
  package func mapText(_ count: Int, around centre: String?, minutes: Int) -> String {
    "\(count == 1 ? "1 place" : "\(count) places"), numbered as in the list below, north at the top."
      + (centre.map { " The circle is about how far a walk of \(minutes) minutes from \($0) reaches." } ?? "")
  }
  package func circleNote(_ minutes: Int, around centre: String) -> String {
    "The circle: about how far a walk of \(minutes) minutes from \(centre) reaches. Numbers as in the list."
  }
  package func circleFromThere(_ minutes: Int) -> String {
    "The circle: about how far a walk of \(minutes) minutes from where you chose reaches. Numbers as in the list."
  }
  package let nearbyPlaces = "Places nearby"
  package func mapAround(_ place: String) -> String { "\(place) and what is near it" }
  package func aroundText(_ count: Int, around place: String, minutes: [Int]) -> String {
    "The full dot is \(place), with \(count) place\(count == 1 ? "" : "s") nearby, numbered as in the list; north is at the top. "
      + ringNote(minutes)
  }
  package func ringNote(_ minutes: [Int]) -> String {
    "Circles: about as far as one walks in \(minutes.map { "\($0)" }.joined(separator: ", ")) minutes."
  }
  package func onFootShort(_ minutes: Int) -> String { "\(minutes) min" }
  package func notOnMap(_ count: Int) -> String {
    count == 1 ? "1 more has no known position." : "\(count) more have no known position."
  }
  package func nearest(to place: String) -> String { "Nearest to \(place)" }

  // MARK: The finder

  package let finderField = "Road and number"
  package func finderExample(_ addresses: [String]) -> String { "For example: \(addresses.joined(separator: ", "))" }
  package let finderAsk = "Find my grid"
  package let finderNeedsScript = "This browser can’t look it up: please find your road below."
  package let addressesByRoad = "By road"
  package let addressesCovered = "Addresses"
  package let noAddresses = "No addresses are registered yet."
  package let officePhone = "Office"
  package let addressPattern = "{road} {number} {building}"
  package let numberPattern = "{first}"
  package let numbersPattern = "{first}–{last}"
  package let oddNumbers = " (odd)"
  package let evenNumbers = " (even)"
  package let belongsTo = "is in"
  package let whomToCall = "Whom to call"
  package let nobodyToCall = "No telephone is registered yet."
  package let venueNearby = "Where to go"
  package let alsoIn = "Also in"
  package let otherBuildings = "Buildings of this number that others look after"
  package let whichOne = "Which one do you mean?"
  package let roadBelongsTo = "These look after {road}; add the number to find yours:"
  package let addressNotListed = "{road} {number} is not registered yet."
  package let nearestNumbers = "The nearest are:"
  package let addressNotFound = "Nothing found for “{q}”. Type a road and a number, or the name of a building."
  package let similarRoads = "Is it one of these roads?"
  package let whatToDo = "Ask by telephone:"
  package let finderHow =
    "Scan, type your road and number, and see which grid is yours, whom to call, and their number."
  package let finderScan = "Scan to find my grid"
  package func grid(_ name: String, has roads: String) -> String { "\(name): \(roads)" }

  // MARK: Texts

  package let taskDone = "done"
  package let taskOpen = "not done"
  package let footnote = "footnote"
  package let footnotes = "Footnotes"
  package let backToText = "back to the text"

  // MARK: Lists

  package func label(_ layout: ListLayout) -> String {
    switch layout {
    case .board: "Progress"
    case .council: "Topics"
    case .menu: "To be ordered"
    case .exchange: "For points"
    case .ledger: "Cases in figures"
    case .disclosure: "Disclosure"
    case .circle: "Service circle"
    case .finder: "Find my grid"
    }
  }

  package func label(_ phase: MatterPhase) -> String {
    switch phase {
    case .raised: "waiting"
    case .taken: "taken"
    case .doing: "under way"
    case .done: "done"
    case .dropped: "dropped"
    }
  }

  package let waiting = "Waiting to be taken"
  package let underWay = "Under way"
  package let openTopics = "Under discussion"
  package func closed(in year: Int?) -> String { year.map { "Done in \($0)" } ?? "Done" }
  package func closedTopics(in year: Int?) -> String { year.map { "Settled in \($0)" } ?? "Settled" }
  package let otherCategory = "Other"
  package let overdue = "overdue"
  package let nextMeeting = "Next meeting"
  package let byCategory = "By category"
  package func allEntries(_ count: Int) -> String { "All \(count)" }
  package func raised(on date: String) -> String { "raised on \(date)" }
  package func raised(by who: String) -> String { "raised by \(who)" }
  package func raised(on date: String, by who: String) -> String { "raised by \(who) on \(date)" }
  package let owner = "In charge"
  package let dueDay = "Due"
  package func doneBefore(_ date: String) -> String { "by \(date)" }
  package func closed(on date: String) -> String { "closed on \(date)" }
  package func daysTaken(_ count: Int) -> String {
    count == 0 ? "done the same day" : count == 1 ? "took 1 day" : "took \(count) days"
  }
  package func waitingDays() -> CountedText {
    CountedText(one: "waiting for {n} day", other: "waiting for {n} days")
  }
  package func overdueDays() -> CountedText { CountedText(one: "{n} day overdue", other: "{n} days overdue") }
  package let progress = "Progress"
  package func share(_ done: String, of all: String, per unit: String) -> String {
    unit.isEmpty ? "\(done) of \(all)" : "\(done) of \(all) \(unit)"
  }
  package let needed = "Needed"
  package let servedPeople = "For"
  package func persons(_ count: String) -> String { count == "1" ? "1 person" : "\(count) people" }
  package let cost = "Spent"
  package let origin = "From"
  package let resources = "Served by"
  package let outcome = "Outcome"
  package let steps = "What was done"
  package func votes(for inFavour: Int, against: Int, abstained: Int) -> String {
    "\(inFavour) for, \(against) against" + (abstained > 0 ? ", \(abstained) abstained" : "")
  }
  package func price(_ amount: String, per unit: String) -> String { "¥\(amount) per \(unit)" }
  package func marketPrice(_ price: String) -> String { "elsewhere \(price)" }
  package func orPoints(_ count: Int) -> String { "or \(count) points" }
  package func pointsNeeded(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
  package func left(_ quantity: String) -> String { "\(quantity) left" }
  package let noneLeft = "none left"
  package let paused = "paused"
  package func availableFrom(_ date: String) -> String { "from \(date)" }
  package func availableUntil(_ date: String) -> String { "until \(date)" }
  package let takes = "Takes"
  package func minutes(_ count: Int) -> String { count == 1 ? "1 minute" : "\(count) minutes" }
  package let leastPeople = "People"
  package func fromPeople(_ count: Int) -> String { "\(count) or more" }
  package let conditions = "Conditions"
  package let documents = "Bring"
  package let timeLimit = "Done within"
  package func within(_ workdays: String) -> String { workdays }
  package let onTheSpot = "on the spot"
  package func checked(on date: String) -> String { "checked on \(date)" }
  package let orderOnline = "Order online"
  package let resourcesForResidents = "For residents"
  package let details = "More about it"

  // MARK: Ledgers

  package func label(_ channel: CaseChannel) -> String {
    switch channel {
    case .visit: "in person"
    case .phone: "by phone"
    case .hotline: "by the hotline"
    case .online: "online"
    case .meeting: "at a meeting"
    }
  }

  package func label(_ disposition: CaseDisposition) -> String {
    switch disposition {
    case .onTheSpot: "on the spot"
    case .station: "by the grid station"
    case .team: "by a special team"
    case .referred: "by another office"
    case .declined: "could not be done; the reason was given"
    }
  }

  package func label(_ figure: LedgerFigure, promise: Int?) -> String {
    switch figure {
    case .accepted: "Accepted"
    case .closed: "Closed"
    case .open: "Open"
    case .overdue: "Overdue"
    case .satisfied: "Satisfied"
    case .onTime: promise.map { "Answered within \(minutes($0))" } ?? "Answered as promised"
    case .median: "Half took no longer than"
    case .ninetieth: "Nine of ten took no longer than"
    }
  }

  package func definition(_ figure: LedgerFigure, promise: Int?) -> String {
    switch figure {
    case .accepted: "Cases that were first answered in these months."
    case .closed:
      "Cases whose outcome was told in these months; also those that could not be done and whose reason was given."
    case .open: "Cases that were not closed when it was counted, whenever they were reported."
    case .overdue: "Of the open ones, those that are past their last day, or past the promised time without an answer."
    case .satisfied: "Of those that were rated in these months, the share that got 4 or 5 of 5."
    case .onTime:
      "Of those reported in these months, the share that was first answered within the promised time; past that time and without an answer, a case counts as missed."
    case .median:
      "Those closed in these months and those still open in one row by how long they took, from their report on: the one in the middle. An open case counts with its age, so that what is unfinished is not left out. Rounded up."
    case .ninetieth: "In the same row, the one at nine tenths; an open case counts with its age here too."
    }
  }

  package func heading(_ figure: LedgerFigure, by grouping: LedgerGrouping) -> String {
    switch (figure, grouping) {
    case (_, .category): "Accepted, by category"
    case (_, .channel): "Accepted, by how it was reported"
    case (_, .disposition): "Closed, by who dealt with it"
    case (.closed, .month): "Closed, by month"
    case (_, .month): "Accepted, by month"
    }
  }

  package func cases(_ count: String) -> String { count == "1" ? "1 case" : "\(count) cases" }
  package func percent(_ number: String) -> String { "\(number)%" }
  package func hours(_ count: Int) -> String { count == 1 ? "1 hour" : "\(count) hours" }
  package func days(_ count: String) -> String { count == "1" ? "1 day" : "\(count) days" }
  package func promised(minutes count: Int) -> String { "promised within \(minutes(count))" }
  package func fewer(than least: Int) -> String { "fewer than \(least)" }
  package let notTold = "not told"
  package let nothingToCount = "none yet"
  package let smallGroups = "Other (together)"
  package func counted(_ first: String, _ last: String, at moment: String) -> String {
    "Whole months, \(first) to \(last); open, overdue and times as of \(moment)."
  }
  package func smallGroupsNote(_ least: Int) -> String {
    "Fewer than \(least) cases are not told by themselves but together with others, so that nobody is known by a number; shares are rounded down to steps of \(least) cases or more."
  }
  package let partsAbove = "Categories, channels and months are published for the unit above."
  package let noCases = "There are no figures to publish yet."
  package let fiveFigures = "Five figures"
  package let howSoon = "How soon"
  package let howItIsCounted = "How it is counted"
  package let told = "Told"
  package let wholePath = "The whole path"
  package let count = "Cases"

  // MARK: The preview

  package let previewTitle = "Preview"
  package let previewWrongHost =
    "The preview does not answer to this name. Open the address that the command line shows; to look from another device, start it with --host.\n"
  package let previewTime = "Time"
  package let previewNow = "Now"
  package let previewMoment = "{w} {d}/{m} {t}"
  package let previewWeekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  package let previewExactTime = "Date and time"
  package let previewPage = "Page"
  package let previewPhone = "Phone"
  package let previewElder = "Large text"
  package let previewPrint = "Print"
  package let previewScreens = "Screens"
  package let previewNoScreens = "There are no screens yet: add one in content/screens/."
  package let previewLandscape = "landscape"
  package let previewPortrait = "portrait"
  package let previewPrintNote = "As on A4 paper; the browser decides where pages end."
  package let previewPages = "Pages"
  package let previewFindPage = "Find by title, address or file"
  package let previewNothingFound = "Nothing found"
  package let previewDrafts = "Drafts"
  package let previewDraft = "Draft: will not be public"
  package func previewDue(_ date: String) -> String { "Public from \(date)" }
  package let previewUnapproved = "Waits for approval: not public yet"
  package let previewProblems = CountedText(one: "{n} warning", other: "{n} warnings")
  package let previewErrors = CountedText(one: "{n} error", other: "{n} errors")
  package let previewLastGood = "Mend it and save: this goes by itself. Behind it is the page as it was before."
  package let previewNoGood = "Mend it and save: the page appears."
  package let previewWhatToDo = "Help"
  package let previewLooking = "Comparing…"
  package let previewNoProblems = "No warnings"
  package let previewChanges = "What publishing changes"
  package let previewNeverPublished = "Nothing was published yet: all pages will be new."
  package let previewNothingChanges = "It is what is published."
  package let previewAdded = CountedText(one: "{n} new page", other: "{n} new pages")
  package let previewChanged = CountedText(one: "{n} changed page", other: "{n} changed pages")
  package let previewGone = CountedText(one: "{n} page gone", other: "{n} pages gone")
  package let previewOtherFiles = CountedText(
    one: "{n} other file (styles, pictures) changes too.", other: "{n} other files (styles, pictures) change too.")
  package let previewMore = CountedText(one: "{n} more page", other: "{n} more pages")
  package let previewMendFirst = "Mend the errors first."
  package let previewHide = "Hide"
  package let previewShow = "Preview"
  package let previewClose = "Close"
  package let previewLost = "The preview has ended"
}

extension String {
  /// Within a sentence: `party members`, but `Party brands` keeps what is a name.
  fileprivate var lowercasedFirst: String { hasPrefix("Party") ? self : prefix(1).lowercased() + dropFirst() }
}
