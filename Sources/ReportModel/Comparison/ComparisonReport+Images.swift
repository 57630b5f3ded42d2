import Evaluation
import RunModel

extension ComparisonReport {
  /// The images of the examples that a page about these two runs lists as fixed or broken.
  ///
  /// - Complexity: Linear in the rows; nothing where neither run has images, or both were tested on other examples.
  package static func images(baseline: EvaluatedRun, candidate: EvaluatedRun) -> [ExampleImage] {
    guard let first = baseline.evaluated, let second = candidate.evaluated, first.testSet == second.testSet,
      [first, second].contains(where: { $0.evaluation.predictions.batches.contains { $0.images != nil } }),
      let comparison = comparison(of: second.evaluation, with: first.evaluation)
    else { return [] }
    let run = ChangedExampleTable.imageRun(
      of: comparison, baseline: baseline.run.id, candidate: candidate.run.id)
    let changed = comparison.fixed(limit: changeLimit) + comparison.broken(limit: changeLimit)
    return changed.compactMap(\.image).map { ExampleImage(run: run, path: $0) }
  }

  /// Which rows changed, without any metric; nil where that cannot be told, which the page says.
  private static func comparison(
    of candidate: ClassificationEvaluation, with baseline: ClassificationEvaluation
  ) -> PairedComparison? {
    do throws(AlignmentError) {
      return try PairedComparison(
        candidate: candidate, baseline: baseline, primary: "", metrics: MetricRegistry([]), options: .off)
    } catch {
      return nil
    }
  }
}
