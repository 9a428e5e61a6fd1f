import CivilTime
import Vocabulary

/// Something that can be found.
struct SearchRecord: Sendable {
  /// Groups of results, in the order in which they are shown.
  enum Kind: String, Sendable, CaseIterable {
    case activity, notice, service, venue, page, unit
  }

  let kind: Kind
  let title: String
  /// Where it leads: an absolute path of the site, perhaps with a fragment.
  let url: String
  /// What it is or where: shown beside the title.
  var label = ""
  /// Of notices: the day of publication.
  var date: CivilDate?
  /// From then on it is no longer current, but still to be found.
  var expiresAt: LocalDateTime?
  /// Of activities: when it takes place, as far as is known, in order.
  var times: [Range<LocalDateTime>] = []
  /// Of activities: `已取消`, `已延期`; empty where it takes place.
  var status = ""
  /// TextLines of text, the title and the label not among them.
  var text: String
}
