import Diagnostics
import Evaluation
import Markup

/// Folds in JSON: the metrics of each, and how each metric spreads over them.
struct FoldDocument {
  private let report: FoldReport

  /// The folds of `report`.
  init(_ report: FoldReport) {
    self.report = report
  }

  /// Writes the object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("reason", report.reason)
      json.member("folds") { json in
        json.array { json in
          for fold in report.folds {
            json.object { json in
              json.member("fold", fold.name.text)
              json.member("rows", fold.rows)
              MetricList(fold.metrics).writeMembers(to: &json)
            }
          }
        }
      }
      json.member("spreads") { json in
        json.object { json in
          for metric in report.spreads {
            guard let spread = metric.spread else { continue }
            json.member(metric.name, OneLineJSON { Self.write(spread, to: &$0) })
          }
        }
      }
    }
  }

  private static func write(_ spread: Spread, to json: inout JSONWriter) {
    json.object { json in
      json.member("mean", spread.mean)
      json.member("standard_deviation", spread.standardDeviation.number)
      json.member("n", spread.count)
      json.member("min", spread.minimum)
      json.member("max", spread.maximum)
      json.member("values", spread.values)
    }
  }
}
