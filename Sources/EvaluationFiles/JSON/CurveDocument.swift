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
    json.object { json in
      for (label, (curve, histogram)) in zip(labels, zip(curves, histograms)) {
        guard let curve, let histogram else { continue }
        json.member(schema.labels[label].text) { json in
          json.object { json in
            json.member("roc") { Self.write(curve.roc, across: "fpr", up: "tpr", to: &$0) }
            json.member("precision_recall") {
              Self.write(curve.precisionRecall, across: "recall", up: "precision", to: &$0)
            }
            json.member("det") { Self.writeErrors(curve.roc, of: curve.outline, to: &$0) }
            json.member("gain") { Self.writeGain(curve.roc, of: curve.outline, to: &$0) }
            json.member("score_histogram") { Self.write(histogram, to: &$0) }
          }
        }
      }
    }
  }

  private static func write(
    _ points: [CurvePoint], across: String, up: String, to json: inout JSONWriter,
    further: [(name: String, value: Double?)] = []
  ) {
    json.object { json in
      json.member(across, OneLineJSON(points.map(\.x)))
      json.member(up, OneLineJSON(points.map(\.y)))
      json.member("thresholds", OneLineJSON(points.map(\.threshold)))
      for member in further { json.member(member.name, member.value) }
    }
  }

  /// Errors of either kind, from the lowest threshold without false positives to the highest without false negatives.
  private static func writeErrors(
    _ roc: [CurvePoint], of curve: RankCurve, to json: inout JSONWriter
  ) {
    let first = roc.lastIndex { $0.x == 0 } ?? 0
    let last = roc.firstIndex { $0.y == 1 } ?? roc.count - 1
    let points = roc.isEmpty ? [] : roc[min(first, last)...max(first, last)]
    write(
      points.map { CurvePoint(x: $0.x, y: 1 - $0.y, threshold: $0.threshold) }, across: "fpr", up: "fnr",
      to: &json, further: [("equal_error_rate", curve.equalErrorRate.number)])
  }

  /// The share of rows taken, the share of the label's own among them, and how many times as often it is met there.
  private static func writeGain(_ roc: [CurvePoint], of curve: RankCurve, to json: inout JSONWriter) {
    let total = curve.positives + curve.negatives
    let shares = roc.map { ($0.y * curve.positives + $0.x * curve.negatives) / total }
    json.object { json in
      json.member("share_of_rows", OneLineJSON(shares))
      json.member("gain", OneLineJSON(roc.map(\.y)))
      json.member("lift", OneLineJSON(zip(roc, shares).map { $1 > 0 ? $0.y / $1 : nil }))
      json.member("thresholds", OneLineJSON(roc.map(\.threshold)))
    }
  }

  private static func write(_ histogram: ScoreHistogram, to json: inout JSONWriter) {
    json.object { json in
      json.member("edges", OneLineJSON(histogram.edges))
      json.member("positives", OneLineJSON(histogram.positives.map(WeightNumber.init)))
      json.member("negatives", OneLineJSON(histogram.negatives.map(WeightNumber.init)))
    }
  }
}
