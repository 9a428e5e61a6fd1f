import Activities
import CivilTime
import Vocabulary

@testable import Community

extension Community {
  /// `start status venue id` of each occurrence.
  package var lines: [String] {
    occurrences.map { "\(TimeText.local($0.start)) \($0.status.rawValue) \($0.venue?.id.text ?? "-") \($0.id)" }
  }
}
