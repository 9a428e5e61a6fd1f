import CivilTime
import Community
import Vocabulary

extension SlideMaker {
  func figures(_ asked: [MetricID], _ unit: UnitID?, _ chart: [MetricID]) -> Made { Made(.figures, []) }
  func honours(_ unit: UnitID?) -> Made { Made(.rows, []) }
  func almanac() -> Made { Made(.leaf, []) }
}
