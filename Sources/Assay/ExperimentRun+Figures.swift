public import Diagnostics
public import Evaluation
public import ReportModel
public import RunRegistry

extension ExperimentRun {
  /// Keeps a figure of Assay's own as the artifact `id`, in the file `<id>.svg`.
  ///
  /// - Throws: ``RegistryError`` never in practice: the figure is SVG.
  public mutating func logFigure(_ id: ExactString, _ figure: EvaluationFigure) throws(RegistryError) {
    try logFigure(id, svg: figure.svg)
  }

  /// Keeps every figure that a run's page draws of an evaluation, each as an artifact under the figure's own name.
  ///
  /// ```swift
  /// try run.logFigures(of: predictions.evaluate())  // metrics-plot, confusion-matrix, roc, reliability, …
  /// ```
  /// - Throws: As ``logFigure(_:_:)``.
  public mutating func logFigures(of evaluation: ClassificationEvaluation) throws(RegistryError) {
    for figure in EvaluationFigure.all(of: evaluation) { try logFigure(ExactString(figure.id), figure) }
  }
}
