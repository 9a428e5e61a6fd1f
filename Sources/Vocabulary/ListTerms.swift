/// What the rows of a list are.
package enum ListShape: String, SheetTerm {
  /// Stands for a period, has a price, a quantity, conditions; makes no progress.
  case offer
  /// Moves through phases; has an owner, a due day, an outcome, steps.
  case matter

  package var inSheets: String {
    switch self {
    case .offer: "供给"
    case .matter: "事项"
    }
  }
}

/// What a list is of.
package enum ListContent: String, SheetTerm {
  case service, lecture, resource, reward, volunteer
  case demand, project, topic
  /// Of anything that is entered one after the other, such as rooms to be upgraded.
  case register

  /// nil where both are usual.
  package var shape: ListShape? {
    switch self {
    case .service, .lecture, .resource, .reward, .volunteer: .offer
    case .demand, .project, .topic: .matter
    case .register: nil
    }
  }

  package var inSheets: String {
    switch self {
    case .service: "服务"
    case .lecture: "宣讲"
    case .resource: "资源"
    case .reward: "兑换"
    case .volunteer: "志愿"
    case .demand: "需求"
    case .project: "项目"
    case .topic: "议题"
    case .register: "台账"
    }
  }
}

/// What a word of a list is.
package enum ListWordKind: String, SheetTerm {
  case category, phase, result

  package var inSheets: String {
    switch self {
    case .category: "类别"
    case .phase: "阶段"
    case .result: "结果"
    }
  }
}

/// How far a matter has come. Lists give the phases words of their own, and add none.
package enum MatterPhase: String, SheetTerm {
  case raised, taken, doing, done, dropped

  /// Nothing is left to be done.
  package var isClosed: Bool { self == .done || self == .dropped }

  package var inSheets: String {
    switch self {
    case .raised: "待认领"
    case .taken: "已认领"
    case .doing: "办理中"
    case .done: "已办结"
    case .dropped: "不办理"
    }
  }
}

/// How a page shows its lists.
package enum ListLayout: String, SheetTerm {
  /// What waits to be taken, what is under way, what is done.
  case board
  /// Topics with their dated path, votes and decisions.
  case council
  /// What can be ordered.
  case menu
  /// What points can be spent on.
  case exchange
  /// Figures of cases: accepted, closed, open, how long they took. A case itself stands on no list.
  case ledger
  /// What a unit owes the public, and what it has published: of duties, not of lists.
  case disclosure
  /// Places by what they are for and what is found there, how far they are, and which of them are to be enlarged.
  case circle
  /// Which unit an address belongs to, and whom to call there: of addresses, not of lists.
  case finder

  /// What the lists that it shows are made of; nil for a layout that shows no lists.
  package var shape: ListShape? {
    switch self {
    case .board, .council: .matter
    case .menu, .exchange: .offer
    case .ledger: nil
    case .disclosure: nil
    case .circle: nil
    case .finder: nil
    }
  }

  package var inSheets: String {
    switch self {
    case .board: "看板"
    case .council: "议事"
    case .menu: "菜单"
    case .exchange: "兑换"
    case .ledger: "台账"
    case .disclosure: "公开"
    case .circle: "服务圈"
    case .finder: "查找"
    }
  }
}
