package import Diagnostics
package import RunModel

/// A run with what its predictions say.
package struct EvaluatedRun: Sendable {
  /// The run as it was logged.
  package var run: Run
  /// What the predictions say; absent when there are none, or none that can be read.
  package var evaluated: EvaluatedPredictions?
  /// What was wrong with this run or its files.
  package var diagnostics: [Diagnostic]

  /// A run and its evaluation.
  package init(run: Run, evaluated: EvaluatedPredictions? = nil, diagnostics: [Diagnostic] = []) {
    self.run = run
    self.evaluated = evaluated
    self.diagnostics = diagnostics
  }
}
