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
    if tables.hasErrors { files.append(File(name: PageFiles.errors) { tables.errors }) }
    if tables.hasLabelErrors { files.append(File(name: PageFiles.labelErrors) { tables.labelErrors }) }
    guard let parts else { return files }
    if parts.mayHaveSlices { files.append(File(name: PageFiles.slices) { tables.slices(parts.slices) }) }
    if parts.hasFolds {
      files.append(File(name: PageFiles.folds) { parts.folds.map { tables.folds($0) } ?? [] })
    }
    return files
  }
}
