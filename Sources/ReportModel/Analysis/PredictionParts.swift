import Diagnostics
package import Evaluation
import Synchronization

/// What is measured of parts of a run's predictions: slices and folds, each once, when it is first asked for.
///
/// The page and the files beside it need the same numbers; where neither is made anew, nothing is measured.
package final class PredictionParts: Sendable {
  private let predictions: Predictions
  private let options: SliceOptions
  private let measuredSlices = Mutex<SliceEvaluation?>(nil)
  private let measuredFolds = Mutex<FoldReport??>(nil)

  /// The parts of a run's predictions, sliced as its experiment's configuration says; nil without predictions.
  package init?(_ run: EvaluatedRun, in analysis: ExperimentAnalysis) {
    guard let evaluation = run.evaluated?.evaluation else { return nil }
    predictions = evaluation.predictions
    options = SliceOptions(
      expressions: analysis.configuration.slices, primaryMetric: analysis.primaryMetric?.name.text)
  }

  /// Whether there is anything to slice by.
  package var mayHaveSlices: Bool {
    !predictions.schema.attributeNames.isEmpty || !options.expressions.isEmpty
  }

  /// The slices of attributes and of the configuration's expressions.
  package var slices: SliceEvaluation {
    measuredSlices.withLock { held in
      let slices = held ?? predictions.slices(options)
      held = slices
      return slices
    }
  }

  /// Whether rows belong to folds.
  package var hasFolds: Bool { predictions.hasFolds }

  /// The folds; nil if rows belong to none.
  package var folds: FoldReport? {
    measuredFolds.withLock { held in
      let folds = held ?? predictions.foldReport()
      held = .some(folds)
      return folds
    }
  }
}
