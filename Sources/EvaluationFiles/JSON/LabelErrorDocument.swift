import Diagnostics
import Evaluation
import Markup

/// Likely label errors in JSON, the likeliest first.
struct LabelErrorDocument {
  private let errors: LikelyLabelErrors
  private let examples: ExamplePolicy

  /// The document of `errors`, with as much of each row as `examples` allows.
  init(_ errors: LikelyLabelErrors, examples: ExamplePolicy = .full) {
    self.errors = errors
    self.examples = examples
  }

  /// Writes the object.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("count", errors.count)
      json.member("reason", errors.reason)
      json.member("rows") { json in
        json.array { json in
          for error in examples == .none ? [] : errors.rows {
            json.object { json in
              json.member("id", error.id)
              json.member("given", error.given.text)
              json.member("suggested", error.suggested.text)
              json.member("probability_of_given", error.probabilityOfGiven)
              json.member("probability_of_suggested", error.probabilityOfSuggested)
              json.member("margin", error.margin)
              json.member("text", examples == .full ? error.text : nil)
            }
          }
        }
      }
    }
  }
}
