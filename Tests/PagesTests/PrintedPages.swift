import Community
import Content
import TestSupport
import Testing

@testable import Pages

/// A site's pages as a theme prints them that knows no HTML: what pages are offered, a line each, `word value`.
struct PrintedPages {
  private let files: PublishedFiles

  init(_ community: CommunityFixture, status: [ScreenStatus] = []) throws {
    try self.init(of: community.community(), status: status)
  }

  init(of community: Community, status: [ScreenStatus] = []) throws {
    let (theme, problems) = Theme.compile(Self.theme)
    #expect(problems == [])
    files = PublishedFiles(
      Pages.artifacts(community, theme: theme, searchScript: "/s.js", status: { status }))
  }

  var urls: [String] { files.urls }

  subscript(url: String) -> Printed {
    get throws {
      // The program itself puts what a page may do before all else.
      Printed(lines: try files.text(url).split(separator: "\n").map(String.init).filter { !$0.hasPrefix("<meta ") })
    }
  }

  struct Printed {
    let lines: [String]

    /// What stands behind each of some words, in the order of the lines; with more than one word, with the word.
    subscript(words: String...) -> [String] {
      lines.compactMap { line in
        let word = line.prefix { $0 != " " }
        guard words.contains(String(word)) else { return nil }
        return words.count > 1 ? line : String(line.dropFirst(word.count + 1))
      }
    }
  }

  // MARK: The theme

  private static let theme: ThemeSource = {
    var templates = Dictionary(uniqueKeysWithValues: PageTemplate.all.map { ($0.name, "{{>frame}}") })
    templates.merge(named) { _, own in own }
    for name in ArticlePages.templates { templates[name] = article }
    return .printing(templates)
  }()

  private static let article = """
    {{>frame}}
    {{#isExpired}}
    expired
    {{/isExpired}}
    {{#until}}
    until {{until}}
    {{/until}}
    {{#facts}}
    fact {{value}}{{#url}} {{url}}{{/url}}
    {{/facts}}
    {{#badges}}
    badge {{text}} {{#firstISO}}{{firstISO}}{{/firstISO}}..{{#lastISO}}{{lastISO}}{{/lastISO}}{{^isTrue}} hidden{{/isTrue}}
    {{/badges}}
    {{#editions}}
    edition {{name}} {{spanLabel}}{{#title}} {{title}}{{/title}}
    {{/editions}}
    {{#carrierLinks}}
    carrier {{title}}{{#url}} {{url}}{{/url}}
    {{/carrierLinks}}
    {{#rollUp}}
    rollup {{key}} {{count}} {{label}}
    {{/rollUp}}
    {{#tree}}
    tree {{url}}{{#isCurrent}} here{{/isCurrent}}
    {{#children}}
    tree-below {{url}}{{#isCurrent}} here{{/isCurrent}}
    {{/children}}
    {{/tree}}
    {{#premises}}
    premises {{areaLabel}}
    {{#parts}}
    premises-part {{label}} {{areaLabel}} {{percent}}
    {{/parts}}
    {{/premises}}
    {{#method}}
    {{>method}}
    {{/method}}
    {{#videos}}
    video {{url}} {{title}}{{^isTold}} hidden{{/isTold}}{{#fromISO}} {{fromISO}}{{/fromISO}}
    {{/videos}}
    {{#services}}
    service {{id}}
    {{/services}}
    {{#attachments}}
    file {{type}} {{url}} {{title}} {{fileText}}
    {{/attachments}}
    {{>listed-lists}}
    {{#ledger}}
    {{>ledger}}
    {{/ledger}}
    {{#finder}}
    {{>finder}}
    {{/finder}}
    {{>points}}
    {{#nextTitle}}
    awaited {{nextTitle}}
    {{/nextTitle}}
    {{#next}}
    awaits {{id}}
    {{/next}}
    {{>coming}}
    {{>groups}}
    {{{body}}}
    """

