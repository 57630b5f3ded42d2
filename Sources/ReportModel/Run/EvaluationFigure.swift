import ChartKit
import Diagnostics
public import Evaluation
import RunModel

/// A figure of an evaluation as a picture of its own: to be logged with a run, or used anywhere else.
///
/// ```swift
/// let evaluation = predictions.evaluate()
/// for figure in EvaluationFigure.all(of: evaluation) { try run.logFigure(ExactString(figure.id), svg: figure.svg) }
/// ```
public struct EvaluationFigure: Hashable, Sendable {
  /// A short name: `confusion-matrix`, `roc`, `reliability`.
  public let id: String
  /// What is drawn, in a few words.
  public let title: String
  /// What the figure shows, in a sentence or two with the numbers that matter.
  public let summary: String
  /// The picture, in light colours, with title and summary for those who cannot see it.
  public let svg: String

  /// Every figure that a run's page draws of these predictions, in the order of the page.
  public static func all(of evaluation: ClassificationEvaluation) -> [EvaluationFigure] {
    var run = EvaluatedRun(run: Run(id: RunID(experiment: "evaluation", run: "evaluation")))
    run.evaluated = EvaluatedPredictions(
      artifact: "predictions", filename: "predictions", rowsRead: evaluation.rowCount, rowsLeftOut: 0,
      evaluation: evaluation, testSet: "")
    let analysis = ExperimentAnalysis(id: "evaluation", runs: [run], configuration: ExperimentConfiguration())
    let page = RunReport(run, in: analysis, examples: .none, hasFiles: false).page
    let figures = page.sections.flatMap { $0.blocks.flatMap(Self.figures) }
    return ([page.openingFigure].compactMap(\.self) + figures).compactMap(Self.init)
  }

  private init?(_ figure: ReportFigure) {
    guard case .chart(let chart) = figure.body else { return nil }
    id = figure.slug
    title = chart.title
    summary = chart.summary
    svg = SVGWriter.document(chart, slug: figure.slug)
  }

  private static func figures(in block: ReportBlock) -> [ReportFigure] {
    switch block {
    case .figure(let figure): [figure]
    case .columns(let columns, _): columns.flatMap { $0.flatMap(figures) }
    case .fold(_, let blocks): blocks.flatMap(figures)
    default: []
    }
  }
}
