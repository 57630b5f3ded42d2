import Diagnostics
import Evaluation
import EvaluationFiles
import PredictionFiles
import SiteBuilder

extension Evaluate {
  /// The evaluation in the format that was asked for.
  func render(
    _ evaluation: ClassificationEvaluation, of file: PredictionFile, _ comparison: PairedComparison?,
    _ slices: SliceEvaluation?,
    _ diagnostics: [Diagnostic], _ fileSystem: FileSystem
  ) throws(CommandFailure) -> [UInt8] {
    switch format {
    case .text:
      let compared = comparison.map { "\n" + ComparisonSummary(comparison: $0).text } ?? ""
      let sliced = slices.map { "\n" + SliceSummary(evaluation: $0).text } ?? ""
      return Array((text(evaluation, of: file) + sliced + compared).utf8)
    case .json:
      return EvaluationDocument(
        evaluation: evaluation, rowsRead: file.rowsRead, rowsLeftOut: file.rowsLeftOut,
        errors: evaluation.errors(limit: errors, rule: errorsBy), diagnostics: diagnostics,
        comparison: comparison.map { ComparisonDocument($0) }, slices: slices,
        folds: file.predictions.foldReport(), labelErrors: evaluation.likelyLabelErrors(limit: errors)
      ).bytes()
    case .html:
      let configuration = try RunConfigurationOption.read(for: self.file, from: fileSystem).report
      do {
        return try SingleFileReport(configuration: configuration, fileSystem: fileSystem)
          .page(of: RunInput.evaluated(file, evaluation, diagnostics, path: self.file)).bytes
      } catch {
        throw CommandFailure(error)
      }
    }
  }

  private func text(_ evaluation: ClassificationEvaluation, of file: PredictionFile) -> String {
    let summary = EvaluationSummary(
      evaluation: evaluation, rowsRead: file.rowsRead, rowsLeftOut: file.rowsLeftOut)
    let errorsReport = errors > 0 ? "\n" + evaluation.errorsReport(limit: errors, rule: errorsBy) : ""
    return summary.text + "\n" + evaluation.metricsReport() + errorsReport
  }
}
