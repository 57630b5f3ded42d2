import Diagnostics
import Evaluation
import EvaluationFiles
import ReportModel

/// The files that are written beside a run's page: what the page has no room for, and what scripts read.
enum PageTables {
  /// A file beside a page, made when it is needed.
  struct File: Sendable {
    /// Its name.
    let name: String
    /// Makes its bytes.
    let bytes: @Sendable () -> [UInt8]
  }

  /// The files of a run; none without predictions.
  static func files(
    of run: EvaluatedRun, parts: PredictionParts?, examples: ExamplePolicy, costs: ErrorCosts? = nil
  ) -> [File] {
    guard let evaluated = run.evaluated else { return [] }
    let tables = EvaluationTables(evaluated.evaluation, examples: examples)
    var files = [
      File(name: PageFiles.evaluation) {
        document(of: evaluated, run.diagnostics, parts, examples, costs).bytes()
      },
      File(name: PageFiles.metrics) { tables.metrics },
      File(name: PageFiles.labels) { tables.labels },
    ]
    if tables.hasCalibration { files.append(File(name: PageFiles.calibration) { tables.calibration }) }
    if tables.hasThresholds {
      files += [
        File(name: PageFiles.thresholds) { tables.thresholds },
        File(name: PageFiles.operatingPoints) { tables.operatingPoints(costs: costs) },
      ]
    }
    if tables.hasCurves { files.append(File(name: PageFiles.curves) { tables.curves }) }
    if tables.hasConfusedPairs {
      files.append(File(name: PageFiles.confusedPairs) { tables.confusedPairs })
    }
    if tables.hasErrors { files.append(File(name: PageFiles.errors) { tables.errors }) }
    if tables.hasLabelErrors { files.append(File(name: PageFiles.labelErrors) { tables.labelErrors }) }
    guard let parts else { return files }
    if parts.mayHaveSlices { files.append(File(name: PageFiles.slices) { tables.slices(parts.slices) }) }
    if parts.hasFolds {
      files.append(File(name: PageFiles.folds) { parts.folds.map { tables.folds($0) } ?? [] })
    }
    return files
  }

  /// How many errors of each label and kind, and how many likely label errors, the document lists, as `assay evaluate` does.
  private static let errorLimit = 10

  private static func document(
    of evaluated: EvaluatedPredictions, _ diagnostics: [Diagnostic], _ parts: PredictionParts?,
    _ examples: ExamplePolicy, _ costs: ErrorCosts?
  ) -> EvaluationDocument {
    let evaluation = evaluated.evaluation
    return EvaluationDocument(
      evaluation: evaluation, rowsRead: evaluated.rowsRead, rowsLeftOut: evaluated.rowsLeftOut,
      errors: evaluation.errors(limit: errorLimit), diagnostics: diagnostics,
      slices: parts.flatMap { $0.mayHaveSlices ? $0.slices : nil }, folds: parts?.folds,
      labelErrors: evaluation.likelyLabelErrors(limit: errorLimit), costs: costs, examples: examples)
  }
}
