import CivilTime
package import Vocabulary

@testable import Activities

// MARK: Cases

extension CommunityFixture {
  /// - Parameters:
  ///   - reported: as `2026-10-01T09:00`.
  ///   - accepted: of what is closed the time of the report, unless it is stated.
  package mutating func addCase(
    _ id: String, of unit: String = "fudong", reported: String, accepted: String? = nil, closed: String? = nil,
    due: String? = nil, rating: Int? = nil, rated: String? = nil, promised: Int? = nil, category: String = "环境",
    channel: CaseChannel = .phone, disposition: CaseDisposition? = nil, text: String? = nil, approved: String? = nil
  ) {
    let reportedAt = TimeText.parseLocal(reported)!
    let closedAt = closed.map { TimeText.parseLocal($0)! }
    data[HelpCaseRecord.self].append(
      HelpCaseRecord(
        id: .init(id)!, unit: .init(unit)!, category: category, channel: channel,
        disposition: disposition ?? (closed == nil ? nil : .station), reportedAt: reportedAt,
        acceptedAt: accepted.map { TimeText.parseLocal($0)! } ?? (closed == nil ? nil : reportedAt),
        dueOn: due.map { TimeText.parseDate($0)! }, closedAt: closedAt,
        ratedAt: rating == nil ? nil : rated.map { TimeText.parseLocal($0)! } ?? closedAt, promisedMinutes: promised,
        rating: rating, publicText: text, approvedOn: approved.map { TimeText.parseDate($0)! }))
  }

  /// So many that are alike, closed after an hour unless it is said otherwise.
  package mutating func addCases(
    _ count: Int, _ id: String, of unit: String = "fudong", reported: String = "2026-10-05T09:00",
    closed: String? = "2026-10-05T10:00", rating: Int? = nil, promised: Int? = nil, category: String = "环境",
    channel: CaseChannel = .phone, disposition: CaseDisposition? = nil
  ) {
    for number in 0..<count {
      addCase(
        "\(id)-\(number)", of: unit, reported: reported, closed: closed, rating: rating, promised: promised,
        category: category, channel: channel, disposition: disposition)
    }
  }
}
