import Diagnostics
package import Evaluation
package import Markup

/// What JSON says of a candidate beside a baseline: the member `comparison` of an evaluation.
///
/// Differences are candidate − baseline; what is undefined is `null`.
package struct ComparisonDocument: Sendable {
  private let comparison: PairedComparison
  private let examples: ExamplePolicy
  private let limit: Int?
  private let listsExamples: Bool

  /// A document that names at most `limit` fixed and as many broken examples, as far as `examples` allows; without the
  /// members for them unless it `listsExamples`.
  package init(
    _ comparison: PairedComparison, examples: ExamplePolicy = .full, limit: Int? = nil,
    listsExamples: Bool = true
  ) {
    self.comparison = comparison
    self.examples = examples
    self.limit = limit
    self.listsExamples = listsExamples
  }

  /// Writes the object.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("n", comparison.rows)
      json.member("primary_metric", comparison.primary)
      json.member("verdict", comparison.verdict?.rawValue)
      json.member("accuracy_difference", comparison["accuracy"].map { OneLineJSON(DifferenceValue($0)) })
      json.member("mcnemar", OneLineJSON { Self.write(comparison.mcNemar, to: &$0) })
      json.member("differences") { json in
        json.object { json in
          for difference in comparison.differences {
            json.member(difference.name, OneLineJSON(DifferenceValue(difference)))
          }
        }
      }
      json.member("churn", OneLineJSON { Self.write(comparison.churn, to: &$0) })
      json.member("confusion_changes") { writeConfusion(to: &$0) }
      guard listsExamples else { return }
      json.member("fixed") { write(examples == .none ? [] : comparison.fixed(limit: limit), to: &$0) }
      json.member("broken") { write(examples == .none ? [] : comparison.broken(limit: limit), to: &$0) }
    }
  }

  private static func write(_ test: McNemarTest, to json: inout JSONWriter) {
    json.object { json in
      json.member("b", test.broken)
      json.member("c", test.fixed)
      json.member("p_value", test.pValue)
    }
  }

  private static func write(_ churn: Churn, to json: inout JSONWriter) {
    json.object { json in
      json.member("both_right", WeightNumber(churn.bothRight))
      json.member("fixed", WeightNumber(churn.fixed))
      json.member("broken", WeightNumber(churn.broken))
      json.member("both_wrong", WeightNumber(churn.bothWrong))
    }
  }

  private func writeConfusion(to json: inout JSONWriter) {
    json.array { json in
      for change in comparison.confusionChanges(limit: EvaluationDocument.pairLimit) {
        json.element(
          OneLineJSON { json in
            json.object { json in
              json.member("y_true", change.truth.text)
              json.member("y_pred", change.predicted.text)
              json.member("baseline", change.baseline)
              json.member("candidate", change.candidate)
              json.member("difference", change.difference)
              json.member("p_value", change.pValue)
              json.member("p_adjusted", change.adjustedPValue)
              json.member("exceeds_chance", change.exceedsChance)
            }
          })
      }
    }
  }

  private func write(_ changed: [ChangedExample], to json: inout JSONWriter) {
    let isMultilabel = comparison.pair.schema.task == .multilabel
    json.array { json in
      for example in changed {
        json.object { json in
          json.member("id", example.id)
          for (name, labels) in [
            ("y_true", example.truth), ("y_pred_baseline", example.baseline),
            ("y_pred_candidate", example.candidate),
          ] {
            if isMultilabel {
              json.member(name, labels.map(\.text))
            } else {
              json.member(name, labels.first?.text)
            }
          }
          json.member("probability_baseline", example.baselineProbability)
          json.member("probability_candidate", example.candidateProbability)
          json.member("text", examples == .full ? example.text : nil)
        }
      }
    }
  }
}
