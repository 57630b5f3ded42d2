import Diagnostics
import Markup

/// A part of a cross-validation as a prediction file: JSON lines with ids, truth, predictions, probabilities, folds,
/// texts and columns.
///
/// A column whose name the format uses itself, such as `id`, is called `input <name>`.
struct CrossValidationPredictions {
  /// The part.
  let part: CrossValidationPart
  /// `[i]`: the fold of example `i`; nil for no column of folds.
  let folds: [ExactString]?
  /// The threshold; nil where the most probable label counts.
  let threshold: Double?

  /// The file, in UTF-8.
  var bytes: [UInt8] {
    let dataset = part.dataset
    let predicted = part.predicted(threshold: threshold)
    let hasTexts = dataset.texts.contains { !$0.isEmpty }
    let names = InputNames.predictionFile.names(of: dataset)
    var bytes: [UInt8] = []
    for row in dataset.ids.indices {
      var json = JSONWriter()
      json.object { json in
        json.member("id", dataset.ids[row])
        if dataset.isMultilabel {
          json.member("y_true", dataset.labels(ofRow: row).map(\.text))
          json.member("y_pred", predicted[row].map(\.text))
        } else {
          json.member("y_true", dataset.labels(ofRow: row).first?.text)
          json.member("y_pred", predicted[row].first?.text)
        }
        json.member("y_proba") { json in
          json.object { json in
            for (label, probability) in zip(part.labels, part.probabilities[row]) {
              json.member(label.text, probability)
            }
          }
        }
        if let folds { json.member("fold", folds[row].text) }
        if hasTexts { json.member("text", dataset.texts[row]) }
        for (name, column) in zip(names, dataset.columns) { json.member(name, column.values[row]) }
      }
      bytes += json.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
