package import CivilTime
package import Vocabulary

/// 简体中文, as the sub-districts' offices write it.
package struct SimplifiedChinese: Words, ChineseTime {
  package static let words = SimplifiedChinese()

  package var currentYear: Int?

  package let tags = ["zh", "zh-hans", "zh-cn", "zh-sg", "zh-my"]

  // MARK: Times

  let characters = ChineseCharacters(
    week: "周", two: "两", counter: "个", last: "最后", fromEnd: "倒数", leap: "闰", twelfth: "腊", off: "休", worked: "班",
    after: "后", publicHolidays: "法定节假日", open: "开放", notCertain: "不一定开放", closed: "休息", always: "全天开放")

  package func name(_ term: SolarTerm) -> String {
    switch term {
    case .xiaohan: "小寒"
    case .dahan: "大寒"
    case .lichun: "立春"
    case .yushui: "雨水"
    case .jingzhe: "惊蛰"
    case .chunfen: "春分"
    case .qingming: "清明"
    case .guyu: "谷雨"
    case .lixia: "立夏"
    case .xiaoman: "小满"
    case .mangzhong: "芒种"
    case .xiazhi: "夏至"
    case .xiaoshu: "小暑"
    case .dashu: "大暑"
    case .liqiu: "立秋"
    case .chushu: "处暑"
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
    case .springFestival: "春节"
    case .qingming: "清明节"
    case .labour: "劳动节"
    case .dragonBoat: "端午节"
    case .nationalDay: "国庆节"
    case .midAutumn: "中秋节"
    case .lantern: "元宵节"
    case .dragonHead: "龙抬头"
    case .qixi: "七夕节"
    case .doubleNinth: "重阳节"
    case .laba: "腊八节"
    case .leiFeng: "学雷锋纪念日"
    case .women: "妇女节"
    case .arbour: "植树节"
    case .nationalSecurity: "全民国家安全教育日"
    case .youth: "青年节"
    case .disasterReduction: "全国防灾减灾日"
    case .nurses: "护士节"
    case .helpingTheDisabled: "全国助残日"
    case .children: "儿童节"
    case .partyFounding: "建党节"
    case .army: "建军节"
    case .victory: "抗战胜利纪念日"
    case .teachers: "教师节"
    case .harvest: "农民丰收节"
    case .martyrs: "烈士纪念日"
    case .fireSafety: "全国消防日"
    case .constitution: "国家宪法日"
    case .volunteers: "国际志愿者日"
    case .nationalMemorial: "国家公祭日"
    }
  }

  // MARK: Terms

  package func label(_ level: UnitLevel) -> String {
    switch level {
    case .district: "区"
    case .subdistrict: "街道"
    case .community: "社区"
    case .grid: "网格"
    case .microgrid: "微网格"
    case .building: "楼宇"
    }
  }

  package func label(_ kind: ActivityKind) -> String {
    switch kind {
    case .classroom: "先锋课堂"
    case .meeting: "会议"
    case .service: "便民服务"
    case .culture: "文化活动"
    case .sport: "体育健身"
    case .volunteer: "志愿服务"
    case .council: "议事协商"
    case .other: "其他"
    }
  }

  package func label(_ track: Track) -> String {
    switch track {
    case .theory: "理论培训"
    case .practice: "实践操作"
    case .remote: "远程线上"
    }
  }

  package func label(_ status: OccurrenceStatus) -> String {
    switch status {
    case .scheduled: "如期举行"
    case .moved: "已调整"
    case .cancelled: "已取消"
    case .postponed: "已延期"
    }
  }

  package func label(_ policy: HolidayPolicy) -> String {
    switch policy {
    case .held: "节假日照常"
    case .skipped: "法定节假日停办"
    case .nextWorkday: "遇节假日顺延至下一个工作日"
    }
  }

  package func label(_ period: RotationPeriod) -> String {
    switch period {
    case .week: "每周"
    case .month: "每月"
    }
  }

  package func label(_ category: NoticeCategory) -> String {
    switch category {
    case .announcement: "公告"
    case .publicNotice: "公示"
    case .recruitment: "招募"
    case .safety: "安全提示"
    case .result: "办理结果"
    }
  }

  package func label(_ severity: AlertSeverity) -> String {
    switch severity {
    case .extreme: "特别紧急"
    case .severe: "紧急"
    case .moderate: "重要"
    case .minor: "提醒"
    }
  }

  package func label(_ category: MenuCategory) -> String {
    switch category {
    case .party: "党建服务"
    case .information: "基础信息"
    case .safety: "平安服务"
    case .disputes: "矛盾调解"
    case .business: "营商服务"
    case .convenience: "便民服务"
    case .lecture: "宣讲菜单"
    case .culture: "文体活动"
    }
  }

  package func label(_ type: PartnerType) -> String {
    switch type {
    case .space: "空间合伙人"
    case .operation: "运营合伙人"
    case .governance: "治理合伙人"
    case .coBuilding: "共建单位"
    }
  }

  package func label(_ status: TopicStatus) -> String {
    switch status {
    case .raised: "已提出"
    case .discussed: "已商议"
    case .decided: "已议定"
    case .done: "已办结"
    }
  }

  package func label(_ kind: PageKind) -> String {
    switch kind {
    case .page: "说明和指南"
    case .notice: "公告公示"
    case .brand: "党建品牌"
    case .menu: "服务菜单"
    case .classroom: "先锋课堂"
    case .venue: "活动阵地"
    case .partner: "社区合伙人"
    case .team: "志愿队伍"
    case .council: "议事协商"
    case .list: "清单"
    }
  }

  package func label(_ group: AudienceGroup) -> String {
    switch group {
    case .residents: "居民"
    case .elders: "老年人"
    case .children: "少年儿童"
    case .families: "家长和亲子"
    case .party: "党员"
    case .workers: "职工和企业"
    case .volunteers: "志愿者"
    case .owners: "业主和住户"
    case .care: "残疾人、病友和照护者"
    }
  }

  package func label(_ type: FileType) -> String {
    switch type {
    case .pdf: "PDF"
    case .document: "Word 文档"
    case .sheet: "Excel 表格"
    case .picture: "图片"
    case .sound: "音频"
    case .film: "视频"
    }
  }

  package func label(_ orientation: ScreenOrientation) -> String {
    switch orientation {
    case .landscape: "横屏"
    case .portrait: "竖屏"
    }
  }

  package func label(_ level: WeatherWarningLevel) -> String {
    switch level {
    case .blue: "蓝色"
    case .yellow: "黄色"
    case .orange: "橙色"
    case .red: "红色"
    }
  }

  package func label(_ quality: AirQuality) -> String {
    switch quality {
    case .good: "优"
    case .moderate: "良"
    case .sensitive: "轻度污染"
    case .unhealthy: "中度污染"
    case .heavy: "重度污染"
    case .hazardous: "严重污染"
    }
  }

  package func title(_ slide: SlideKind) -> String {
    switch slide {
    case .today: "今日安排"
    case .week: "一周安排"
    case .rooms: "场地动态"
    case .live: "扫码看直播"
    case .changes: "调整与取消"
    case .notices: "公告公示"
    case .roster: "值班安排"
    case .posts: "有事找谁"
    case .menu: "服务菜单"
    case .brand: "党建品牌"
    case .method: "工作法"
    case .brands: "品牌谱系"
    case .partners: "社区合伙人"
    case .videos: "扫码看视频"
    case .venue: "活动阵地"
    case .team: "队伍等您加入"
    case .figures: "数字看板"
    case .almanac: "史上今天"
    case .list: "清单"
    case .finder: "找我的网格"
    case .photos: "图片"
    case .weather: "天气"
    case .countdown: "倒计时"
    case .film: "短片"
    case .document: "文件"
    case .text: "温馨提示"
    }
  }

  package let publicTables: [PublicTableName: String] = [
    "honours": "荣誉"
  ]

  // MARK: Brands

  package let editionHistory = "版本沿革"
  package let presentEdition = "现行"
  package let comingEdition = "即将实行"
  package func span(from first: String?, to last: String?) -> String? {
    switch (first, last) {
    case (nil, nil): nil
    case (let first?, nil): "\(first)起"
    case (nil, let last?): "到\(last)为止"
    case (let first?, let last?): first == last ? first : "\(first)至\(last)"
    }
  }

  package let brandTree = "品牌谱系"
  package let carriesBrand = "承载品牌"
  package let brandTeams = "队伍"
  package let brandCounted = "数一数"
  package let brandRollUp = "连同子品牌合计"
  package let brandsBelow = "个子品牌"
  package let brandCarriers = "个载体"
  package let brandPartnerCount = "家共建单位"
  package let brandTeamCount = "支队伍"
  package func brandOccurrences(from first: String, to last: String) -> String { "场活动，\(first)至\(last)" }
  package let brandWaiting = "件待认领"
  package let brandUnderWay = "件在办"
  package let brandDone = "件已办结"
  package let brandFigures = "用数字看"

  package let agreement = "协议"
  package let agreementAhead = "协议尚未生效"
  package let agreementEnded = "协议已到期"
  package let assessed = "评议"
  package let admission = "怎么选的"
  package let exit = "什么时候终止"
  package let premises = "用房"
  package func premisesWhole(_ area: String) -> String { "一共\(area)" }
  package let officeSpace = "办公"
  package let sharedSpace = "居民共用"
  package let givenSpace = "交合伙人办服务"
  package let otherSpace = "其他"

  package let recordedVideos = "看回放"
  package let watchVideo = "看视频"
  package let scanVideo = "扫码看视频"
  package func held(on date: String) -> String { "\(date)录制" }

  // MARK: Facts

  package let time = "时间"
  package let place = "地点"
  package let address = "地址"
  package let unit = "单位"
  package let category = "类别"
  package let host = "主办"
  package let audience = "对象"
  package let fee = "费用"
  package let capacity = "名额"
  package let points = "积分"
  package let enquiries = "咨询"
  package let provider = "提供"
  package let recruiter = "招募"
  package let booking = "预约"
  package let phone = "电话"
  package let type = "类型"
  package let members = "人数"
  package let contact = "联系"
  package let edition = "版本"
  package let since = "创建"
  package let parentBrand = "上级品牌"
  package let floorArea = "面积"
  package let open = "开放"
  package let schedule = "日程"
  package let level = "层级"

  package let hostIs = "主办："
  package let audienceIs = "对象："
  package let onlineIs = "线上："
  package let addressIs = "地址："
  package let phoneIs = "电话："
  package let openIs = "开放："
  package let facilitiesAre = "设施："
  package let carriersAre = "载体："

  package let noCharge = "免费"
  package func yuan(_ amount: String) -> String { "\(amount) 元" }
  package func capacityEach(_ people: Int) -> String { "每场 \(people) 人" }
  package func pointsEach(_ points: Int) -> String { "参加一次记 \(points) 分" }
  package func people(_ count: Int) -> String { "\(count) 人" }
  package func squareMetres(_ area: String) -> String { "\(area) 平方米" }
  package func editionNamed(_ name: String) -> String { "\(name) 版" }
  package func classroom(_ track: Track) -> String { "先锋课堂\u{A0}· \(label(track))" }
  package func placesLeft(_ count: Int) -> String { count == 0 ? "名额已满" : "余 \(count) 席" }
  package func aside(_ policy: HolidayPolicy) -> String { "，\(label(policy))" }
  package let allThatIsOnHere = "这里的全部安排"
  package func workdays(_ count: Int) -> String { "\(count) 个工作日" }
  package func figureAsOf(_ date: String) -> String { "截至 \(date)" }
  package func increased(by amount: String, since day: String) -> String { "比\(day)增加\(amount)" }
  package func decreased(by amount: String, since day: String) -> String { "比\(day)减少\(amount)" }
  package func unchanged(since day: String) -> String { "与\(day)持平" }
  package func percentagePoints(_ amount: String) -> String { "\(amount)个百分点" }
  package let changeBetter = "，向好"
  package let changeWorse = "，需关注"
  package func addedUp(of units: Int) -> String { "由\(units)个单位相加" }
  package func chart(from first: String, to last: String, highest: String, lowest: String) -> String {
    "从\(first)到\(last)；最高\(highest)，最低\(lowest)。"
  }
  package func figure(_ value: String, on day: String) -> String { "\(value)（\(day)）" }
  package let allUnits = "全部"

  // MARK: What becomes of an occurrence

  package let extra = "加场"
  package func titlePrefix(_ label: String) -> String { "【\(label)】" }
  package let planned = "原定："
  package let movedTo = "改到："
  package let seriesEnded = "本系列活动已提前结束"
  package let holidaysUnknown = "如遇法定节假日，以现场通知为准"
  package let weekend = "周末"
  package func calledOff(for holiday: String) -> String { "\(holiday)放假，不另安排" }
  package func movedOn(for holiday: String) -> String { "\(holiday)放假，顺延至下一个工作日" }

  package let comma = "，"
  package let listComma = "、"
  package let semicolon = "；"
  package let gap = "　"
  package let sentenceGap = "　"
  package func aside(_ text: String, _ more: String) -> String { "\(text)（\(more)）" }

  // MARK: Pages

  package let activities = "活动日程"
  package let notices = "公告公示"
  package let units = "社区网格"
  package let unitsLead = "从街道到网格，找到您所在的单位。"
  package let search = "搜索"
  package let searchLead = "查找活动、公告、服务和场所。"
  package let screenStatus = "公示屏状态"
  package let screenStatusLead = "每块公示屏应当显示的版本和有效期。"
  package let notFound = "没有找到这个页面"
  package func activityCalendar(_ month: String) -> String { "\(month)活动月历" }
  package func page(_ number: Int, of title: String) -> String { "\(title)（第 \(number) 页）" }
  package func page(_ number: Int, of count: Int) -> String { "第 \(number) 页，共 \(count) 页" }
  package let previousPage = "上一页"
  package let nextPage = "下一页"

  package func schedule(of name: String) -> String { "\(name)的日程" }
  package func schedule(of track: Track) -> String { "先锋课堂 · \(label(track))" }
  package func activities(for group: AudienceGroup) -> String { "面向\(label(group))的活动" }
  package let freeActivities = "免费活动"
  package let activitiesWithPlaces = "还有名额的活动"
  package func placesKnown(at moment: String) -> String { "名额截至 \(moment)，以现场登记为准" }
  package let byDate = "日期"
  package let byTerms = "怎么参加"
  package let byAudience = "面向人群"
  package let byUnit = "社区和楼宇"
  package let byVenue = "场所"
  package let withPlaces = "还有名额"
  package func items(_ count: Int) -> String { "\(count) 项" }
  package let wholeSiteOnDay = "看全站这一天"
  package func allOfDay(_ count: Int) -> String { "全天共 \(count) 场" }
  package func moreItems(_ count: Int) -> String { "还有 \(count) 项" }
  package func occurrencesOfLast90Days(_ count: Int) -> String { "最近 90 天的 \(count) 场" }

  package let current = "现行"
  package let earlierNotices = "更早的公告"
  package let expired = "往期（已过期）"
  package func all(_ kind: PageKind) -> String { "全部\(label(kind))" }
  package let mainBrands = "主品牌"
  package func brands(below brand: String) -> String { "\(brand)的子品牌" }
  package let childBrands = "子品牌"
  package let brandPartners = "共建单位"
  package let childUnits = "下级单位"
  package let unitVenues = "阵地场所"

  package func periodAhead(from first: String) -> String { "公示期自\(first)起" }
  package func periodOpen(workdaysLeft: Int, until last: String) -> String {
    "还剩 \(workdaysLeft) 个工作日，\(last)截止"
  }
  package let periodLastDay = "今天是公示最后一天"
  package let periodOver = "公示期已满"
  package let subscriptionCode = "扫码打开本页订阅"

  // MARK: Templates

  package let home = "首页"
  package let skipToContent = "跳到正文"
  package let mainNavigation = "主导航"
  package let location = "位置"
  package let elderView = "大字版"
  package func stale(since moment: String) -> String { "本页内容更新于\(moment)，可能已过时，请以现场通知为准。" }

  package func updated(at moment: String, validUntil end: String) -> String { "更新于 \(moment)，内容有效至\(end)。" }
  package let mayBeStale = "本页内容可能已过时，请以现场通知为准。"
  package let updatedElsewhere = "更新时间见开放数据。"
  package let allCalendars = "全部活动日历"
  package let openData = "开放数据"
  package let dataLead = "这里的数据都是现成的文件，不用申请、不用密钥，随网站一起更新。"
  package let dataLicense = "许可："
  package let dataUnlicensed = "没有写明许可；要用这些数据，请先问主办单位。"
  package let dataFeeds = "各类数据（JSON）"
  package let dataCalendars = "日历"
  package let dataReaders = "订阅"
  package let dataServices = "服务目录（HSDS 3.0）"
  package let dataSessions = "活动场次（OpenActive）"
  package let dataSignage = "公示屏和预警"
  package let singleDates = "逐次列出"
  package let siteCode = "网站标识码"

  package let pinned = "置顶"
  package func validUntil(_ date: String) -> String { "有效至\(date)" }
  package let comingActivities = "近期活动"
  package let comingClasses = "近期课程"
  package let comingArrangements = "近期安排"
  package let allSchedule = "全部日程"
  package let allNotices = "全部公告"
  package let workFigures = "工作数据"
  package let nothingHere = "目前没有内容。"
  package func comingOver(_ link: String) -> String { "这里列出的活动都已结束，请看\(link)。" }
  package let pages = "翻页"

  package let sections = "栏目"
  package let homeSoon = "接下来"
  package let myCommunity = "我住在"
  package let everyCommunity = "全部社区"
  package let yourTasks = "您要办什么"
  package let taskSchedule = "课表"
  package let taskNotices = "公告"
  package let taskMatters = "办事"
  package let taskGrid = "找网格"
  package let taskVenues = "场馆"
  package let taskOrder = "点单"
  package let taskCouncil = "议事"
  package let taskPhone = "电话"
  package let oneStory = "办成的一件事"
  package let allFigures = "全部数据"
  package let pleaseDo = "怎么办"
  package let aboutSite = "关于本站"
  package let onThisPage = "本页有"
  package let nextOccurrence = "下一场"
  package let showOnMap = "看地图"
  package let addToCalendar = "加进手机日历"
  package let weekStrip = "这几天"

  package let contentExpired = "本页内容已过期，仅供查阅。"
  package let noticePeriod = "公示期"
  package func period(_ workdays: String, _ first: String, _ last: String) -> String { "\(workdays)，\(first)至\(last)" }
  package let attachments = "附件"
  package func file(_ type: FileType, size: String) -> String { "\(label(type))，\(size)" }
  package func approved(on date: String) -> String { "正文于\(date)经批准公开。" }
  package let carriers = "载体"
  package let offers = "为居民提供"
  package let facilities = "设施"
  package let zones = "功能区"
  package let services = "服务事项"
  package let topics = "议题和进展"
  package let tryFirst = "先体验后付费"

  package let signUp = "报名"
  package let watchLive = "进入直播"
  package let related = "相关介绍"
  package let comingOccurrences = "近期场次"
  package let noOccurrences = "近两周没有场次。"
  package let activityCancelled = "本活动不再举行。"
  package let activityPostponed = "新的时间另行通知。"
  package let online = "线上"

  package let beforeAndAfter = "前后"
  package let monthsAndPast = "月历和往期"
  package let monthsAndPastAre = "月历和往期："
  package let byConditions = "按条件查看"
  package let nothingOnDay = "这一天没有安排。"
  package let nothingSoon = "近期没有安排。"
  package let allOver = "这里列出的安排都已结束。"
  package let forPrograms = "给程序用："
  package let pageData = "本页数据（JSON）"
  package let listByDate = "按日期列出"
  package let byTimeOfDay = "按时间："
  package let firstOfDays =
    "场次很多，每天先列最早的几场，其余按时间分页；也可以按条件缩小范围。"
  package func published(_ month: String, _ days: String) -> String { "\(month)（公开 \(days)）" }
  package func nothing(until day: String) -> String { "到\(day)为止没有安排。" }

  package let subscribe = "订阅到手机日历"
  package let downloadCalendar = "下载日历文件"
  package let calendarFile = "日历文件"
  package let calendarsInstead = "这里没有单独的日历，可以订阅："
  package let scanToOpen = "手机扫码打开本页"
  package let inWeChat = "您正在微信里：微信不能直接打开日历文件。请点右上角“…”，选“在浏览器打开”，再点“订阅到手机日历”。"

  package let posts = "有事找谁"
  package let unitAbove = "上级"
  package let callFirst = "先打这个电话"
  package func askAbove(_ unit: String) -> String { "这里没有单独的电话，请找\(unit)" }
  package let noTurnYet = "轮值还没有开始"
  package let dutiesAre = "负责："
  package let mattersUnderWay = "正在办的事"
  package func allOpen(_ count: Int, of list: String) -> String { "\(list)：在办\u{A0}\(count)\u{A0}件" }
  package let aboutUnit = "单位介绍"
  package let unitTotals = "下属单位和人员"
  package let postCount = "岗位"
  package let peopleInPosts = "在岗人数"
  package func count(_ count: Int, of level: String) -> String { "\(level) \(count)" }
  package let unitTree = "单位一览"

  package let shifts = "值班"
  package let rosters = "轮值"
  package func rotation(_ period: RotationPeriod, of unit: String) -> String { "（\(label(period))轮换，\(unit)）" }
  package func swapped(from planned: String) -> String { "换班，原为\(planned)" }
  package let noRosters = "目前没有轮值安排。"
  package let noServices = "这里还没有服务事项。"
  package let noMetrics = "这里还没有指标。"
  package let figuresOverTime = "历次数值"
  package let figuresOfAbove = "上级指标里的本单位"
  package let figureDay = "截至日期"
  package let figureValue = "数值"

  package let searchField = "要找的字词"
  package let searchHint = "活动、公告、服务、场所"
  package func searchNeedsScript(_ schedule: String, _ notices: String) -> String {
    "搜索要用到浏览器的脚本功能。也可以看\(schedule)和\(notices)。"
  }
  package let notFoundLead = "网址可能写错了，或者内容已经撤下。"
  package let toHome = "回首页"
  package let toSchedule = "看活动日程"
  package let toNotices = "看公告"

  package let statusLead = "每块屏的右下角应当与下面一模一样，就是最新内容。编号较小，说明那块屏还没有收到更新，请检查网络。"
  package let thisRelease = "本次发布"
  package let signature = "签名"
  package let signed = "已签名，公示屏只接受本站签名的内容"
  package let signedUnverified = "已签名，但本站没有使用 HTTPS，公示屏的浏览器无法核对签名"
  package let unsigned = "未签名"
  package let cannotVerify = "这个浏览器打开本页的方式不能核对签名：请改用 https:// 开头的网址。"
  package let noScreens = "还没有公示屏。"
  package let cornerHidden = "这块屏设为右下角不显示"
  package let valid = "有效至"
  package let screenID = "屏幕编号"
  package let screenUnits = "显示范围"
  package let picture = "画面"
  package let openScreen = "打开画面"
  package let data = "数据"
  package let offlinePackage = "离线包"

  // MARK: The theme's script

  package let over = "已结束"
  package let ongoing = "进行中"
  package let today = "今天"
  package let onShift = "正在值班"
  package let onDuty = "正在轮值"
  package let workdaysLeft = CountedText("还剩 {n} 个工作日")
  package let lastDayToday = "今天是最后一天"
  package let standardView = "标准版"

  // MARK: Feeds

  package func about(_ site: String, _ feed: String) -> String { "\(site)的\(feed)" }
  package func firstOfEachDay(_ count: Int) -> String { "每天列最早的 \(count) 场，其余见网站" }
  package let noActivities = "近期没有安排"
  package let noNotices = "目前没有公告"
  package let movedHere = "这一页现在在："
  package let leadsTo = "正在打开："
  package let whichOfThese = "要看哪一个？"
  package let seePage = "最新安排见网页"
  package func validUntilSentence(_ date: String) -> String { "有效至\(date)。" }

  // MARK: Screens

  package let nowOn = "正在进行"
  package let next = "接下来"
  package let free = "空闲"
  package let taken = "使用中"
  package let notOpen = "未开放"
  package func thisDay(_ range: String, isEvening: Bool) -> String { "\(isEvening ? "今晚" : "今天") \(range)" }
  package func nextUp(on day: String, isTomorrow: Bool) -> String {
    "\(isTomorrow ? "今天没有安排了，明天" : "今天没有安排了，下一场在") \(day)"
  }
  package let noMoreToday = "今天没有安排了"
  package func allOnWall(_ count: Int) -> String { "这一天共 \(count) 场，这里列出一部分，其余见网站" }
  package let nothingMoreToday = "今天没有更多安排"
  package let noNoticesNow = "目前没有公告"
  package let updatedAt = "更新于"
  package let awaitingUpdate = "信息待更新，请以现场通知为准"
  package func holdsUntil(_ date: String) -> String { "有效至 \(date)" }
  package let scan = "扫码看详情"
  package let scanLive = "扫码看直播"
  package let continued = "（续）"
  package let urgent = "紧急通知"
  package func asOf(_ date: String) -> String { "截至\(date)" }
  package func observed(at time: String) -> String { "\(time) 观测" }
  package func degrees(_ degrees: String) -> String { "\(degrees)°C" }
  package func degrees(from low: String, to high: String) -> String { "\(low)～\(high)" }
  package func humidity(_ percent: Int) -> String { "湿度 \(percent)%" }
  package func air(_ quality: AirQuality) -> String { "空气\(label(quality))" }
  package func weatherWarning(of kind: String, _ level: WeatherWarningLevel) -> String { "\(kind)\(label(level))预警" }
  package func daysLeft(_ count: Int) -> String { "天" }
  package func hoursLeft(_ count: Int) -> String { "小时" }
  package let lessThan = "不到"

  // MARK: Search

  package let retry = "再试一次"
  package let failed = "没有取到搜索数据，请检查网络。"
  package let failedToGoOn = "没有取到后面的内容，请检查网络后再试。"
  package let searching = "正在查找……"
  package let nothingFound = "没有找到“{q}”。"
  package let tryOneWord = "可以只用其中一个词，如“{q}”。"
  package let tryAnother = "换一个词试试，少写几个字更容易找到。"
  package let seeAlso = "也可以看{schedule}和{notices}。"
  package let instead = "按“{q}”查找："
  package let allWords = "没有连着写的“{q}”，下面每条里这几个词都有："
  package let found = CountedText("找到 {n} 条")
  package let foundSome = CountedText("先列出 {n} 条，还有更多")
  package let noneYet = "还没有找到，可以继续查找"
  package let listed = CountedText("已列出 {n} 条")
  package let more = CountedText("更多{kind}（还有 {n} 条）")
  package let goOn = "继续查找{kind}"
  package let hasExpired = "已过期"
  package let isOver = "已结束"
  package let onUntil = "正在进行，到 {time}"
  package let kindActivity = "活动"
  package let kindNotice = "公告公示"
  package let kindService = "服务事项"
  package let kindVenue = "场所"
  package let kindPage = "页面"
  package let kindUnit = "单位"
  package let dayPattern = "{month}{day}日 {weekday}"
  package let datePattern = "{year}年{month}{day}日"
  package let ellipsis = "……"

  // MARK: Teams

  package func label(_ type: TeamType) -> String {
    switch type {
    case .lecture: "政策宣讲"
    case .mutualHelp: "邻里互助"
    case .convenience: "便民服务"
    case .environment: "环境清洁"
    case .mediation: "矛盾调解"
    case .safety: "平安巡防"
    case .news: "新风传播"
    case .performing: "文艺演出"
    case .sport: "健身运动"
    case .other: "其他队伍"
    }
  }

  package func teams(_ count: Int) -> String { "\(count) 支" }
  package func teamsTotal(_ teams: String, members: String) -> String { "共 \(teams)，\(members)" }
  package func teamsWithoutMembers(_ teams: String) -> String { "另有 \(teams)没有报人数" }
  package let scanToJoin = "扫码加入"

  // MARK: Points

  package let pointsRules = "怎么攒分"
  package func points(_ count: Int, per unit: String) -> String { "\(count) 分/\(unit)" }
  package func cap(_ points: Int, in period: PointsPeriod) -> String {
    let time =
      switch period {
      case .day: "每天"
      case .week: "每周"
      case .month: "每月"
      case .quarter: "每季度"
      case .year: "每年"
      }
    return "\(time)最多 \(points) 分"
  }
  package let noCap = "不封顶"
  package let noPointsRules = "还没有积分规则。"
  package let nextExchange = "下次兑换"
  package func next(_ what: String, at time: String) -> String { "\(what)：\(time)" }
  package let pointsTotals = "各单位积分"
  package let pointsEarned = "发出积分"
  package let pointsSpent = "兑换积分"
  package let pointsPeople = "人数"
  package let pointsMonth = "月份"
  package func pointsNote(_ least: Int) -> String {
    "按积分本归哪个单位管来统计，含下级单位，只列过完的月份。谁有多少分不公开；不足 \(least) 人的，和由它能推算出来的，不单列，计入上级合计。"
  }
  package let noPointsTotals = "还没有可以公布的月份。"
  package func pointsCount(_ count: String) -> String { "\(count) 分" }

  // MARK: Duties

  package func label(_ cadence: DutyCadence) -> String {
    switch cadence {
    case .month: "每月"
    case .quarter: "每季度"
    case .halfYear: "每半年"
    case .year: "每年"
    case .onChange: "有变动时"
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

  package let basis = "依据"
  package let responsible = "责任单位"
  package let channel = "公开方式"
  package let dueRule = "时限"
  package func dueAfterPeriod(_ workdays: String) -> String { "期满后\(workdays)内" }
  package func dueAfterChange(_ workdays: String) -> String { "变动后\(workdays)内" }
  package func due(within cadence: DutyCadence) -> String {
    switch cadence {
    case .month: "当月底前"
    case .quarter: "当季末前"
    case .halfYear: "6月底前、12月底前"
    case .year: "当年底前"
    case .onChange: dueOnChange
    }
  }
  package let dueOnChange = "有变动就公开"
  package let dutyCount = "公开事项"
  package let lastPublished = "最近公开"
  package let lastHeld = "最近开展"
  package let neverPublished = "还没有"
  package let owed = "应公开"
  package let owedMeeting = "应开展"
  package func due(by date: String) -> String { "\(date)前" }
  package func dueUnknown(_ year: Int, _ workdays: String) -> String {
    "期满后\(workdays)内，具体日子等\(year)年放假安排公布后定"
  }
  package func planned(on date: String) -> String { "安排在\(date)" }
  package let publishedLate = "逾期补办"
  package let publishedByQuarter = "一季一季看"
  package func published(in quarter: String) -> String { "\(quarter)已公开" }
  package let nothingPublished = "这个季度没有公开记录。"

  // MARK: Venues

  package func label(_ type: VenueType) -> String {
    switch type {
    case .centre: "党群服务中心"
    case .station: "党群服务站"
    case .serviceHall: "便民服务厅"
    case .medicalInsuranceDesk: "医保专窗"
    case .helpDesk: "帮办台"
    case .dayCare: "日间照料中心"
    case .canteen: "社区食堂"
    case .clinic: "卫生服务站"
    case .studyRoom: "自习室"
    case .library: "书屋"
    case .classroom: "教室"
    case .practicePoint: "实践点"
    case .councilHall: "议事厅"
    case .retiredMemberRoom: "离退休党员活动室"
    case .youthStudio: "青年创客空间"
    case .sport: "运动场地"
    case .square: "广场"
    case .online: "线上"
    case .other: "其他"
    }
  }

  package func label(_ facility: VenueFacility) -> String {
    switch facility {
    case .stepFree: "无障碍通道"
    case .lift: "电梯"
    case .accessibleToilet: "无障碍卫生间"
    case .toilet: "卫生间"
    case .nursingRoom: "母婴室"
    case .wheelchairs: "轮椅借用"
    case .hearingLoop: "助听环路"
    case .readingGlasses: "老花镜"
    case .defibrillator: "自动体外除颤器"
    case .firstAid: "急救箱"
    case .rest: "休息"
    case .water: "饮水"
    case .microwave: "微波炉"
    case .charging: "手机充电"
    case .wifi: "无线网络"
    case .lockers: "储物柜"
    case .heating: "冷暖空调"
    case .advice: "咨询"
    case .selfService: "自助办事"
    case .printing: "打印复印"
    case .sharedDesks: "共享工位"
    case .roomLoans: "场地借用"
    case .reading: "图书阅览"
    case .study: "自习座位"
    case .healthCheck: "健康自测"
    case .meals: "用餐"
    case .haircut: "理发"
    case .coffee: "咖啡"
    case .childrenArea: "儿童活动区"
    case .gym: "健身器材"
    case .tableTennis: "乒乓球台"
    case .danceRoom: "排练厅"
    case .musicRoom: "琴房"
    case .games: "棋牌"
    case .projector: "投影"
    case .amplifier: "扩音设备"
    case .liveStream: "直播设备"
    case .bikeParking: "自行车停放"
    case .bikeCharging: "电动自行车充电"
    case .carParking: "停车位"
    }
  }

  package let otherVenues = "其他场所"
  package let seats = "座位"
  package let openUntil = "开放中，{t} 关门"
  package let openNow = "开放中"
  package let closedNow = "现在不开放"
  package let opensAt = "现在不开放，{t} 开门"
  package let opensTomorrow = "现在不开放，明天 {t} 开门"
  package let opensOn = "现在不开放，{d} {t} 开门"
  package let notKnownToday = "今天是否开放，请先打电话问"
  package let metresAway = "约 {n} 米"
  package let kilometresAway = "约 {n} 公里"
  package let minutesOnFoot = CountedText("步行约 {n} 分钟")
  package let noCoordinates = "没有登记位置，算不出距离"
  package let allPlaces = "全部场所"
  package let byType = "按类型"
  package let byFacility = "按设施"
  package let fromWhere = "从哪里出发"
  package let choosePlace = "请选择"
  package let communities = "社区和楼宇"
  package let places = "场所"
  package let myPosition = "用我的位置"
  package let positionNote = "位置只在您的手机上算远近，不上传、不保存。"
  package let positionAsked = "正在取位置……"
  package let positionRefused = "没有取到位置，请从上面选一个地方。"
  package let nearestFirst = "由近到远"
  package let backToAll = "恢复全部"
  package let nothingMatches = "没有符合的场所。"
  package let map = "位置图"
  package let north = "北"
  package let register = "小面积用房提升台账"
  package let areaBefore = "现有面积"
  package let areaPlanned = "计划新增"
  package let areaAfter = "提升后"
  package let registered = "在册"
  package let squareMetresPlanned = "平方米计划新增"
  package let squareMetresAdded = "平方米已新增"
  package let zonesAre = "功能区："
  package func seats(_ count: Int) -> String { "\(count)座" }
  package func venueCount() -> CountedText { CountedText("共{n}处") }
  package func distanceRule(detour: String, speed: Int) -> String {
    "步行时间是估算：直线距离乘\(detour)，按每分钟走\(speed)米算，过街、上坡会更久。"
  }
  package func metres(_ number: String) -> String { "\(number) 米" }
  package func kilometres(_ number: String) -> String { "\(number) 公里" }
  package func mapText(_ count: Int, around centre: String?, minutes: Int) -> String {
    "图上有\(count)处场所，编号与下面的名单相同，上方是北。"
      + (centre.map { "圆圈是从\($0)走\(minutes)分钟大约能到的范围。" } ?? "")
  }
  package func circleNote(_ minutes: Int, around centre: String) -> String {
    "圆圈：从\(centre)走\(minutes)分钟大约能到的范围。编号与名单相同。"
  }
  package func circleFromThere(_ minutes: Int) -> String {
    "圆圈：从您选的地方走\(minutes)分钟大约能到的范围。编号与名单相同。"
  }
  package let nearbyPlaces = "附近的场所"
  package func mapAround(_ place: String) -> String { "\(place)周边位置图" }
  package func aroundText(_ count: Int, around place: String, minutes: [Int]) -> String {
    "实心圆点是\(place)，另有附近\(count)处场所，编号与名单相同，上方是北。" + ringNote(minutes)
  }
  package func ringNote(_ minutes: [Int]) -> String {
    "圆圈：走\(minutes.map { "\($0)" }.joined(separator: "、"))分钟大约能到的范围。"
  }
  package func onFootShort(_ minutes: Int) -> String { "\(minutes)分钟" }
  package func notOnMap(_ count: Int) -> String { "另有\(count)处没有登记位置，不在图上。" }
  package func nearest(to place: String) -> String { "离\(place)最近" }

  // MARK: The finder

  package let finderField = "路名和门牌号"
  package func finderExample(_ addresses: [String]) -> String { "例如：\(addresses.joined(separator: "、"))" }
  package let finderAsk = "查网格"
  package let finderNeedsScript = "这个浏览器不能查，请在下面按路名找。"
  package let addressesByRoad = "按路名查"
  package let addressesCovered = "门牌"
  package let noAddresses = "还没有登记门牌。"
  package let officePhone = "办公电话"
  package let addressPattern = "{road}{number}号{building}"
  package let numberPattern = "{first}号"
  package let numbersPattern = "{first}–{last}号"
  package let oddNumbers = "（单号）"
  package let evenNumbers = "（双号）"
  package let belongsTo = "属于"
  package let whomToCall = "有事找谁"
  package let nobodyToCall = "还没有登记电话。"
  package let venueNearby = "就近去处"
  package let alsoIn = "也在"
  package let otherBuildings = "这个号里分楼管的"
  package let whichOne = "您要找的是哪一个？"
  package let roadBelongsTo = "{road}由这些单位分段管，再写上门牌号就能查到："
  package let addressNotListed = "{road}还没有登记 {number} 号。"
  package let nearestNumbers = "离得最近的："
  package let addressNotFound = "没有找到“{q}”。请写路名和门牌号，或者楼名、小区名。"
  package let similarRoads = "是不是这几条路？"
  package let whatToDo = "可以打电话问："
  package let finderHow = "扫码，写上您家的路名和门牌号，就知道属于哪个网格、该找谁、电话多少。"
  package let finderScan = "扫码找我的网格"
  package func grid(_ name: String, has roads: String) -> String { "\(name)：\(roads)" }

  // MARK: Texts

  package let taskDone = "已完成"
  package let taskOpen = "未完成"
  package let footnote = "脚注"
  package let footnotes = "脚注"
  package let backToText = "回到正文"

  // MARK: Lists

  package func label(_ layout: ListLayout) -> String {
    switch layout {
    case .board: "办理进展"
    case .council: "议题进展"
    case .menu: "可约可办"
    case .exchange: "积分兑换"
    case .ledger: "办件台账"
    case .disclosure: "公开目录"
    case .circle: "便民服务圈"
    case .finder: "找我的网格"
    }
  }

  package func label(_ phase: MatterPhase) -> String {
    switch phase {
    case .raised: "待认领"
    case .taken: "已认领"
    case .doing: "办理中"
    case .done: "已办结"
    case .dropped: "不办理"
    }
  }

  package let waiting = "等着认领"
  package let underWay = "正在办"
  package let openTopics = "正在议"
  package func closed(in year: Int?) -> String { year.map { "\($0)年办结" } ?? "已办结" }
  package func closedTopics(in year: Int?) -> String { year.map { "\($0)年议结" } ?? "已议结" }
  package let otherCategory = "其他"
  package let overdue = "超期"
  package let nextMeeting = "下次会议"
  package let byCategory = "按类别看"
  package func allEntries(_ count: Int) -> String { "全部 \(count) 条" }
  package func raised(on date: String) -> String { "\(date)提出" }
  package func raised(by who: String) -> String { "\(who)提出" }
  package func raised(on date: String, by who: String) -> String { "\(date)由\(who)提出" }
  package let owner = "承办"
  package let dueDay = "期限"
  package func doneBefore(_ date: String) -> String { "\(date)前办结" }
  package func closed(on date: String) -> String { "\(date)办结" }
  package func daysTaken(_ count: Int) -> String { count == 0 ? "当天办结" : "用时 \(count) 天" }
  package func waitingDays() -> CountedText { CountedText("已等 {n} 天") }
  package func overdueDays() -> CountedText { CountedText("已超期 {n} 天") }
  package let progress = "进度"
  package func share(_ done: String, of all: String, per unit: String) -> String {
    unit.isEmpty ? "\(done)/\(all)" : "\(done)/\(all) \(unit)"
  }
  package let needed = "需要"
  package let servedPeople = "惠及"
  package func persons(_ count: String) -> String { "\(count) 人" }
  package let cost = "投入"
  package let origin = "来自"
  package let resources = "对接资源"
  package let outcome = "结果"
  package let steps = "办理过程"
  package func votes(for inFavour: Int, against: Int, abstained: Int) -> String {
    "同意 \(inFavour) 票，反对 \(against) 票" + (abstained > 0 ? "，弃权 \(abstained) 票" : "")
  }
  package func price(_ amount: String, per unit: String) -> String { "\(amount) 元/\(unit)" }
  package func marketPrice(_ price: String) -> String { "市场价 \(price)" }
  package func orPoints(_ count: Int) -> String { "或 \(count) 积分" }
  package func pointsNeeded(_ count: Int) -> String { "\(count) 积分" }
  package func left(_ quantity: String) -> String { "还有 \(quantity)" }
  package let noneLeft = "已约满"
  package let paused = "暂停办理"
  package func availableFrom(_ date: String) -> String { "\(date)开始" }
  package func availableUntil(_ date: String) -> String { "\(date)截止" }
  package let takes = "时长"
  package func minutes(_ count: Int) -> String { "\(count) 分钟" }
  package let leastPeople = "人数"
  package func fromPeople(_ count: Int) -> String { "\(count) 人起" }
  package let conditions = "条件"
  package let documents = "带什么"
  package let timeLimit = "时限"
  package func within(_ workdays: String) -> String { "\(workdays)内" }
  package let onTheSpot = "当场办"
  package func checked(on date: String) -> String { "\(date)核对" }
  package let orderOnline = "网上预约"
  package let resourcesForResidents = "给居民的实惠"
  package let details = "详情"

  // MARK: Ledgers

  package func label(_ channel: CaseChannel) -> String {
    switch channel {
    case .visit: "上门来访"
    case .phone: "打电话"
    case .hotline: "热线转来"
    case .online: "网上"
    case .meeting: "会上提出"
    }
  }

  package func label(_ disposition: CaseDisposition) -> String {
    switch disposition {
    case .onTheSpot: "现场办"
    case .station: "网格站办"
    case .team: "专班办"
    case .referred: "转有关部门办"
    case .declined: "办不了，说明了原因"
    }
  }

  package func label(_ figure: LedgerFigure, promise: Int?) -> String {
    switch figure {
    case .accepted: "受理"
    case .closed: "办结"
    case .open: "在办"
    case .overdue: "超期"
    case .satisfied: "满意"
    case .onTime: promise.map { "\($0)分钟内答复" } ?? "按承诺时间答复"
    case .median: "一半的事，用时不超过"
    case .ninetieth: "九成的事，用时不超过"
    }
  }

  package func definition(_ figure: LedgerFigure, promise: Int?) -> String {
    switch figure {
    case .accepted: "这些月里第一次答复了的事项，一件算一次。"
    case .closed: "这些月里办完并告知结果的；办不了、说明了原因的也算。"
    case .open: "到统计时还没办结的，不论哪个月反映的。"
    case .overdue: "在办的里面，过了办结期限的，和过了承诺时间还没答复的。"
    case .satisfied: "这些月里回访打了分的，4分、5分占多少，满分5分。"
    case .onTime: "这些月里反映的，从反映到第一次答复没有超过承诺时间的占多少；过了时间还没答复的，算没做到。"
    case .median: "一半的事在这么长时间内办完。这些月里办结的和现在还在办的都算，还在办的按已经等了多久算；从反映那天算起，往上取整。"
    case .ninetieth: "九成的事在这么长时间内办完，算法同上。"
    }
  }

  package func heading(_ figure: LedgerFigure, by grouping: LedgerGrouping) -> String {
    switch (figure, grouping) {
    case (_, .category): "受理的是什么事"
    case (_, .channel): "从哪里反映来的"
    case (_, .disposition): "办结的由谁办"
    case (.closed, .month): "每月办结"
    case (_, .month): "每月受理"
    }
  }

  package func cases(_ count: String) -> String { "\(count) 件" }
  package func percent(_ number: String) -> String { "\(number)%" }
  package func hours(_ count: Int) -> String { "\(count) 小时" }
  package func days(_ count: String) -> String { "\(count) 天" }
  package func promised(minutes: Int) -> String { "承诺 \(minutes) 分钟内答复" }
  package func fewer(than least: Int) -> String { "不足 \(least) 件" }
  package let notTold = "不单列"
  package let nothingToCount = "暂无"
  package let smallGroups = "其他（合并）"
  package func counted(_ first: String, _ last: String, at moment: String) -> String {
    "统计\(first)至\(last)的完整月份；在办、超期和用时算到\(moment)。"
  }
  package func smallGroupsNote(_ least: Int) -> String {
    "不足 \(least) 件的不单列，并到别的里面，免得让人猜出是谁的事；百分比也只取到大数，差 \(least) 件以内看不出来。"
  }
  package let partsAbove = "按类别、渠道和月份的数字，只公布到上一级。"
  package let noCases = "还没有可以公布的数字。"
  package let fiveFigures = "总体情况"
  package let howSoon = "办理时效"
  package let howItIsCounted = "怎么算的"
  package let told = "办成的几件"
  package let wholePath = "从提出到办好的全过程"
  package let count = "件数"

  // MARK: The preview

  package let previewTitle = "预览"
  package let previewWrongHost = "这个网址不是预览用的。请打开命令行里显示的网址；要从别的设备看，启动时加 --host。\n"
  package let previewTime = "时间"
  package let previewNow = "现在"
  package let previewMoment = "{m}月{d}日 {w} {t}"
  package let previewWeekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"]
  package let previewExactTime = "日期和时间"
  package let previewPage = "网页"
  package let previewPhone = "手机"
  package let previewElder = "大字"
  package let previewPrint = "打印"
  package let previewScreens = "公示屏"
  package let previewNoScreens = "还没有公示屏：在 content/screens/ 里加一个。"
  package let previewLandscape = "横屏"
  package let previewPortrait = "竖屏"
  package let previewPrintNote = "A4 纸上的样子；分页以浏览器打印为准。"
  package let previewPages = "页面"
  package let previewFindPage = "按标题、网址或文件名查找"
  package let previewNothingFound = "没有找到"
  package let previewDrafts = "草稿"
  package let previewDraft = "草稿，不会公开"
  package func previewDue(_ date: String) -> String { "\(date)起公开" }
  package let previewUnapproved = "等待审批，还没有公开"
  package let previewProblems = CountedText("{n} 处提醒")
  package let previewErrors = CountedText("{n} 处错误")
  package let previewLastGood = "改好并保存，这里会自动消失。后面是改错以前的页面。"
  package let previewNoGood = "改好并保存，页面就会出现。"
  package let previewWhatToDo = "办法"
  package let previewLooking = "正在比较……"
  package let previewNoProblems = "没有提醒"
  package let previewChanges = "发布后的变化"
  package let previewNeverPublished = "还没有发布过，发布后全部页面都是新的。"
  package let previewNothingChanges = "和已经发布的一样。"
  package let previewAdded = CountedText("新增 {n} 页")
  package let previewChanged = CountedText("改动 {n} 页")
  package let previewGone = CountedText("撤下 {n} 页")
  package let previewOtherFiles = CountedText("另有 {n} 个样式、图片等文件改动。")
  package let previewMore = CountedText("还有 {n} 页")
  package let previewMendFirst = "先改正错误，才能比较。"
  package let previewHide = "收起"
  package let previewShow = "预览工具"
  package let previewClose = "关闭"
  package let previewLost = "预览已停止"
}
