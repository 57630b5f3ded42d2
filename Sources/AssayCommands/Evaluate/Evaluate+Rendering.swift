import Diagnostics
import Evaluation
import EvaluationFiles
import PredictionFiles
import ReportModel
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
      return Array((text(evaluation, of: file, slices) + compared).utf8)
    case .json:
      let costs = evaluation.schema.positive == nil ? nil : try self.costs(fileSystem)
      return EvaluationDocument(
        evaluation: evaluation, rowsRead: file.rowsRead, rowsLeftOut: file.rowsLeftOut,
        errors: evaluation.errors(limit: errors, rule: errorsBy), diagnostics: diagnostics,
        comparison: comparison.map { ComparisonDocument($0) }, slices: slices,
        folds: file.predictions.foldReport(),
        labelErrors: metrics == nil ? evaluation.likelyLabelErrors(limit: errors) : nil, costs: costs,
        hasCurves: metrics == nil
      ).bytes()
    case .html:
      let configuration = try configuration(fileSystem)
      do {
        return try SingleFileReport(configuration: configuration, fileSystem: fileSystem)
          .page(of: RunInput.evaluated(file, evaluation, diagnostics, path: subject)).bytes
      } catch {
        throw CommandFailure(error)
      }
    }
  }

  /// What goes for the page: what `assay.yaml` says, with the slices of the command line.
  private func configuration(_ fileSystem: FileSystem) throws(CommandFailure) -> ReportConfiguration {
    var configuration = try RunConfigurationOption.read(for: subject, from: fileSystem).report
    let id = ExactString(FilePath.name(of: subject))
    var experiment = configuration.experiment(id)
    experiment.slices += slice.filter { !experiment.slices.contains($0) }
    configuration.experiments[id] = experiment
    return configuration
  }

  /// What `assay.yaml` says that errors cost, under the name of the file.
  private func costs(_ fileSystem: FileSystem) throws(CommandFailure) -> ErrorCosts? {
    let id = ExactString(FilePath.name(of: subject))
    return try RunConfigurationOption.read(for: subject, from: fileSystem).report.experiment(id).costs
  }

  private func text(
    _ evaluation: ClassificationEvaluation, of file: PredictionFile, _ slices: SliceEvaluation?
  ) -> String {
    let summary = EvaluationSummary(
      evaluation: evaluation, rowsRead: file.rowsRead, rowsLeftOut: file.rowsLeftOut)
    let sliced = slices.flatMap { $0.slices.isEmpty ? nil : "\n" + SliceSummary(evaluation: $0).text } ?? ""
    let folds = file.predictions.foldReport().map {
      "\n" + FoldSummary(report: $0, task: evaluation.schema.task).text
    }
    let errorsReport = errors > 0 ? "\n" + evaluation.errorsReport(limit: errors, rule: errorsBy) : ""
    return summary.text + sliced + (folds ?? "") + "\n" + evaluation.metricsReport() + errorsReport
  }
}
