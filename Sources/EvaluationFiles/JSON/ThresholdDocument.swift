import Evaluation
import Markup

/// Thresholds of the positive label in JSON: the sweep over hundredths, and the operating points.
struct ThresholdDocument {
  private let curve: RankCurve

  /// The thresholds of a curve.
  init(_ curve: RankCurve) {
    self.curve = curve
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
  func writePoints(to json: inout JSONWriter) {
    json.object { json in
      for rule in OperatingPointRule.standard {
        guard let point = curve.operatingPoint(rule) else {
          json.member(rule.name, Bool?.none)
          continue
        }
        json.member(rule.name, OneLineJSON { json in json.object { Self.write(point, to: &$0) } })
      }
    }
  }

  private static func write(_ row: ThresholdCounts, to json: inout JSONWriter) {
    json.member("threshold", row.threshold)
    json.member("sensitivity", row.value(.recall).number)
    json.member("specificity", row.value(.specificity).number)
    json.member("accuracy", row.accuracy.number)
    json.member("true_positive_rate", row.value(.recall).number)
    json.member("false_positive_rate", row.value(.falsePositiveRate).number)
    json.member("geometric_mean", row.value(.geometricMean).number)
    json.member("precision", row.value(.precision).number)
    json.member("recall", row.value(.recall).number)
    json.member("f1", row.value(.f1).number)
    json.member("tp", WeightNumber(row.counts.truePositives))
    json.member("fp", WeightNumber(row.counts.falsePositives))
    json.member("tn", WeightNumber(row.counts.trueNegatives))
    json.member("fn", WeightNumber(row.counts.falseNegatives))
  }
}
