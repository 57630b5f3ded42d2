import Diagnostics
import Evaluation
import Markup

/// The curves of an evaluation as JSON: label → `{roc: {fpr, tpr, thresholds}, precision_recall: {…}}`.
///
/// A binary problem has the curves of its positive label. Curves of many rows keep the points that matter for their
/// area; of many labels the first are written.
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
    json.object { json in
      for (label, curve) in zip(labels, curves) {
        guard let curve else { continue }
        json.member(schema.labels[label].text) { json in
          json.object { json in
            json.member("roc") { Self.write(curve.roc, across: "fpr", up: "tpr", to: &$0) }
            json.member("precision_recall") {
              Self.write(curve.precisionRecall, across: "recall", up: "precision", to: &$0)
            }
          }
        }
      }
    }
  }

  private static func write(
    _ points: [CurvePoint], across: String, up: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member(across, OneLineJSON(points.map(\.x)))
      json.member(up, OneLineJSON(points.map(\.y)))
      json.member("thresholds", OneLineJSON(points.map(\.threshold)))
    }
  }
}