  private static let named = [
    "frame": """
    title {{title}}
    window {{pageTitle}}
    canonical {{canonicalURL}}
    description {{description}}
    valid {{validUntil}}
    {{#breadcrumbs}}
    crumb {{url}} {{title}}
    {{/breadcrumbs}}
    {{{navigation}}}

    """,
    "method": """
    method {{name}}
    {{#parts}}
    numeral {{count}} {{name}}
    {{#items}}
    item {{title}}{{#url}} {{url}}{{/url}}
    {{/items}}
    {{/parts}}

    """,
    "groups": """
    {{#groups}}
    group {{title}}
    {{#cards}}
    card {{url}}{{^url}}{{title}}{{#meta}} {{meta}}{{/meta}}{{#summary}} {{summary}}{{/summary}}{{/url}}{{#isPinned}} pinned{{/isPinned}}{{#isExpired}} expired{{/isExpired}}{{#until}} {{until}}{{/until}}
    {{/cards}}
    {{#more}}
    more {{url}} {{title}}
    {{/more}}
    {{/groups}}

    """,
    "listed-lists": """
    {{#listed}}
    layout {{layout}}
    {{#tallies}}
    tally {{key}} {{count}}
    {{/tallies}}
    {{#sections}}
    group-of-list {{key}} {{title}}{{#more}} {{url}}{{/more}}
    {{#matters}}
    matter {{id}} {{phaseLabel}}{{#waitsSince}} since {{waitsSince}}{{/waitsSince}}{{#dueISO}} due {{dueISO}}{{/dueISO}}{{#origin}} from {{url}}{{/origin}}
    {{#steps}}
    step {{dateISO}}{{#votesLabel}} {{votesLabel}}{{/votesLabel}}{{#meeting}} {{url}}{{/meeting}}
    {{/steps}}
    {{/matters}}
    {{#offers}}
    offer {{id}}{{#price}} {{price}}{{/price}}{{#pointsLabel}} {{pointsLabel}}{{/pointsLabel}}{{#leftLabel}} {{leftLabel}}{{/leftLabel}}{{#until}} {{until}}{{/until}}
    {{/offers}}
    {{/sections}}
    {{/listed}}

    """,
    "finder": """
    {{#isEmpty}}
    no addresses
    {{/isEmpty}}
    script {{script}}
    example {{example}}
    data {{{data}}}
    {{#office}}
    office {{url}} {{title}}
    {{/office}}
    {{#roads}}
    road {{anchor}} {{name}}
    {{#ranges}}
    range {{numbers}} {{unitName}} {{unitURL}}
    {{/ranges}}
    {{/roads}}

    """,
    "ledger": """
    {{#isEmpty}}
    no cases
    {{/isEmpty}}
    {{#figures}}
    figure {{key}} {{value}} {{label}}
    {{/figures}}
    {{#timely}}
    timely {{key}} {{value}} {{label}}{{#promise}} {{promise}}{{/promise}}
    {{/timely}}
    {{#breakdowns}}
    {{#rows}}
    part {{key}} {{label}} {{value}}
    {{/rows}}
    {{/breakdowns}}
    {{#paths}}
    path {{url}} {{title}}
    {{#steps}}
    step {{dateISO}}
    {{/steps}}
    {{/paths}}
    {{#stories}}
    story {{.}}
    {{/stories}}
    {{#countedText}}
    counted {{countedText}}
    {{/countedText}}

    """,
    "points": """
    {{#points}}
    {{>rules}}
    {{#charts}}
    chart {{title}} {{firstLabel}} {{lastLabel}} {{lastValue}}
    {{/charts}}
    {{#months}}
    month {{key}}{{#isNewest}} newest{{/isNewest}}
    {{#rows}}
    total {{unitName}} {{#isTold}}{{earned}} {{spent}} {{people}}{{/isTold}}{{^isTold}}{{withheldLabel}}{{/isTold}}
    {{/rows}}
    {{/months}}
    {{/points}}

    """,
    "rules": """
    {{#rules}}
    rule {{id}} {{pointsLabel}} {{capLabel}}
    {{/rules}}

    """,
    "one-team": """
    team {{id}}{{#anchor}} {{anchor}}{{/anchor}}{{#url}} {{url}}{{/url}}{{#membersLabel}} {{membersLabel}}{{/membersLabel}}
    {{#activities}}
    meets {{url}} {{whenLabel}}
    {{/activities}}

    """,
    "coming": """
    {{#occurrences}}
    occurrence {{id}} {{status}} {{startISO}}{{#role}} {{role}}{{/role}}{{#venueName}} {{venueName}}{{/venueName}}
    {{/occurrences}}

    """,
    "home": """
    {{>frame}}
    {{>coming}}
    {{#notices}}
    notice {{url}}
    {{/notices}}
    {{>groups}}
    {{#metrics}}
    metric {{valueLabel}} {{title}}
    {{/metrics}}
    {{{body}}}
    """,
    "posts": """
    {{#posts}}
    post {{title}}{{#holder}} {{holder}}{{/holder}}{{#peopleLabel}} {{peopleLabel}}{{/peopleLabel}}{{#phone}} {{phone}}{{/phone}}{{#phoneURL}} {{phoneURL}}{{/phoneURL}}{{#isVacant}} vacant{{/isVacant}}
    {{#turns}}
    post-turn {{firstISO}} {{lastISO}} {{holder}}
    {{/turns}}
    {{/posts}}

    """,
    "children": """
    {{#children}}
    level {{title}} {{count}}
    {{#units}}
    unit {{#url}}{{url}}{{/url}}{{#anchor}}#{{anchor}}{{/anchor}}{{#countsLabel}} {{countsLabel}}{{/countsLabel}}
    {{>posts}}
    {{/units}}
    {{/children}}

    """,
    "list": """
    {{>frame}}
    {{#unitTree}}
    tree {{url}}{{#isFolder}} folder{{/isFolder}}{{#isOpen}} open{{/isOpen}}{{#endings}} end{{/endings}}
    {{/unitTree}}
    {{>children}}
    {{>listed-lists}}
    {{#teams}}
    all {{total}}
    {{#tallies}}
    tally {{count}} {{label}} {{url}}
    {{/tallies}}
    {{#sections}}
    type {{key}} {{count}}{{#more}} {{url}}{{/more}}
    {{#teams}}
    {{>one-team}}
    {{/teams}}
    {{/sections}}
    {{/teams}}
    {{>coming}}
    {{>groups}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    {{#previous}}
    previous {{url}}
    {{/previous}}
    {{#next}}
    next {{url}}
    {{/next}}
    {{{body}}}
    """,
    "schedule": """
    {{>frame}}
    {{#days}}
    day {{dateISO}}{{#isEmpty}} empty{{/isEmpty}}
    {{>coming}}
    {{/days}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    {{#previous}}
    previous {{url}}
    {{/previous}}
    {{#next}}
    next {{url}}
    {{/next}}
    {{#months}}
    month {{url}}
    {{/months}}
    {{#filters}}
    filters {{title}}
    {{#links}}
    filter {{url}}{{#isCurrent}} current{{/isCurrent}}
    {{/links}}
    {{/filters}}
    {{#subscription}}
    calendar {{calendarURL}}
    subscribe {{webcalURL}}
    {{/subscription}}
    feed {{feedURL}}
    """,
    "month": """
    {{>frame}}
    coverage {{coverage}}
    {{#weeks}}
    week
    {{#days}}
    {{#isInMonth}}
    day {{dateISO}}{{#url}} {{url}}{{/url}}
    {{>coming}}
    {{#moreLabel}}
    more {{moreLabel}}
    {{/moreLabel}}
    {{/isInMonth}}
    {{^isInMonth}}
    other
    {{>coming}}
    {{/isInMonth}}
    {{/days}}
    {{/weeks}}
    {{#previous}}
    previous {{url}}
    {{/previous}}
    {{#next}}
    next {{url}}
    {{/next}}
    """,
    "activity": """
    {{>frame}}
    {{#isCancelled}}
    cancelled
    {{/isCancelled}}
    {{#isPostponed}}
    postponed
    {{/isPostponed}}
    {{>coming}}
    {{#videos}}
    video {{url}} {{title}}{{^isTold}} hidden{{/isTold}}{{#fromISO}} {{fromISO}}{{/fromISO}}
    {{/videos}}
    {{#past}}
    past {{id}}
    {{/past}}
    {{#subscription}}
    calendar {{calendarURL}}
    {{/subscription}}
    data {{{structuredData}}}
    """,
    "unit": """
    {{>frame}}
    {{#summary}}
    summary {{summary}}
    {{/summary}}
    {{#facts}}
    fact {{value}}{{#url}} {{url}}{{/url}}
    {{/facts}}
    {{#call}}
    call {{title}} {{phoneURL}}
    {{/call}}
    {{>posts}}
    {{>coming}}
    {{#matters}}
    open {{title}}{{#url}} {{url}}{{/url}}{{#dueISO}} due {{dueISO}}{{/dueISO}}{{#waitsSince}} since {{waitsSince}}{{/waitsSince}}
    {{/matters}}
    {{#matterLists}}
    open-list {{url}} {{title}}
    {{/matterLists}}
    {{#hasBody}}
    text {{#until}}{{until}}{{/until}}
    {{{body}}}
    {{/hasBody}}
    {{>children}}
    {{#nextChildren}}
    next {{url}}
    {{/nextChildren}}
    {{#tallies}}
    tally {{key}} {{count}}
    {{/tallies}}
    {{#scheduleURL}}
    schedule {{scheduleURL}}
    {{/scheduleURL}}
    {{>groups}}
    {{#metrics}}
    metric {{valueLabel}} {{title}}
    {{/metrics}}
    {{#partMetrics}}
    partMetric {{valueLabel}} {{title}}
    {{/partMetrics}}
    {{#detailed}}
    detailed {{title}}
    {{#changeLabel}}
    change {{changeTone}} {{direction}} {{changeLabel}}
    {{/changeLabel}}
    {{#sumLabel}}
    sum {{sumLabel}}
    {{/sumLabel}}
    {{#parts}}
    part {{valueLabel}} {{unitName}} {{unitURL}}
    {{/parts}}
    {{#points}}
    point {{valueLabel}} {{dayLabel}}
    {{/points}}
    {{#chart}}
    chart {{{chart}}}
    {{/chart}}
    {{/detailed}}
    {{#rosters}}
    roster {{title}}
    {{#turns}}
    turn {{firstISO}} {{holder}}
    {{/turns}}
    {{/rosters}}
    """,
    "status": """
    {{>frame}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    {{#isVerified}}
    verified
    {{/isVerified}}
    {{#isUnverified}}
    unverified
    {{/isUnverified}}
    {{#screens}}
    screen {{id}} {{generation}} {{digest}} {{sizeLabel}} {{validUntil}}
    {{/screens}}
    """,
    "search": """
    {{>frame}}
    script {{searchScript}}
    """,
    BlockTemplate.head: "",
    BlockTemplate.footer: "",
    BlockTemplate.navigation: """
    {{#isHome}}
    home
    {{/isHome}}
    {{#links}}
    section {{url}}{{#isCurrent}} current{{/isCurrent}}
    {{/links}}
    {{#hasSearch}}
    search
    {{/hasSearch}}

    """,
    BlockTemplate.activities: """

    block activities
    {{>coming}}
    {{#isEmpty}}
    empty {{lastDayLabel}}
    {{/isEmpty}}
    """,
    BlockTemplate.posts: """

    block posts
    {{#contacts}}
    contact {{url}}{{#phoneURL}} {{phoneURL}}{{/phoneURL}}
    {{>posts}}
    {{/contacts}}
    """,
    BlockTemplate.services: """

    block services
    {{#services}}
    service {{id}}
    {{/services}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    """,
    BlockTemplate.rosters: """

    block rosters
    {{#rosters}}
    roster {{title}}
    {{/rosters}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    """,
    BlockTemplate.teams: """
    block teams
    {{#teams}}
    {{>one-team}}
    {{/teams}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    """,
    BlockTemplate.points: """
    block points
    {{>rules}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    """,
    BlockTemplate.list: """
    block list
    {{>listed-lists}}
    """,
    BlockTemplate.metrics: """

    block metrics
    {{#metrics}}
    metric {{valueLabel}} {{title}}
    {{/metrics}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    """,
    BlockTemplate.method: """

    block method
    {{#method}}
    {{>method}}
    {{/method}}
    """,
    BlockTemplate.ledger: """

    block ledger
    {{#ledger}}
    {{>ledger}}
    {{/ledger}}
    """,
    BlockTemplate.venues: """

    block venues
    {{#venues}}
    venue {{id}} {{typeLabel}}
    {{/venues}}
    {{#isEmpty}}
    empty
    {{/isEmpty}}
    """,
    BlockTemplate.code: """

    block code
    code {{url}} {{label}}
    """,
  ]
}
