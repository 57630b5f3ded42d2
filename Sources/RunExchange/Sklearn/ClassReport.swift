import Diagnostics
import FileFormats
import RunModel
import ScalarFormats

/// What scikit-learn's `classification_report(output_dict=True)` says, as it stands in JSON.
///
/// It is told by its structure alone: every member is an object of `precision`, `recall`, `f1-score` and `support`,
/// but for the number `accuracy`, and one of the averages is among them.
struct ClassReport {
  /// The members of the four values, in the order of the file: labels and averages.
  private let rows: [(name: String, values: JSONObject)]
  private let accuracy: JSONNumber?

  private static let columns = ["precision", "recall", "f1-score", "support"]
  private static let averages = [
    "macro avg": "macro", "weighted avg": "weighted", "micro avg": "micro", "samples avg": "samples",
  ]

  /// The report that `value` is; nil if it is something else.
  init?(_ value: JSONValue) {
    guard let members = value.object?.members, members.count > 1 else { return nil }
    var rows: [(name: String, values: JSONObject)] = []
    var accuracy: JSONNumber?
    for member in members {
      if let object = member.value.object, Self.columns.allSatisfy({ object[$0]?.number != nil }) {
        rows.append((member.name, object))
      } else if member.name == "accuracy", let number = member.value.number {
        accuracy = number
      } else {
        return nil
      }
    }
    guard rows.contains(where: { Self.averages[$0.name] != nil }) else { return nil }
    self.rows = rows
    self.accuracy = accuracy
  }

  /// Gives the run its metrics, and one dict for each column: label → value.
  ///
  /// Averages are metrics under scikit-learn's names: `f1_macro`. A dict for each column puts the labels of several
  /// runs beside each other.
  func write(to run: inout Run) {
    if let accuracy { run.metrics["accuracy"] = Scalar(.real, text: accuracy.text) }
    for (name, values) in rows {
      let average = Self.averages[name]
      for column in Self.columns {
        guard let value = values[column].map({ Scalar($0) }) else { continue }
        let score = column == "f1-score" ? "f1" : column
        if let average {
          let metric = score == "support" ? score : "\(score)_\(average)"
          run.metrics[ExactString(metric)] = value
        } else {
          run.dicts[ExactString("\(score) by class"), default: [:]][ExactString(name)] = value
        }
      }
    }
  }
}
