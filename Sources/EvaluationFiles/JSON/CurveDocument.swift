import Diagnostics
import Evaluation
import Markup

/// The curves of an evaluation as JSON: label → `{roc: {fpr, tpr, thresholds}, precision_recall: {…}, det: {…}, gain: {…},
/// score_histogram: {…}}`.
///
/// A binary problem has the curves of its positive label. Curves of many rows keep the points that matter for their
/// area, `det` and `gain` those of `roc`; of many labels the first are written.
struct CurveDocument {
  /// What the predictions say.
  let evaluation: ClassificationEvaluation

  /// The most points of a curve.
  static let pointLimit = 200
  /// The most labels that have curves.
  static let labelLimit = 100

  /// Writes the object.
  func write(to json: inout JSONWriter) {
    let schema = evaluation.schema
    let labels = schema.positive.map { [$0] } ?? Array(schema.labels.indices.prefix(Self.labelLimit))
    let curves = evaluation.drawnCurves(of: labels, limit: Self.pointLimit)
    let histograms = evaluation.scoreHistograms(of: labels)
    let objects = concurrentMap(count: labels.count) { place -> [Object]? in
      guard let curve = curves[place], let histogram = histograms[place] else { return nil }
      return Self.objects(of: curve, histogram)
    }
    json.object { json in
      for (label, objects) in zip(labels, objects) {
        guard let objects else { continue }
        json.member(schema.labels[label].text) { json in
          json.object { json in
            for object in objects {
              json.member(object.name) { json in
                json.object { json in
                  for member in object.members { json.member(member.name, member.value) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// A curve: its name, and the lists of numbers that it is made of.
  private struct Object: Sendable {
    var name: String
    var members: [(name: String, value: OneLineJSON)]
  }

  /// All that is written of a label.
  private static func objects(of curve: DrawnCurves, _ histogram: ScoreHistogram) -> [Object] {
    [
      Object(name: "roc", members: lists(curve.roc, across: "fpr", up: "tpr")),
      Object(
        name: "precision_recall", members: lists(curve.precisionRecall, across: "recall", up: "precision")),
      Object(name: "det", members: errors(curve.roc, of: curve.outline)),
      Object(name: "gain", members: gain(curve.roc, of: curve.outline)),
      Object(
        name: "score_histogram",
        members: [
          ("edges", OneLineJSON(histogram.edges)),
          ("positives", OneLineJSON(histogram.positives.map(WeightNumber.init))),
          ("negatives", OneLineJSON(histogram.negatives.map(WeightNumber.init))),
        ]),
    ]
  }

  private static func lists(
    _ points: [CurvePoint], across: String, up: String
  ) -> [(name: String, value: OneLineJSON)] {
    [
      (across, OneLineJSON(points.map(\.x))), (up, OneLineJSON(points.map(\.y))),
      ("thresholds", OneLineJSON(points.map(\.threshold))),
    ]
  }

  /// Errors of either kind, from the lowest threshold without false positives to the highest without false negatives.
  private static func errors(
    _ roc: [CurvePoint], of curve: RankCurve
  ) -> [(name: String, value: OneLineJSON)] {
    let first = roc.lastIndex { $0.x == 0 } ?? 0
    let last = roc.firstIndex { $0.y == 1 } ?? roc.count - 1
    let points = roc.isEmpty ? [] : roc[min(first, last)...max(first, last)]
    return lists(
      points.map { CurvePoint(x: $0.x, y: 1 - $0.y, threshold: $0.threshold) }, across: "fpr", up: "fnr")
      + [("equal_error_rate", OneLineJSON(curve.equalErrorRate.number))]
  }

  /// The share of rows taken, the share of the label's own among them, and how many times as often it is met there.
  private static func gain(
    _ roc: [CurvePoint], of curve: RankCurve
  ) -> [(name: String, value: OneLineJSON)] {
    let total = curve.positives + curve.negatives
    let shares = roc.map { ($0.y * curve.positives + $0.x * curve.negatives) / total }
    return [
      ("share_of_rows", OneLineJSON(shares)), ("gain", OneLineJSON(roc.map(\.y))),
      ("lift", OneLineJSON(zip(roc, shares).map { $1 > 0 ? $0.y / $1 : nil })),
      ("thresholds", OneLineJSON(roc.map(\.threshold))),
    ]
  }
}
