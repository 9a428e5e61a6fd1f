import Artifacts
import Community
import Encoding
import Fields
import Templates
import Vocabulary
import Words

/// What templates say by name: `{{words.home}}`. A name that is none of these is a mistake in the template.
struct WordsView: TemplateView {
  let words: any Words

  static let about = "What the program says by itself, in the site's language."
  static let fields: [Field<WordsView>] = [
    word("home") { $0.home },
    word("skipToContent") { $0.skipToContent },
    word("mainNavigation") { $0.mainNavigation },
    word("location") { $0.location },
    word("allSections") { $0.allSections },
    word("elderView") { $0.elderView },
    word("allCalendars") { $0.allCalendars },
    word("openData") { $0.openData },
    word("siteCode") { $0.siteCode },
    word("pinned") { $0.pinned },
    word("comingActivities") { $0.comingActivities },
    word("comingClasses") { $0.comingClasses },
    word("comingArrangements") { $0.comingArrangements },
    word("allSchedule") { $0.allSchedule },
    word("allNotices") { $0.allNotices },
    word("workFigures") { $0.workFigures },
    word("nothingHere") { $0.nothingHere },
    word("publishedByQuarter") { $0.publishedByQuarter },
    word("nothingPublished") { $0.nothingPublished },
    word("pages") { $0.pages },
    word("contentExpired") { $0.contentExpired },
    word("noticePeriod") { $0.noticePeriod },
    word("attachments") { $0.attachments },
    word("carriers") { $0.carriers },
    word("offers") { $0.offers },
    word("facilities") { $0.facilities },
    word("zones") { $0.zones },
    word("fromWhere") { $0.fromWhere },
    word("choosePlace") { $0.choosePlace },
    word("myPosition") { $0.myPosition },
    word("positionNote") { $0.positionNote },
    word("byType") { $0.byType },
    word("allPlaces") { $0.allPlaces },
    word("byFacility") { $0.byFacility },
    word("nearestFirst") { $0.nearestFirst },
    word("backToAll") { $0.backToAll },
    word("register") { $0.register },
    word("areaBefore") { $0.areaBefore },
    word("areaPlanned") { $0.areaPlanned },
    word("areaAfter") { $0.areaAfter },
    word("services") { $0.services },
    word("topics") { $0.topics },
    word("resourcesForResidents") { $0.resourcesForResidents },
    word("paused") { $0.paused },
    word("byCategory") { $0.byCategory },
    word("origin") { $0.origin },
    word("steps") { $0.steps },
    word("outcome") { $0.outcome },
    word("overdue") { $0.overdue },
    word("noCases") { $0.noCases },
    word("fiveFigures") { $0.fiveFigures },
    word("howSoon") { $0.howSoon },
    word("howItIsCounted") { $0.howItIsCounted },
    word("told") { $0.told },
    word("wholePath") { $0.wholePath },
    word("count") { $0.count },
    word("tryFirst") { $0.tryFirst },
    word("signUp") { $0.signUp },
    word("watchLive") { $0.watchLive },
    word("related") { $0.related },
    word("comingOccurrences") { $0.comingOccurrences },
    word("noOccurrences") { $0.noOccurrences },
    word("activityCancelled") { $0.activityCancelled },
    word("activityPostponed") { $0.activityPostponed },
    word("online") { $0.online },
    word("beforeAndAfter") { $0.beforeAndAfter },
    word("monthsAndPast") { $0.monthsAndPast },
    word("monthsAndPastAre") { $0.monthsAndPastAre },
    word("byConditions") { $0.byConditions },
    word("nothingOnDay") { $0.nothingOnDay },
    word("nothingSoon") { $0.nothingSoon },
    word("allOver") { $0.allOver },
    word("forPrograms") { $0.forPrograms },
    word("pageData") { $0.pageData },
    word("listByDate") { $0.listByDate },
    word("subscribe") { $0.subscribe },
    word("downloadCalendar") { $0.downloadCalendar },
    word("calendarFile") { $0.calendarFile },
    word("scanToOpen") { $0.scanToOpen },
    word("inWeChat") { $0.inWeChat },
    word("rosters") { $0.rosters },
    word("noRosters") { $0.noRosters },
    word("noServices") { $0.noServices },
    word("noMetrics") { $0.noMetrics },
    word("figuresOverTime") { $0.figuresOverTime },
    word("figuresOfAbove") { $0.figuresOfAbove },
    word("figureDay") { $0.figureDay },
    word("figureValue") { $0.figureValue },
    word("unit") { $0.unit },
    word("searchField") { $0.searchField },
    word("searchHint") { $0.searchHint },
    word("notFoundLead") { $0.notFoundLead },
    word("toHome") { $0.toHome },
    word("toSchedule") { $0.toSchedule },
    word("toNotices") { $0.toNotices },
    word("statusLead") { $0.statusLead },
    word("thisRelease") { $0.thisRelease },
    word("signature") { $0.signature },
    word("signed") { $0.signed },
    word("signedUnverified") { $0.signedUnverified },
    word("unsigned") { $0.unsigned },
    word("cannotVerify") { $0.cannotVerify },
    word("noScreens") { $0.noScreens },
    word("cornerHidden") { $0.cornerHidden },
    word("valid") { $0.valid },
    word("screenID") { $0.screenID },
    word("screenUnits") { $0.screenUnits },
    word("picture") { $0.picture },
    word("openScreen") { $0.openScreen },
    word("data") { $0.data },
    word("offlinePackage") { $0.offlinePackage },
    word("addressIs") { $0.addressIs },
    word("comma") { $0.comma },
    word("gap") { $0.gap },
    word("hostIs") { $0.hostIs },
    word("movedTo") { $0.movedTo },
    word("notices") { $0.notices },
    word("phoneIs") { $0.phoneIs },
    word("planned") { $0.planned },
    word("search") { $0.search },
    html("comingOver") { $0.comingOver(link(SitePath.schedule.url, $0.allSchedule)) },
    html("searchNeedsScript") {
      $0.searchNeedsScript(link(SitePath.schedule.url, $0.activities), link(SitePath.section(.notice).url, $0.notices))
    },
  ]

  private static func word(_ name: String, _ get: @escaping @Sendable (any Words) -> String) -> Field<WordsView> {
    Field(name, "in English “\(get(English.words))”", .text { get($0.words) })
  }

  /// With links in it.
  private static func html(_ name: String, _ get: @escaping @Sendable (any Words) -> String) -> Field<WordsView> {
    Field(name, "in English `\(get(English.words))`", .html { get($0.words) })
  }

  private static func link(_ url: String, _ text: String) -> String {
    "<a href=\"\(url)\">\(Markup.escaped(text))</a>"
  }
}
