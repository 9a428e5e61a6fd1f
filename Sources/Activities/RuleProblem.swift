import CivilTime
import Diagnostics

extension RecurrenceRule.ParseError {
  /// What is said of a rule that can't be followed, wherever it was read.
  var message: Message {
    let reason = reason.message
    return Message(
      zh: "看不懂重复规则“\(part)”（\(reason.zh)）", en: "the recurrence rule can't be followed: “\(part)” (\(reason.en))")
  }
}

extension RecurrenceRule.ParseError.Reason {
  fileprivate var message: Message {
    switch self {
    case .missingFrequency: Message(zh: "缺少 FREQ", en: "FREQ is missing")
    case .malformedPart: Message(zh: "每一段应是 名称=值", en: "each part is NAME=VALUE")
    case .repeatedPart: Message(zh: "同一段写了两次", en: "the part stands twice")
    case .unknownPart: Message(zh: "没有这样的段", en: "there is no such part")
    case .unsupported: Message(zh: "不支持", en: "not supported")
    case .badValue: Message(zh: "值不对", en: "the value is wrong")
    case .countAndUntil: Message(zh: "COUNT 和 UNTIL 只能用一个", en: "COUNT and UNTIL exclude each other")
    case .notAllowedHere: Message(zh: "不能用在这种频率里", en: "not allowed with this frequency")
    }
  }
}
