package import CivilTime
package import Vocabulary

/// 繁體中文. What is an institution of the Mainland keeps its name: 黨建品牌, 社區, 網格.
package struct TraditionalChinese: Words, ChineseTime {
  package static let words = TraditionalChinese()

  package var currentYear: Int?

  package let tags = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"]

  // MARK: Times

  let characters = ChineseCharacters(
    week: "週", two: "兩", counter: "個", last: "最後", fromEnd: "倒數", leap: "閏", twelfth: "臘", off: "休", worked: "班",
    after: "後", publicHolidays: "法定節假日", open: "開放", notCertain: "不一定開放", closed: "休息", always: "全天開放")

  package func name(_ term: SolarTerm) -> String {
    switch term {
    case .xiaohan: "小寒"
    case .dahan: "大寒"
    case .lichun: "立春"
    case .yushui: "雨水"
    case .jingzhe: "驚蟄"
    case .chunfen: "春分"
    case .qingming: "清明"
    case .guyu: "穀雨"
    case .lixia: "立夏"
    case .xiaoman: "小滿"
    case .mangzhong: "芒種"
    case .xiazhi: "夏至"
    case .xiaoshu: "小暑"
    case .dashu: "大暑"
    case .liqiu: "立秋"
    case .chushu: "處暑"
    case .bailu: "白露"
    case .qiufen: "秋分"
    case .hanlu: "寒露"
    case .shuangjiang: "霜降"
    case .lidong: "立冬"
    case .xiaoxue: "小雪"
    case .daxue: "大雪"
    case .dongzhi: "冬至"
    }
  }

  package func name(_ festival: Festival) -> String {
    switch festival {
    case .newYear: "元旦"
    case .springFestivalEve: "除夕"
    case .springFestival: "春節"
    case .qingming: "清明節"
    case .labour: "勞動節"
    case .dragonBoat: "端午節"
    case .nationalDay: "國慶節"
    case .midAutumn: "中秋節"
    case .lantern: "元宵節"
    case .dragonHead: "龍抬頭"
    case .qixi: "七夕節"
    case .doubleNinth: "重陽節"
    case .laba: "臘八節"
    case .leiFeng: "學雷鋒紀念日"
    case .women: "婦女節"
    case .arbour: "植樹節"
    case .nationalSecurity: "全民國家安全教育日"
    case .youth: "青年節"
    case .disasterReduction: "全國防災減災日"
    case .nurses: "護士節"
    case .helpingTheDisabled: "全國助殘日"
    case .children: "兒童節"
    case .partyFounding: "建黨節"
    case .army: "建軍節"
    case .victory: "抗戰勝利紀念日"
    case .teachers: "教師節"
    case .harvest: "農民豐收節"
    case .martyrs: "烈士紀念日"
    case .fireSafety: "全國消防日"
    case .constitution: "國家憲法日"
    case .volunteers: "國際志願者日"
    case .nationalMemorial: "國家公祭日"
    }
  }

  // MARK: Terms

  package func label(_ level: UnitLevel) -> String {
    switch level {
    case .district: "區"
    case .subdistrict: "街道"
    case .community: "社區"
    case .grid: "網格"
    case .microgrid: "微網格"
    case .building: "樓宇"
    }
  }

  package func label(_ kind: ActivityKind) -> String {
    switch kind {
    case .classroom: "先鋒課堂"
    case .meeting: "會議"
    case .service: "便民服務"
    case .culture: "文化活動"
    case .sport: "體育健身"
    case .volunteer: "志願服務"
    case .council: "議事協商"
    case .other: "其他"
    }
  }

  package func label(_ track: Track) -> String {
    switch track {
    case .theory: "理論培訓"
    case .practice: "實踐操作"
    case .remote: "遠程線上"
    }
  }

  package func label(_ status: OccurrenceStatus) -> String {
    switch status {
    case .scheduled: "如期舉行"
    case .moved: "已調整"
    case .cancelled: "已取消"
    case .postponed: "已延期"
    }
  }

  package func label(_ policy: HolidayPolicy) -> String {
    switch policy {
    case .held: "節假日照常"
    case .skipped: "法定節假日停辦"
    case .nextWorkday: "遇節假日順延至下一個工作日"
    }
  }

  package func label(_ period: RotationPeriod) -> String {
    switch period {
    case .week: "每週"
    case .month: "每月"
    }
  }

  package func label(_ category: NoticeCategory) -> String {
    switch category {
    case .announcement: "公告"
    case .publicNotice: "公示"
    case .recruitment: "招募"
    case .safety: "安全提示"
    case .result: "辦理結果"
    }
  }

  package func label(_ severity: AlertSeverity) -> String {
    switch severity {
    case .extreme: "特別緊急"
    case .severe: "緊急"
    case .moderate: "重要"
    case .minor: "提醒"
    }
  }

  package func label(_ category: MenuCategory) -> String {
    switch category {
    case .party: "黨建服務"
    case .information: "基礎資訊"
    case .safety: "平安服務"
    case .disputes: "矛盾調解"
    case .business: "營商服務"
    case .convenience: "便民服務"
    case .lecture: "宣講菜單"
    case .culture: "文體活動"
    }
  }

  package func label(_ type: PartnerType) -> String {
    switch type {
    case .space: "空間合夥人"
    case .operation: "運營合夥人"
    case .governance: "治理合夥人"
    case .coBuilding: "共建單位"
    }
  }

  package func label(_ status: TopicStatus) -> String {
    switch status {
    case .raised: "已提出"
    case .discussed: "已商議"
    case .decided: "已議定"
    case .done: "已辦結"
    }
  }

  package func label(_ kind: PageKind) -> String {
    switch kind {
    case .page: "說明和指南"
    case .notice: "公告公示"
    case .brand: "黨建品牌"
    case .menu: "服務菜單"
    case .classroom: "先鋒課堂"
    case .venue: "活動陣地"
    case .partner: "社區合夥人"
    case .team: "志願隊伍"
    case .council: "議事協商"
    case .list: "清單"
    }
  }

  package func label(_ group: AudienceGroup) -> String {
    switch group {
    case .residents: "居民"
    case .elders: "老年人"
    case .children: "少年兒童"
    case .families: "家長和親子"
    case .party: "黨員"
    case .workers: "職工和企業"
    case .volunteers: "志願者"
    case .owners: "業主和住戶"
    case .care: "殘疾人、病友和照護者"
    }
  }

  package func label(_ type: FileType) -> String {
    switch type {
    case .pdf: "PDF"
    case .document: "Word 文件"
    case .sheet: "Excel 試算表"
    case .picture: "圖片"
    case .sound: "音訊"
    case .film: "影片"
    }
  }

  package func label(_ orientation: ScreenOrientation) -> String {
    switch orientation {
    case .landscape: "橫屏"
    case .portrait: "豎屏"
    }
  }

  package func label(_ level: WeatherWarningLevel) -> String {
    switch level {
    case .blue: "藍色"
    case .yellow: "黃色"
    case .orange: "橙色"
    case .red: "紅色"
    }
  }

  package func label(_ quality: AirQuality) -> String {
    switch quality {
    case .good: "優"
    case .moderate: "良"
    case .sensitive: "輕度污染"
    case .unhealthy: "中度污染"
    case .heavy: "重度污染"
    case .hazardous: "嚴重污染"
    }
  }

  package func title(_ slide: SlideKind) -> String {
    switch slide {
    case .today: "今日安排"
    case .week: "一週安排"
    case .rooms: "場地動態"
    case .live: "掃碼看直播"
    case .changes: "調整與取消"
    case .notices: "公告公示"
    case .roster: "值班安排"
    case .posts: "有事找誰"
    case .menu: "服務菜單"
    case .brand: "黨建品牌"
    case .method: "工作法"
    case .brands: "品牌譜系"
    case .partners: "社區合夥人"
    case .videos: "掃碼看視頻"
    case .venue: "活動陣地"
    case .team: "隊伍等您加入"
    case .figures: "數字看板"
    case .almanac: "史上今天"
    case .list: "清單"
    case .finder: "找我的網格"
    case .photos: "圖片"
    case .weather: "天氣"
    case .countdown: "倒數計時"
    case .film: "短片"
    case .document: "文件"
    case .text: "溫馨提示"
    }
  }

  package let publicTables: [PublicTableName: String] = [
    "honours": "榮譽"
  ]

  // MARK: Brands

  package let editionHistory = "版本沿革"
  package let presentEdition = "現行"
  package let comingEdition = "即將實行"
  package func span(from first: String?, to last: String?) -> String? {
    switch (first, last) {
    case (nil, nil): nil
    case (let first?, nil): "\(first)起"
    case (nil, let last?): "到\(last)為止"
    case (let first?, let last?): first == last ? first : "\(first)至\(last)"
    }
  }

  package let brandTree = "品牌譜系"
  package let carriesBrand = "承載品牌"
  package let brandTeams = "隊伍"
  package let brandCounted = "數一數"
  package let brandRollUp = "連同子品牌合計"
  package let brandsBelow = "個子品牌"
  package let brandCarriers = "個載體"
  package let brandPartnerCount = "家共建單位"
  package let brandTeamCount = "支隊伍"
  package func brandOccurrences(from first: String, to last: String) -> String { "場活動，\(first)至\(last)" }
  package let brandWaiting = "件待認領"
  package let brandUnderWay = "件在辦"
  package let brandDone = "件已辦結"
  package let brandFigures = "用數字看"

  package let agreement = "協議"
  package let agreementAhead = "協議尚未生效"
  package let agreementEnded = "協議已到期"
  package let assessed = "評議"
  package let admission = "怎麼選的"
  package let exit = "什麼時候終止"
  package let premises = "用房"
  package func premisesWhole(_ area: String) -> String { "一共\(area)" }
  package let officeSpace = "辦公"
  package let sharedSpace = "居民共用"
  package let givenSpace = "交合夥人辦服務"
  package let otherSpace = "其他"

  package let recordedVideos = "看回放"
  package let watchVideo = "看視頻"
  package let scanVideo = "掃碼看視頻"
  package func held(on date: String) -> String { "\(date)錄製" }

  // MARK: Facts

  package let time = "時間"
  package let place = "地點"
  package let address = "地址"
  package let unit = "單位"
  package let category = "類別"
  package let host = "主辦"
  package let audience = "對象"
  package let fee = "費用"
  package let capacity = "名額"
  package let points = "積分"
  package let enquiries = "諮詢"
  package let provider = "提供"
  package let recruiter = "招募"
  package let booking = "預約"
  package let phone = "電話"
  package let type = "類型"
  package let members = "人數"
  package let contact = "聯絡"
  package let edition = "版本"
  package let since = "創立"
  package let parentBrand = "上級品牌"
  package let floorArea = "面積"
  package let open = "開放"
  package let schedule = "日程"
  package let level = "層級"

  package let hostIs = "主辦："
  package let audienceIs = "對象："
  package let onlineIs = "線上："
  package let addressIs = "地址："
  package let phoneIs = "電話："
  package let openIs = "開放："
  package let facilitiesAre = "設施："
  package let carriersAre = "載體："

  package let noCharge = "免費"
  package func yuan(_ amount: String) -> String { "\(amount) 元" }
  package func capacityEach(_ people: Int) -> String { "每場 \(people) 人" }
  package func pointsEach(_ points: Int) -> String { "參加一次記 \(points) 分" }
  package func people(_ count: Int) -> String { "\(count) 人" }
  package func squareMetres(_ area: String) -> String { "\(area) 平方米" }
  package func editionNamed(_ name: String) -> String { "\(name) 版" }
  package func classroom(_ track: Track) -> String { "先鋒課堂\u{A0}· \(label(track))" }
  package func placesLeft(_ count: Int) -> String { count == 0 ? "名額已滿" : "餘 \(count) 席" }
  package func aside(_ policy: HolidayPolicy) -> String { "，\(label(policy))" }
  package let allThatIsOnHere = "這裡的全部安排"
  package func workdays(_ count: Int) -> String { "\(count) 個工作日" }
  package func figureAsOf(_ date: String) -> String { "截至 \(date)" }
  package func increased(by amount: String, since day: String) -> String { "比\(day)增加\(amount)" }
  package func decreased(by amount: String, since day: String) -> String { "比\(day)減少\(amount)" }
  package func unchanged(since day: String) -> String { "與\(day)持平" }
  package func percentagePoints(_ amount: String) -> String { "\(amount)個百分點" }
  package let changeBetter = "，向好"
  package let changeWorse = "，需關注"
  package func addedUp(of units: Int) -> String { "由\(units)個單位相加" }
  package func chart(from first: String, to last: String, highest: String, lowest: String) -> String {
    "從\(first)到\(last)；最高\(highest)，最低\(lowest)。"
  }
  package func figure(_ value: String, on day: String) -> String { "\(value)（\(day)）" }
  package let allUnits = "全部"

  // MARK: What becomes of an occurrence

  package let extra = "加場"
  package func titlePrefix(_ label: String) -> String { "【\(label)】" }
  package let planned = "原定："
  package let movedTo = "改到："
  package let seriesEnded = "本系列活動已提前結束"
  package let holidaysUnknown = "如遇法定節假日，以現場通知為準"
  package let weekend = "週末"
  package func calledOff(for holiday: String) -> String { "\(holiday)放假，不另安排" }
  package func movedOn(for holiday: String) -> String { "\(holiday)放假，順延至下一個工作日" }

  package let comma = "，"
  package let listComma = "、"
  package let semicolon = "；"
  package let gap = "　"
  package let sentenceGap = "　"
  package func aside(_ text: String, _ more: String) -> String { "\(text)（\(more)）" }

  // MARK: Pages

  package let activities = "活動日程"
  package let notices = "公告公示"
  package let units = "社區網格"
  package let unitsLead = "從街道到網格，找到您所在的單位。"
  package let search = "搜尋"
  package let searchLead = "尋找活動、公告、服務和場所。"
  package let screenStatus = "公示屏狀態"
  package let screenStatusLead = "每塊公示屏應當顯示的版本和有效期。"
  package let notFound = "沒有找到這個頁面"
  package func activityCalendar(_ month: String) -> String { "\(month)活動月曆" }
  package func page(_ number: Int, of title: String) -> String { "\(title)（第 \(number) 頁）" }
  package func page(_ number: Int, of count: Int) -> String { "第 \(number) 頁，共 \(count) 頁" }
  package let previousPage = "上一頁"
  package let nextPage = "下一頁"

  package func schedule(of name: String) -> String { "\(name)的日程" }
  package func schedule(of track: Track) -> String { "先鋒課堂 · \(label(track))" }
  package func activities(for group: AudienceGroup) -> String { "面向\(label(group))的活動" }
  package let freeActivities = "免費活動"
  package let activitiesWithPlaces = "還有名額的活動"
  package func placesKnown(at moment: String) -> String { "名額截至 \(moment)，以現場登記為準" }
  package let byDate = "日期"
  package let byTerms = "怎麼參加"
  package let byAudience = "面向人群"
  package let byUnit = "社區和樓宇"
  package let byVenue = "場所"
  package let withPlaces = "還有名額"
  package func items(_ count: Int) -> String { "\(count) 項" }
  package let wholeSiteOnDay = "看全站這一天"
  package func allOfDay(_ count: Int) -> String { "全天共 \(count) 場" }
  package func moreItems(_ count: Int) -> String { "還有 \(count) 項" }
  package func occurrencesOfLast90Days(_ count: Int) -> String { "最近 90 天的 \(count) 場" }

  package let current = "現行"
  package let earlierNotices = "更早的公告"
  package let expired = "往期（已過期）"
  package func all(_ kind: PageKind) -> String { "全部\(label(kind))" }
  package let mainBrands = "主品牌"
  package func brands(below brand: String) -> String { "\(brand)的子品牌" }
  package let childBrands = "子品牌"
  package let brandPartners = "共建單位"
  package let childUnits = "下級單位"
  package let unitVenues = "陣地場所"

  package func periodAhead(from first: String) -> String { "公示期自\(first)起" }
  package func periodOpen(workdaysLeft: Int, until last: String) -> String {
    "還剩 \(workdaysLeft) 個工作日，\(last)截止"
  }
  package let periodLastDay = "今天是公示最後一天"
  package let periodOver = "公示期已滿"
  package let subscriptionCode = "掃碼打開本頁訂閱"

  // MARK: Templates

  package let home = "首頁"
  package let skipToContent = "跳到正文"
  package let mainNavigation = "主導航"
  package let location = "位置"
  package let elderView = "大字版"
  package func stale(since moment: String) -> String { "本頁內容更新於\(moment)，可能已過時，請以現場通知為準。" }

  package func updated(at moment: String, validUntil end: String) -> String { "更新於 \(moment)，內容有效至\(end)。" }
  package let mayBeStale = "本頁內容可能已過時，請以現場通知為準。"
  package let updatedElsewhere = "更新時間見開放資料。"
  package let allCalendars = "全部活動日曆"
  package let openData = "開放資料"
  package let dataLead = "這裡的資料都是現成的檔案，不用申請、不用金鑰，隨網站一起更新。"
  package let dataLicense = "許可："
  package let dataUnlicensed = "沒有寫明許可；要用這些資料，請先問主辦單位。"
  package let dataFeeds = "各類資料（JSON）"
  package let dataCalendars = "日曆"
  package let dataReaders = "訂閱"
  package let dataServices = "服務目錄（HSDS 3.0）"
  package let dataSessions = "活動場次（OpenActive）"
  package let dataSignage = "公示屏和預警"
  package let singleDates = "逐次列出"
  package let siteCode = "網站標識碼"

  package let pinned = "置頂"
  package func validUntil(_ date: String) -> String { "有效至\(date)" }
  package let comingActivities = "近期活動"
  package let comingClasses = "近期課程"
  package let comingArrangements = "近期安排"
  package let allSchedule = "全部日程"
  package let allNotices = "全部公告"
  package let workFigures = "工作數據"
  package let nothingHere = "目前沒有內容。"
  package func comingOver(_ link: String) -> String { "這裡列出的活動都已結束，請看\(link)。" }
  package let pages = "翻頁"

  package let sections = "欄目"
  package let homeSoon = "接下來"
  package let myCommunity = "我住在"
  package let everyCommunity = "全部社區"
  package let yourTasks = "您要辦什麼"
  package let taskSchedule = "課表"
  package let taskNotices = "公告"
  package let taskMatters = "辦事"
  package let taskGrid = "找網格"
  package let taskVenues = "場館"
  package let taskOrder = "點單"
  package let taskCouncil = "議事"
  package let taskPhone = "電話"
  package let oneStory = "辦成的一件事"
  package let allFigures = "全部數據"
  package let pleaseDo = "怎麼辦"
  package let aboutSite = "關於本站"
  package let onThisPage = "本頁有"
  package let nextOccurrence = "下一場"
  package let showOnMap = "看地圖"
  package let addToCalendar = "加進手機日曆"
  package let weekStrip = "這幾天"

  package let contentExpired = "本頁內容已過期，僅供查閱。"
  package let noticePeriod = "公示期"
  package func period(_ workdays: String, _ first: String, _ last: String) -> String { "\(workdays)，\(first)至\(last)" }
  package let attachments = "附件"
  package func file(_ type: FileType, size: String) -> String { "\(label(type))，\(size)" }
  package func approved(on date: String) -> String { "正文於\(date)經批准公開。" }
  package let carriers = "載體"
  package let offers = "為居民提供"
  package let facilities = "設施"
  package let zones = "功能區"
  package let services = "服務事項"
  package let topics = "議題和進展"
  package let tryFirst = "先體驗後付費"

  package let signUp = "報名"
  package let watchLive = "進入直播"
  package let related = "相關介紹"
  package let comingOccurrences = "近期場次"
  package let noOccurrences = "近兩週沒有場次。"
  package let activityCancelled = "本活動不再舉行。"
  package let activityPostponed = "新的時間另行通知。"
  package let online = "線上"

  package let beforeAndAfter = "前後"
  package let monthsAndPast = "月曆和往期"
  package let monthsAndPastAre = "月曆和往期："
  package let byConditions = "按條件查看"
  package let nothingOnDay = "這一天沒有安排。"
  package let nothingSoon = "近期沒有安排。"
  package let allOver = "這裡列出的安排都已結束。"
  package let forPrograms = "給程式用："
  package let pageData = "本頁資料（JSON）"
  package let listByDate = "按日期列出"
  package let byTimeOfDay = "按時間："
  package let firstOfDays =
    "場次很多，每天先列最早的幾場，其餘按時間分頁；也可以按條件縮小範圍。"
  package func published(_ month: String, _ days: String) -> String { "\(month)（公開 \(days)）" }
  package func nothing(until day: String) -> String { "到\(day)為止沒有安排。" }

  package let subscribe = "訂閱到手機日曆"
  package let downloadCalendar = "下載日曆檔案"
  package let calendarFile = "日曆檔案"
  package let calendarsInstead = "這裡沒有單獨的日曆，可以訂閱："
  package let scanToOpen = "手機掃碼打開本頁"
  package let inWeChat = "您正在微信裡：微信不能直接打開日曆檔案。請點右上角「…」，選「在瀏覽器打開」，再點「訂閱到手機日曆」。"

  package let posts = "有事找誰"
  package let unitAbove = "上級"
  package let callFirst = "先打這個電話"
  package func askAbove(_ unit: String) -> String { "這裡沒有單獨的電話，請找\(unit)" }
  package let noTurnYet = "輪值還沒有開始"
  package let dutiesAre = "負責："
  package let mattersUnderWay = "正在辦的事"
  package func allOpen(_ count: Int, of list: String) -> String { "\(list)：在辦\u{A0}\(count)\u{A0}件" }
  package let aboutUnit = "單位介紹"
  package let unitTotals = "下屬單位和人員"
  package let postCount = "崗位"
  package let peopleInPosts = "在崗人數"
  package func count(_ count: Int, of level: String) -> String { "\(level) \(count)" }
  package let unitTree = "單位一覽"

  package let shifts = "值班"
  package let rosters = "輪值"
  package func rotation(_ period: RotationPeriod, of unit: String) -> String { "（\(label(period))輪換，\(unit)）" }
  package func swapped(from planned: String) -> String { "換班，原為\(planned)" }
  package let noRosters = "目前沒有輪值安排。"
  package let noServices = "這裡還沒有服務事項。"
  package let noMetrics = "這裡還沒有指標。"
  package let figuresOverTime = "歷次數值"
  package let figuresOfAbove = "上級指標裡的本單位"
  package let figureDay = "截至日期"
  package let figureValue = "數值"

  package let searchField = "要找的字詞"
  package let searchHint = "活動、公告、服務、場所"
  package func searchNeedsScript(_ schedule: String, _ notices: String) -> String {
    "搜尋要用到瀏覽器的 JavaScript。也可以看\(schedule)和\(notices)。"
  }
  package let notFoundLead = "網址可能寫錯了，或者內容已經撤下。"
  package let toHome = "回首頁"
  package let toSchedule = "看活動日程"
  package let toNotices = "看公告"

  package let statusLead = "每塊屏的右下角應當與下面一模一樣，就是最新內容。編號較小，說明那塊屏還沒有收到更新，請檢查網絡。"
  package let thisRelease = "本次發布"
  package let signature = "簽名"
  package let signed = "已簽名，公示屏只接受本站簽名的內容"
  package let signedUnverified = "已簽名，但本站沒有使用 HTTPS，公示屏的瀏覽器無法核對簽名"
  package let unsigned = "未簽名"
  package let cannotVerify = "這個瀏覽器打開本頁的方式不能核對簽名：請改用 https:// 開頭的網址。"
  package let noScreens = "還沒有公示屏。"
  package let cornerHidden = "這塊屏設為右下角不顯示"
  package let valid = "有效至"
  package let screenID = "螢幕編號"
  package let screenUnits = "顯示範圍"
  package let picture = "畫面"
  package let openScreen = "打開畫面"
  package let data = "資料"
  package let offlinePackage = "離線包"

  // MARK: The theme's script

  package let over = "已結束"
  package let ongoing = "進行中"
  package let today = "今天"
  package let onShift = "正在值班"
  package let onDuty = "正在輪值"
  package let workdaysLeft = CountedText("還剩 {n} 個工作日")
  package let lastDayToday = "今天是最後一天"
  package let standardView = "標準版"

  // MARK: Feeds

  package func about(_ site: String, _ feed: String) -> String { "\(site)的\(feed)" }
  package func firstOfEachDay(_ count: Int) -> String { "每天列最早的 \(count) 場，其餘見網站" }
  package let noActivities = "近期沒有安排"
  package let noNotices = "目前沒有公告"
  package let movedHere = "這一頁現在在："
  package let leadsTo = "正在打開："
  package let whichOfThese = "要看哪一個？"
  package let seePage = "最新安排見網頁"
  package func validUntilSentence(_ date: String) -> String { "有效至\(date)。" }

  // MARK: Screens

  package let nowOn = "正在進行"
  package let next = "接下來"
  package let free = "空閒"
  package let taken = "使用中"
  package let notOpen = "未開放"
  package func thisDay(_ range: String, isEvening: Bool) -> String { "\(isEvening ? "今晚" : "今天") \(range)" }
  package func nextUp(on day: String, isTomorrow: Bool) -> String {
    "\(isTomorrow ? "今天沒有安排了，明天" : "今天沒有安排了，下一場在") \(day)"
  }
  package let noMoreToday = "今天沒有安排了"
  package func allOnWall(_ count: Int) -> String { "這一天共 \(count) 場，這裡列出一部分，其餘見網站" }
  package let nothingMoreToday = "今天沒有更多安排"
  package let noNoticesNow = "目前沒有公告"
  package let updatedAt = "更新於"
  package let awaitingUpdate = "資訊待更新，請以現場通知為準"
  package func holdsUntil(_ date: String) -> String { "有效至 \(date)" }
  package let scan = "掃碼看詳情"
  package let scanLive = "掃碼看直播"
  package let continued = "（續）"
  package let urgent = "緊急通知"
  package func asOf(_ date: String) -> String { "截至\(date)" }
  package func observed(at time: String) -> String { "\(time) 觀測" }
  package func degrees(_ degrees: String) -> String { "\(degrees)°C" }
  package func degrees(from low: String, to high: String) -> String { "\(low)～\(high)" }
  package func humidity(_ percent: Int) -> String { "濕度 \(percent)%" }
  package func air(_ quality: AirQuality) -> String { "空氣\(label(quality))" }
  package func weatherWarning(of kind: String, _ level: WeatherWarningLevel) -> String { "\(kind)\(label(level))預警" }
  package func daysLeft(_ count: Int) -> String { "天" }
  package func hoursLeft(_ count: Int) -> String { "小時" }
  package let lessThan = "不到"

  // MARK: Search

  package let retry = "再試一次"
  package let failed = "沒有取到搜尋資料，請檢查網絡。"
  package let failedToGoOn = "沒有取到後面的內容，請檢查網絡後再試。"
  package let searching = "正在尋找……"
  package let nothingFound = "沒有找到「{q}」。"
  package let tryOneWord = "可以只用其中一個詞，如「{q}」。"
  package let tryAnother = "換一個詞試試，少寫幾個字更容易找到。"
  package let seeAlso = "也可以看{schedule}和{notices}。"
  package let instead = "按「{q}」尋找："
  package let allWords = "沒有連著寫的「{q}」，下面每條裡這幾個詞都有："
  package let found = CountedText("找到 {n} 條")
  package let foundSome = CountedText("先列出 {n} 條，還有更多")
  package let noneYet = "還沒有找到，可以繼續尋找"
  package let listed = CountedText("已列出 {n} 條")
  package let more = CountedText("更多{kind}（還有 {n} 條）")
  package let goOn = "繼續尋找{kind}"
  package let hasExpired = "已過期"
  package let isOver = "已結束"
  package let onUntil = "正在進行，到 {time}"
  package let kindActivity = "活動"
  package let kindNotice = "公告公示"
  package let kindService = "服務事項"
  package let kindVenue = "場所"
  package let kindPage = "頁面"
  package let kindUnit = "單位"
  package let dayPattern = "{month}{day}日 {weekday}"
  package let datePattern = "{year}年{month}{day}日"
  package let ellipsis = "……"

  // MARK: Teams

  package func label(_ type: TeamType) -> String {
    switch type {
    case .lecture: "政策宣講"
    case .mutualHelp: "鄰里互助"
    case .convenience: "便民服務"
    case .environment: "環境清潔"
    case .mediation: "矛盾調解"
    case .safety: "平安巡防"
    case .news: "新風傳播"
    case .performing: "文藝演出"
    case .sport: "健身運動"
    case .other: "其他隊伍"
    }
  }

  package func teams(_ count: Int) -> String { "\(count) 支" }
  package func teamsTotal(_ teams: String, members: String) -> String { "共 \(teams)，\(members)" }
  package func teamsWithoutMembers(_ teams: String) -> String { "另有 \(teams)沒有報人數" }
  package let scanToJoin = "掃碼加入"

  // MARK: Points

  package let pointsRules = "怎麼攢分"
  package func points(_ count: Int, per unit: String) -> String { "\(count) 分/\(unit)" }
  package func cap(_ points: Int, in period: PointsPeriod) -> String {
    let time =
      switch period {
      case .day: "每天"
      case .week: "每週"
      case .month: "每月"
      case .quarter: "每季度"
      case .year: "每年"
      }
    return "\(time)最多 \(points) 分"
  }
  package let noCap = "不封頂"
  package let noPointsRules = "還沒有積分規則。"
  package let nextExchange = "下次兌換"
  package func next(_ what: String, at time: String) -> String { "\(what)：\(time)" }
  package let pointsTotals = "各單位積分"
  package let pointsEarned = "發出積分"
  package let pointsSpent = "兌換積分"
  package let pointsPeople = "人數"
  package let pointsMonth = "月份"
  package func pointsNote(_ least: Int) -> String {
    "按積分本歸哪個單位管來統計，含下級單位，只列過完的月份。誰有多少分不公開；不足 \(least) 人的，和由它能推算出來的，不單列，計入上級合計。"
  }
  package let noPointsTotals = "還沒有可以公佈的月份。"
  package func pointsCount(_ count: String) -> String { "\(count) 分" }

  // MARK: Duties

  package func label(_ cadence: DutyCadence) -> String {
    switch cadence {
    case .month: "每月"
    case .quarter: "每季度"
    case .halfYear: "每半年"
    case .year: "每年"
    case .onChange: "有變動時"
    }
  }

  package func name(_ period: CivilPeriod) -> String {
    let year = "\(period.year)年"
    return switch period.length {
    case .month: "\(year)\(period.number)月"
    case .quarter: year + ["第一季度", "第二季度", "第三季度", "第四季度"][period.number - 1]
    case .halfYear: year + ["上半年", "下半年"][period.number - 1]
    case .year: year
    }
  }

  package let basis = "依據"
  package let responsible = "責任單位"
  package let channel = "公開方式"
  package let dueRule = "時限"
  package func dueAfterPeriod(_ workdays: String) -> String { "期滿後\(workdays)內" }
  package func dueAfterChange(_ workdays: String) -> String { "變動後\(workdays)內" }
  package func due(within cadence: DutyCadence) -> String {
    switch cadence {
    case .month: "當月底前"
    case .quarter: "當季末前"
    case .halfYear: "6月底前、12月底前"
    case .year: "當年底前"
    case .onChange: dueOnChange
    }
  }
  package let dueOnChange = "有變動就公開"
  package let dutyCount = "公開事項"
  package let lastPublished = "最近公開"
  package let lastHeld = "最近開展"
  package let neverPublished = "還沒有"
  package let owed = "應公開"
  package let owedMeeting = "應開展"
  package func due(by date: String) -> String { "\(date)前" }
  package func dueUnknown(_ year: Int, _ workdays: String) -> String {
    "期滿後\(workdays)內，具體日子等\(year)年放假安排公布後定"
  }
  package func planned(on date: String) -> String { "安排在\(date)" }
  package let publishedLate = "逾期補辦"
  package let publishedByQuarter = "一季一季看"
  package func published(in quarter: String) -> String { "\(quarter)已公開" }
  package let nothingPublished = "這個季度沒有公開記錄。"

  // MARK: Venues

  package func label(_ type: VenueType) -> String {
    switch type {
    case .centre: "黨群服務中心"
    case .station: "黨群服務站"
    case .serviceHall: "便民服務廳"
    case .medicalInsuranceDesk: "醫保專窗"
    case .helpDesk: "幫辦臺"
    case .dayCare: "日間照料中心"
    case .canteen: "社區食堂"
    case .clinic: "衛生服務站"
    case .studyRoom: "自習室"
    case .library: "書屋"
    case .classroom: "教室"
    case .practicePoint: "實踐點"
    case .councilHall: "議事廳"
    case .retiredMemberRoom: "離退休黨員活動室"
    case .youthStudio: "青年創客空間"
    case .sport: "運動場地"
    case .square: "廣場"
    case .online: "線上"
    case .other: "其他"
    }
  }

  package func label(_ facility: VenueFacility) -> String {
    switch facility {
    case .stepFree: "無障礙通道"
    case .lift: "電梯"
    case .accessibleToilet: "無障礙衛生間"
    case .toilet: "衛生間"
    case .nursingRoom: "母嬰室"
    case .wheelchairs: "輪椅借用"
    case .hearingLoop: "助聽環路"
    case .readingGlasses: "老花鏡"
    case .defibrillator: "自動體外除顫器"
    case .firstAid: "急救箱"
    case .rest: "休息"
    case .water: "飲水"
    case .microwave: "微波爐"
    case .charging: "手機充電"
    case .wifi: "無線網絡"
    case .lockers: "儲物櫃"
    case .heating: "冷暖空調"
    case .advice: "諮詢"
    case .selfService: "自助辦事"
    case .printing: "打印複印"
    case .sharedDesks: "共享工位"
    case .roomLoans: "場地借用"
    case .reading: "圖書閱覽"
    case .study: "自習座位"
    case .healthCheck: "健康自測"
    case .meals: "用餐"
    case .haircut: "理髮"
    case .coffee: "咖啡"
    case .childrenArea: "兒童活動區"
    case .gym: "健身器材"
    case .tableTennis: "乒乓球檯"
    case .danceRoom: "排練廳"
    case .musicRoom: "琴房"
    case .games: "棋牌"
    case .projector: "投影"
    case .amplifier: "擴音設備"
    case .liveStream: "直播設備"
    case .bikeParking: "自行車停放"
    case .bikeCharging: "電動自行車充電"
    case .carParking: "停車位"
    }
  }

  package let otherVenues = "其他場所"
  package let seats = "座位"
  package let openUntil = "開放中，{t} 關門"
  package let openNow = "開放中"
  package let closedNow = "現在不開放"
  package let opensAt = "現在不開放，{t} 開門"
  package let opensTomorrow = "現在不開放，明天 {t} 開門"
  package let opensOn = "現在不開放，{d} {t} 開門"
  package let notKnownToday = "今天是否開放，請先打電話問"
  package let metresAway = "約 {n} 米"
  package let kilometresAway = "約 {n} 公里"
  package let minutesOnFoot = CountedText("步行約 {n} 分鐘")
  package let noCoordinates = "沒有登記位置，算不出距離"
  package let allPlaces = "全部場所"
  package let byType = "按類型"
  package let byFacility = "按設施"
  package let fromWhere = "從哪裡出發"
  package let choosePlace = "請選擇"
  package let communities = "社區和樓宇"
  package let places = "場所"
  package let myPosition = "用我的位置"
  package let positionNote = "位置只在您的手機上算遠近，不上傳、不保存。"
  package let positionAsked = "正在取位置……"
  package let positionRefused = "沒有取到位置，請從上面選一個地方。"
  package let nearestFirst = "由近到遠"
  package let backToAll = "恢復全部"
  package let nothingMatches = "沒有符合的場所。"
  package let map = "位置圖"
  package let north = "北"
  package let register = "小面積用房提升台賬"
  package let areaBefore = "現有面積"
  package let areaPlanned = "計劃新增"
  package let areaAfter = "提升後"
  package let registered = "在冊"
  package let squareMetresPlanned = "平方米計劃新增"
  package let squareMetresAdded = "平方米已新增"
  package let zonesAre = "功能區："
  package func seats(_ count: Int) -> String { "\(count)座" }
  package func venueCount() -> CountedText { CountedText("共{n}處") }
  package func distanceRule(detour: String, speed: Int) -> String {
    "步行時間是估算：直線距離乘\(detour)，按每分鐘走\(speed)米算，過街、上坡會更久。"
  }
  package func metres(_ number: String) -> String { "\(number) 米" }
  package func kilometres(_ number: String) -> String { "\(number) 公里" }
  package func mapText(_ count: Int, around centre: String?, minutes: Int) -> String {
    "圖上有\(count)處場所，編號與下面的名單相同，上方是北。"
      + (centre.map { "圓圈是從\($0)走\(minutes)分鐘大約能到的範圍。" } ?? "")
  }
  package func circleNote(_ minutes: Int, around centre: String) -> String {
    "圓圈：從\(centre)走\(minutes)分鐘大約能到的範圍。編號與名單相同。"
  }
  package func circleFromThere(_ minutes: Int) -> String {
    "圓圈：從您選的地方走\(minutes)分鐘大約能到的範圍。編號與名單相同。"
  }
  package let nearbyPlaces = "附近的場所"
  package func mapAround(_ place: String) -> String { "\(place)周邊位置圖" }
  package func aroundText(_ count: Int, around place: String, minutes: [Int]) -> String {
    "實心圓點是\(place)，另有附近\(count)處場所，編號與名單相同，上方是北。" + ringNote(minutes)
  }
  package func ringNote(_ minutes: [Int]) -> String {
    "圓圈：走\(minutes.map { "\($0)" }.joined(separator: "、"))分鐘大約能到的範圍。"
  }
  package func onFootShort(_ minutes: Int) -> String { "\(minutes)分鐘" }
  package func notOnMap(_ count: Int) -> String { "另有\(count)處沒有登記位置，不在圖上。" }
  package func nearest(to place: String) -> String { "離\(place)最近" }

  // MARK: The finder

  package let finderField = "路名和門牌號"
  package func finderExample(_ addresses: [String]) -> String { "例如：\(addresses.joined(separator: "、"))" }
  package let finderAsk = "查網格"
  package let finderNeedsScript = "這個瀏覽器不能查，請在下面按路名找。"
  package let addressesByRoad = "按路名查"
  package let addressesCovered = "門牌"
  package let noAddresses = "還沒有登記門牌。"
  package let officePhone = "辦公電話"
  package let addressPattern = "{road}{number}號{building}"
  package let numberPattern = "{first}號"
  package let numbersPattern = "{first}–{last}號"
  package let oddNumbers = "（單號）"
  package let evenNumbers = "（雙號）"
  package let belongsTo = "屬於"
  package let whomToCall = "有事找誰"
  package let nobodyToCall = "還沒有登記電話。"
  package let venueNearby = "就近去處"
  package let alsoIn = "也在"
  package let otherBuildings = "這個號裡分樓管的"
  package let whichOne = "您要找的是哪一個？"
  package let roadBelongsTo = "{road}由這些單位分段管，再寫上門牌號就能查到："
  package let addressNotListed = "{road}還沒有登記 {number} 號。"
  package let nearestNumbers = "離得最近的："
  package let addressNotFound = "沒有找到「{q}」。請寫路名和門牌號，或者樓名、小區名。"
  package let similarRoads = "是不是這幾條路？"
  package let whatToDo = "可以打電話問："
  package let finderHow = "掃碼，寫上您家的路名和門牌號，就知道屬於哪個網格、該找誰、電話多少。"
  package let finderScan = "掃碼找我的網格"
  package func grid(_ name: String, has roads: String) -> String { "\(name)：\(roads)" }

  // MARK: Texts

  package let taskDone = "已完成"
  package let taskOpen = "未完成"
  package let footnote = "註腳"
  package let footnotes = "註腳"
  package let backToText = "回到正文"

  // MARK: Lists

  package func label(_ layout: ListLayout) -> String {
    switch layout {
    case .board: "辦理進展"
    case .council: "議題進展"
    case .menu: "可約可辦"
    case .exchange: "積分兌換"
    case .ledger: "辦件台賬"
    case .disclosure: "公開目錄"
    case .circle: "便民服務圈"
    case .finder: "找我的網格"
    }
  }

  package func label(_ phase: MatterPhase) -> String {
    switch phase {
    case .raised: "待認領"
    case .taken: "已認領"
    case .doing: "辦理中"
    case .done: "已辦結"
    case .dropped: "不辦理"
    }
  }

  package let waiting = "等著認領"
  package let underWay = "正在辦"
  package let openTopics = "正在議"
  package func closed(in year: Int?) -> String { year.map { "\($0)年辦結" } ?? "已辦結" }
  package func closedTopics(in year: Int?) -> String { year.map { "\($0)年議結" } ?? "已議結" }
  package let otherCategory = "其他"
  package let overdue = "超期"
  package let nextMeeting = "下次會議"
  package let byCategory = "按類別看"
  package func allEntries(_ count: Int) -> String { "全部 \(count) 條" }
  package func raised(on date: String) -> String { "\(date)提出" }
  package func raised(by who: String) -> String { "\(who)提出" }
  package func raised(on date: String, by who: String) -> String { "\(date)由\(who)提出" }
  package let owner = "承辦"
  package let dueDay = "期限"
  package func doneBefore(_ date: String) -> String { "\(date)前辦結" }
  package func closed(on date: String) -> String { "\(date)辦結" }
  package func daysTaken(_ count: Int) -> String { count == 0 ? "當天辦結" : "用時 \(count) 天" }
  package func waitingDays() -> CountedText { CountedText("已等 {n} 天") }
  package func overdueDays() -> CountedText { CountedText("已超期 {n} 天") }
  package let progress = "進度"
  package func share(_ done: String, of all: String, per unit: String) -> String {
    unit.isEmpty ? "\(done)/\(all)" : "\(done)/\(all) \(unit)"
  }
  package let needed = "需要"
  package let servedPeople = "惠及"
  package func persons(_ count: String) -> String { "\(count) 人" }
  package let cost = "投入"
  package let origin = "來自"
  package let resources = "對接資源"
  package let outcome = "結果"
  package let steps = "辦理過程"
  package func votes(for inFavour: Int, against: Int, abstained: Int) -> String {
    "同意 \(inFavour) 票，反對 \(against) 票" + (abstained > 0 ? "，棄權 \(abstained) 票" : "")
  }
  package func price(_ amount: String, per unit: String) -> String { "\(amount) 元/\(unit)" }
  package func marketPrice(_ price: String) -> String { "市場價 \(price)" }
  package func orPoints(_ count: Int) -> String { "或 \(count) 積分" }
  package func pointsNeeded(_ count: Int) -> String { "\(count) 積分" }
  package func left(_ quantity: String) -> String { "還有 \(quantity)" }
  package let noneLeft = "已約滿"
  package let paused = "暫停辦理"
  package func availableFrom(_ date: String) -> String { "\(date)開始" }
  package func availableUntil(_ date: String) -> String { "\(date)截止" }
  package let takes = "時長"
  package func minutes(_ count: Int) -> String { "\(count) 分鐘" }
  package let leastPeople = "人數"
  package func fromPeople(_ count: Int) -> String { "\(count) 人起" }
  package let conditions = "條件"
  package let documents = "帶什麼"
  package let timeLimit = "時限"
  package func within(_ workdays: String) -> String { "\(workdays)內" }
  package let onTheSpot = "當場辦"
  package func checked(on date: String) -> String { "\(date)核對" }
  package let orderOnline = "網上預約"
  package let resourcesForResidents = "給居民的實惠"
  package let details = "詳情"

  // MARK: Ledgers

  package func label(_ channel: CaseChannel) -> String {
    switch channel {
    case .visit: "上門來訪"
    case .phone: "打電話"
    case .hotline: "熱線轉來"
    case .online: "網上"
    case .meeting: "會上提出"
    }
  }

  package func label(_ disposition: CaseDisposition) -> String {
    switch disposition {
    case .onTheSpot: "現場辦"
    case .station: "網格站辦"
    case .team: "專班辦"
    case .referred: "轉有關部門辦"
    case .declined: "辦不了，說明了原因"
    }
  }

  package func label(_ figure: LedgerFigure, promise: Int?) -> String {
    switch figure {
    case .accepted: "受理"
    case .closed: "辦結"
    case .open: "在辦"
    case .overdue: "超期"
    case .satisfied: "滿意"
    case .onTime: promise.map { "\($0)分鐘內答覆" } ?? "按承諾時間答覆"
    case .median: "一半的事，用時不超過"
    case .ninetieth: "九成的事，用時不超過"
    }
  }

  package func definition(_ figure: LedgerFigure, promise: Int?) -> String {
    switch figure {
    case .accepted: "這些月裡第一次答覆了的事項，一件算一次。"
    case .closed: "這些月裡辦完並告知結果的；辦不了、說明了原因的也算。"
    case .open: "到統計時還沒辦結的，不論哪個月反映的。"
    case .overdue: "在辦的裡面，過了辦結期限的，和過了承諾時間還沒答覆的。"
    case .satisfied: "這些月裡回訪打了分的，4分、5分佔多少，滿分5分。"
    case .onTime: "這些月裡反映的，從反映到第一次答覆沒有超過承諾時間的佔多少；過了時間還沒答覆的，算沒做到。"
    case .median: "一半的事在這麼長時間內辦完。這些月裡辦結的和現在還在辦的都算，還在辦的按已經等了多久算；從反映那天算起，往上取整。"
    case .ninetieth: "九成的事在這麼長時間內辦完，算法同上。"
    }
  }

  package func heading(_ figure: LedgerFigure, by grouping: LedgerGrouping) -> String {
    switch (figure, grouping) {
    case (_, .category): "受理的是什麼事"
    case (_, .channel): "從哪裡反映來的"
    case (_, .disposition): "辦結的由誰辦"
    case (.closed, .month): "每月辦結"
    case (_, .month): "每月受理"
    }
  }

  package func cases(_ count: String) -> String { "\(count) 件" }
  package func percent(_ number: String) -> String { "\(number)%" }
  package func hours(_ count: Int) -> String { "\(count) 小時" }
  package func days(_ count: String) -> String { "\(count) 天" }
  package func promised(minutes: Int) -> String { "承諾 \(minutes) 分鐘內答覆" }
  package func fewer(than least: Int) -> String { "不足 \(least) 件" }
  package let notTold = "不單列"
  package let nothingToCount = "暂無"
  package let smallGroups = "其他（合併）"
  package func counted(_ first: String, _ last: String, at moment: String) -> String {
    "統計\(first)至\(last)的完整月份；在辦、超期和用時算到\(moment)。"
  }
  package func smallGroupsNote(_ least: Int) -> String {
    "不足 \(least) 件的不單列，併到別的裡面，免得讓人猜出是誰的事；百分比也只取到大數，差 \(least) 件以內看不出來。"
  }
  package let partsAbove = "按類別、渠道和月份的數字，只公布到上一級。"
  package let noCases = "還沒有可以公布的數字。"
  package let fiveFigures = "總體情況"
  package let howSoon = "辦理時效"
  package let howItIsCounted = "怎麼算的"
  package let told = "辦成的幾件"
  package let wholePath = "從提出到辦好的全過程"
  package let count = "件數"

  // MARK: The preview

  package let previewTitle = "預覽"
  package let previewWrongHost = "這個網址不是預覽用的。請打開命令列裏顯示的網址；要從別的裝置看，啟動時加 --host。\n"
  package let previewTime = "時間"
  package let previewNow = "現在"
  package let previewMoment = "{m}月{d}日 {w} {t}"
  package let previewWeekdays = ["週日", "週一", "週二", "週三", "週四", "週五", "週六"]
  package let previewExactTime = "日期和時間"
  package let previewPage = "網頁"
  package let previewPhone = "手機"
  package let previewElder = "大字"
  package let previewPrint = "列印"
  package let previewScreens = "公示屏"
  package let previewNoScreens = "還沒有公示屏：在 content/screens/ 裏加一個。"
  package let previewLandscape = "橫屏"
  package let previewPortrait = "豎屏"
  package let previewPrintNote = "A4 紙上的樣子；分頁以瀏覽器列印為準。"
  package let previewPages = "頁面"
  package let previewFindPage = "按標題、網址或檔名查找"
  package let previewNothingFound = "沒有找到"
  package let previewDrafts = "草稿"
  package let previewDraft = "草稿，不會公開"
  package func previewDue(_ date: String) -> String { "\(date)起公開" }
  package let previewUnapproved = "等待審批，還沒有公開"
  package let previewProblems = CountedText("{n} 處提醒")
  package let previewErrors = CountedText("{n} 處錯誤")
  package let previewLastGood = "改好並儲存，這裏會自動消失。後面是改錯以前的頁面。"
  package let previewNoGood = "改好並儲存，頁面就會出現。"
  package let previewWhatToDo = "辦法"
  package let previewLooking = "正在比較……"
  package let previewNoProblems = "沒有提醒"
  package let previewChanges = "發佈後的變化"
  package let previewNeverPublished = "還沒有發佈過，發佈後全部頁面都是新的。"
  package let previewNothingChanges = "和已經發佈的一樣。"
  package let previewAdded = CountedText("新增 {n} 頁")
  package let previewChanged = CountedText("改動 {n} 頁")
  package let previewGone = CountedText("撤下 {n} 頁")
  package let previewOtherFiles = CountedText("另有 {n} 個樣式、圖片等檔案改動。")
  package let previewMore = CountedText("還有 {n} 頁")
  package let previewMendFirst = "先改正錯誤，才能比較。"
  package let previewHide = "收起"
  package let previewShow = "預覽工具"
  package let previewClose = "關閉"
  package let previewLost = "預覽已停止"
}
