/// What a team does: the six kinds of service teams, those of the 345 method, and clubs.
package enum TeamType: String, SheetTerm {
  case lecture
  case mutualHelp = "mutual-help"
  case convenience, environment, mediation, safety
  case news, performing, sport, other

  package var inSheets: String {
    switch self {
    case .lecture: "政策宣讲"
    case .mutualHelp: "邻里互助"
    case .convenience: "便民服务"
    case .environment: "环境清洁"
    case .mediation: "矛盾调解"
    case .safety: "平安巡防"
    case .news: "新风传播"
    case .performing: "文艺演出"
    case .sport: "健身运动"
    case .other: "其他"
    }
  }
}
