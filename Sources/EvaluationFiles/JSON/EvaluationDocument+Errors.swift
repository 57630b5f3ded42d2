import Diagnostics
import Evaluation
import Markup

extension EvaluationDocument {
  /// Label → the rows that were given it wrongly, and those that have it and were not given it.
  func writeErrors(to json: inout JSONWriter) {
    json.object { json in
      for label in examples == .none ? [] : errors {
        json.member(label.label.text) { json in
          json.object { json in
            json.member("false_positives") { write(label.falsePositives, to: &$0) }
            json.member("false_negatives") { write(label.falseNegatives, to: &$0) }
          }
        }
      }
    }
  }

  private func write(_ examples: [ErrorExample], to json: inout JSONWriter) {
    json.array { json in
      for example in examples {
        json.object { json in
          json.member("id", example.id)
          if evaluation.schema.task == .multilabel {
            json.member("y_true", example.truth.map(\.text))
            json.member("y_pred", example.predicted.map(\.text))
          } else {
            json.member("y_true", example.truth.first?.text)
            json.member("y_pred", example.predicted.first?.text)
          }
          json.member("probability", example.probability)
          json.member("text", self.examples == .full ? example.text : nil)
        }
      }
    }
  }
}
