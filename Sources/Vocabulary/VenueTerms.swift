/// What a place is for, at a glance. A place has one type; what else is found there are its facilities.
package enum VenueType: String, SheetTerm {
  /// Of a sub-district or a community.
  case centre
  /// Of a building, a market, a grid.
  case station
  case serviceHall = "service-hall"
  case medicalInsuranceDesk = "medical-insurance-desk"
  case helpDesk = "help-desk"
  case dayCare = "day-care"
  case canteen, clinic
  case studyRoom = "study-room"
  case library
  case classroom
  case practicePoint = "practice-point"
  case councilHall = "council-hall"
  case retiredMemberRoom = "retired-member-room"
  case youthStudio = "youth-studio"
  case sport, square
  /// Has no room: what takes place there is followed by a link.
  case online
  case other

  package var inSheets: String {
    switch self {
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
}

/// What is found at a place. The list is closed, so that one word finds it everywhere and every language has it; what it has no word for
/// stands on the place's own page.
package enum VenueFacility: String, SheetTerm {
  // What those need who can't do without.
  case stepFree = "step-free"
  case lift
  case accessibleToilet = "accessible-toilet"
  case toilet
  case nursingRoom = "nursing-room"
  case wheelchairs
  case hearingLoop = "hearing-loop"
  case readingGlasses = "reading-glasses"
  case defibrillator
  case firstAid = "first-aid"
  // To come in and rest.
  case rest, water
  case microwave, charging, wifi, lockers, heating
  // What is done there.
  case advice
  case selfService = "self-service"
  case printing
  case sharedDesks = "shared-desks"
  case roomLoans = "room-loans"
  case reading
  case study
  case healthCheck = "health-check"
  case meals
  case haircut
  case coffee
  case childrenArea = "children-area"
  case gym
  case tableTennis = "table-tennis"
  case danceRoom = "dance-room"
  case musicRoom = "music-room"
  case games
  // For classes and meetings.
  case projector
  case amplifier
  case liveStream = "live-stream"
  case bikeParking = "bike-parking"
  case bikeCharging = "bike-charging"
  case carParking = "car-parking"

  package var inSheets: String { names[0] }

  /// What people call it: the first is written, the others are understood.
  package var names: [String] {
    switch self {
    case .stepFree: ["无障碍通道", "无障碍坡道", "无障碍", "坡道"]
    case .lift: ["电梯", "无障碍电梯"]
    case .accessibleToilet: ["无障碍卫生间", "无障碍厕所", "第三卫生间"]
    case .toilet: ["卫生间", "厕所", "公厕", "洗手间"]
    case .nursingRoom: ["母婴室", "母婴角", "哺乳室", "母婴关爱室"]
    case .wheelchairs: ["轮椅借用", "轮椅"]
    case .hearingLoop: ["助听环路", "助听设备"]
    case .readingGlasses: ["老花镜"]
    case .defibrillator: ["自动体外除颤器", "除颤器", "AED"]
    case .firstAid: ["急救箱", "医药箱", "急救药箱"]
    case .rest: ["休息", "休息区", "歇脚"]
    case .water: ["饮水", "饮水机", "热水"]
    case .microwave: ["微波炉", "热饭"]
    case .charging: ["手机充电", "充电插座", "插座", "充电柜"]
    case .wifi: ["无线网络", "WiFi", "Wi-Fi", "无线上网"]
    case .lockers: ["储物柜", "存包柜"]
    case .heating: ["冷暖空调", "空调", "暖气"]
    case .advice: ["咨询", "政策咨询", "咨询台"]
    case .selfService: ["自助办事", "自助终端", "自助机", "自助服务"]
    case .printing: ["打印复印", "打印", "复印"]
    case .sharedDesks: ["共享工位", "共享办公"]
    case .roomLoans: ["场地借用", "会议室借用", "免费借用"]
    case .reading: ["图书阅览", "阅览", "图书", "报刊阅览", "阅读"]
    case .study: ["自习座位", "自习", "自习区"]
    case .healthCheck: ["健康自测", "自助体检机", "量血压", "血压计", "体检"]
    case .meals: ["用餐", "助餐", "就餐"]
    case .haircut: ["理发", "理发点"]
    case .coffee: ["咖啡", "咖啡机"]
    case .childrenArea: ["儿童活动区", "儿童乐园", "亲子活动区"]
    case .gym: ["健身器材", "健身", "健身房"]
    case .tableTennis: ["乒乓球台", "乒乓球"]
    case .danceRoom: ["排练厅", "舞蹈室"]
    case .musicRoom: ["琴房"]
    case .games: ["棋牌", "棋牌室"]
    case .projector: ["投影", "投影仪"]
    case .amplifier: ["扩音设备", "扩音", "音响"]
    case .liveStream: ["直播设备", "直播"]
    case .bikeParking: ["自行车停放", "自行车位"]
    case .bikeCharging: ["电动自行车充电", "电动车充电"]
    case .carParking: ["停车位", "停车"]
    }
  }

  /// The facility that people mean by a word; nil where it is none of the list.
  package static func named(_ word: String) -> VenueFacility? { byName[word.lowercased()] }

  private static let byName = Dictionary(
    allCases.flatMap { facility in
      ([facility.rawValue] + facility.names).map { ($0.lowercased(), facility) }
    }, uniquingKeysWith: { first, _ in first })
}
