import Diagnostics
import Evaluation
import Markup

/// The predictions of results as JSON lines: a prediction file with ids, truth, probabilities, texts and columns.
///
/// A column whose name the format uses itself, such as `id` or `y_true`, is called `input <name>`.
struct PredictionLines {
  private let results: ClassificationExperimentResults

  init(_ results: ClassificationExperimentResults) {
    self.results = results
  }

  /// The lines in UTF-8, in the order of the test part.
  ///
  /// Which label is predicted is written too, so that a reader need not know by which rule.
  var bytes: [UInt8] {
    let part = results.testPart
    let hasTexts = part.texts.contains { !$0.isEmpty }
    let names = InputNames.predictionFile.names(of: part)
    var bytes: [UInt8] = []
    for row in 0..<part.count {
      var json = JSONWriter()
      json.object { json in
        json.member("id", part.ids[row])
        let predicted = results.predictions.row(row).predictedNames.map(\.text)
        if part.isMultilabel {
          json.member("y_true", part.labels(ofRow: row).map(\.text))
          json.member("y_pred", predicted)
        } else {
          json.member("y_true", part.labels(ofRow: row)[0].text)
          json.member("y_pred", predicted.first ?? "")
        }
        json.member("y_proba") { json in
          json.object { json in
            for (label, probability) in zip(results.labels, results.probabilities[row]) {
              json.member(label.text, probability)
            }
          }
        }
        if hasTexts { json.member("text", part.texts[row]) }
        for (name, column) in zip(names, part.columns) { json.member(name, column.values[row]) }
      }
      bytes += json.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
