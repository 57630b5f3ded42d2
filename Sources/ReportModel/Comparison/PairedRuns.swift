package import Diagnostics
package import Evaluation
import RunModel

/// What the predictions of runs say beside those of the first, row by row, where they are about the same examples.
package struct PairedRuns: Sendable {
  /// One comparison for each run but the first; nil for one without predictions, or that cannot be aligned.
  package let comparisons: [PairedComparison?]
  /// Why runs that have predictions cannot be aligned with the first, by their position among the others.
  package let problems: [Int: AlignmentError]

  /// Pairs runs with the first of them, judged by `metric`.
  package init(_ runs: [EvaluatedRun], by metric: PrimaryMetric?) {
    guard let baseline = runs.first?.evaluated else {
      comparisons = runs.dropFirst().map { _ in nil }
      problems = [:]
      return
    }
    let others = runs.dropFirst().map(\.evaluated)
    let comparable = others.indices.filter { others[$0]?.testSet == baseline.testSet }
    let found = RunComparisons(
      candidates: comparable.compactMap { others[$0]?.evaluation }, baseline: baseline.evaluation,
      primary: metric?.name.text ?? "accuracy")
    var comparisons = [PairedComparison?](repeating: nil, count: others.count)
    var problems: [Int: AlignmentError] = [:]
    for (position, other) in comparable.enumerated() {
      comparisons[other] = found.comparisons[position]
      problems[other] = found.problems[position]
    }
    for (position, other) in others.enumerated() where other?.testSet != baseline.testSet {
      problems[position] = other.flatMap { Self.problem($0.evaluation, baseline.evaluation) }
    }
    self.comparisons = comparisons
    self.problems = problems
  }

  /// Why a run cannot be aligned with the first, as a sentence without its end; without ids where `examples` keeps them
  /// back.
  package func reason(at position: Int, examples: ExamplePolicy) -> String? {
    problems[position].map {
      examples == .none ? "the rows of both are not about the same examples" : "found \($0.found)"
    }
  }

  /// A warning for each run that cannot be aligned with the first; `runs` are those that were paired.
  package func diagnostics(of runs: [EvaluatedRun]) -> [Diagnostic] {
    problems.sorted { $0.key < $1.key }.map { position, problem in
      Diagnostic(
        .warning, .init("compare.not-aligned"),
        at: SourcePlace(path: runs[position + 1].run.id.description),
        found: "beside the baseline " + problem.found, expected: problem.expected,
        consequence: "It is compared without paired intervals and tests.")
    }
  }

  private static func problem(
    _ candidate: ClassificationEvaluation, _ baseline: ClassificationEvaluation
  ) -> AlignmentError? {
    do throws(AlignmentError) {
      _ = try AlignedPredictions(candidate: candidate.predictions, baseline: baseline.predictions)
      return nil
    } catch {
      return error
    }
  }
}
