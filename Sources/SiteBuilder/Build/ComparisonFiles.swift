import Evaluation
import EvaluationFiles
import ReportModel
import RunModel

/// The files that are written beside the page of a run and its baseline.
enum ComparisonFiles {
  /// The files; none where both were not tested on the same examples.
  static func files(
    baseline: EvaluatedRun, candidate: EvaluatedRun, examples: ExamplePolicy,
    report: @escaping @Sendable () -> ComparisonReport
  ) -> [PageTables.File] {
    guard let first = baseline.evaluated, let second = candidate.evaluated, first.testSet == second.testSet
    else { return [] }
    let tables: @Sendable () -> ComparisonTables = {
      ComparisonTables(report().paired.comparisons[0], examples: examples)
    }
    var files = [
      PageTables.File(name: PageFiles.comparison) {
        let paired = report().paired
        return ComparisonFile(
          baseline: baseline.run.id.description, candidate: candidate.run.id.description,
          comparison: paired.comparisons[0].map { ComparisonDocument($0, examples: examples) },
          reason: paired.reason(at: 0, examples: examples)
        ).bytes
      },
      PageTables.File(name: PageFiles.differences) { tables().differences },
    ]
    if first.evaluation.schema.task != .multilabel {
      files.append(PageTables.File(name: PageFiles.confusionDifference) { tables().confusionDifference })
    }
    if examples != .none {
      files += [
        PageTables.File(name: PageFiles.fixed) { tables().fixed },
        PageTables.File(name: PageFiles.broken) { tables().broken },
      ]
    }
    return files
  }
}
