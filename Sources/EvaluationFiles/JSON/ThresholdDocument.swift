import Evaluation
import Markup

/// Thresholds of the positive label in JSON: the sweep over hundredths, and the operating points.
struct ThresholdDocument {
  private let curve: RankCurve
  private let costs: ErrorCosts?

  /// The thresholds of a curve; `costs` are what errors cost, if that is known.
  init(_ curve: RankCurve, costs: ErrorCosts? = nil) {
    self.curve = curve
    self.costs = costs
  }

  /// Writes the sweep: an array of one object for each threshold.
  func writeSweep(to json: inout JSONWriter) {
    json.array { json in
      for row in curve.sweep() {
        json.element(OneLineJSON { json in json.object { Self.write(row, to: &$0) } })
      }
    }
  }

  /// Writes the operating points: rule → the threshold with its rates, `null` where none meets the rule.
  ///
  /// That of the least cost also has `false_positive_cost`, `false_negative_cost` and `cost`, the total.
  func writePoints(to json: inout JSONWriter) {
    json.object { json in
      let rules = OperatingPointRule.standard(costs: costs)
      for (rule, point) in zip(rules, curve.operatingPoints(rules)) {
        guard let point else {
          json.member(rule.name, Bool?.none)
          continue
        }
        json.member(
          rule.name,
          OneLineJSON { json in
            json.object { json in
              Self.write(point, to: &json)
              guard case .minimumCost = rule, let costs else { return }
              json.member("false_positive_cost", WeightNumber(costs.falsePositive))
              json.member("false_negative_cost", WeightNumber(costs.falseNegative))
              json.member("cost", WeightNumber(costs.total(of: point.counts)))
            }
          })
      }
    }
  }

  private static func write(_ row: ThresholdCounts, to json: inout JSONWriter) {
    json.member("threshold", row.threshold)
    for (name, rate) in ThresholdColumns.rates { json.member(name, rate(row)) }
    for (name, count) in ThresholdColumns.counts { json.member(name, WeightNumber(count(row))) }
  }
}
