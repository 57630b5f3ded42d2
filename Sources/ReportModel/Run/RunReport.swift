import Diagnostics
package import Evaluation
import Markup
import RunModel

/// The page of one run: what it is, whether it is good, how sure that is, where it fails.
///
/// Each section has its own file; a section with nothing to say is left out.
package struct RunReport: Sendable {
  /// The run.
  let subject: EvaluatedRun
  /// The experiment it belongs to.
  let analysis: ExperimentAnalysis
  /// The run it is measured by, if there is one.
  let baseline: EvaluatedRun?
  /// How much of an example may be shown.
  let examples: ExamplePolicy
  /// Whether files can be written beside the page.
  let hasFiles: Bool
  /// The metrics that the run logged and that the predictions give as well.
  let checks: [LoggedMetricCheck]
  /// Which labels are taken for which, the most frequent first.
  let confusedPairs: [ConfusedPair]
  /// What is measured of parts of the predictions; absent without predictions.
  let parts: PredictionParts?
  /// What curves and thresholds of the positive label are drawn from; absent where there is none.
  let positiveCurve: RankCurve?

  /// The page of `subject` within its experiment; `parts` are its own, where others need them too.
  package init(
    _ subject: EvaluatedRun, in analysis: ExperimentAnalysis, examples: ExamplePolicy, hasFiles: Bool,
    parts: PredictionParts? = nil
  ) {
    self.subject = subject
    self.analysis = analysis
    self.examples = examples
    self.hasFiles = hasFiles
    self.parts = parts ?? PredictionParts(subject, in: analysis)
    baseline = analysis.baseline(for: subject.run.id)
    let evaluation = subject.evaluated?.evaluation
    checks = evaluation.map { LoggedMetricCheck.checks(of: subject.run, against: $0) } ?? []
    confusedPairs = evaluation?.confusedPairs() ?? []
    positiveCurve = evaluation.flatMap { evaluation in
      evaluation.schema.positive.flatMap { evaluation.rankCurve(of: $0) }
    }
  }

  /// The page.
  package var page: ReportPage {
    let run = subject.run
    var page = ReportPage(
      kind: .run, kindName: "Run", title: RunName.title(run), titleDetail: RunName.detail(run))
    if !isWholeExperiment {
      page.breadcrumbs = ["\(run.id.experiment.text, link: .experiment(run.id.experiment))"]
    }
    page.meta = meta
    page.lede = lede
    page.facts = facts
    page.openingFigure = openingFigure
    page.sections =
      [
        errorSection, problemsSection, notesSection, metricsSection, labelsSection, confusionSection,
        curvesSection,
        probabilitiesSection, calibrationSection, thresholdsSection, slicesSection, foldsSection,
        errorsSection,
        labelErrorsSection, loggedConfusionSection, historySection, parametersSection, dictsSection,
        artifactsSection,
        provenanceSection,
      ].compactMap { $0 }
    page.colophon = Colophon.lines(evaluated: subject.evaluated)
    return page
  }

  /// Whether the run bears the name of its experiment, as a prediction file by itself does.
  private var isWholeExperiment: Bool {
    ExactString(RunName.title(subject.run)) == subject.run.id.experiment
      && RunName.detail(subject.run).isEmpty
  }

  /// What the predictions say, if there are any.
  var evaluation: ClassificationEvaluation? { subject.evaluated?.evaluation }

  /// What rows are called.
  var noun: ExampleNoun { evaluation.map { ExampleNoun($0.predictions) } ?? .example }

  /// The clause that every figure names its data with: `images, n = 899`.
  var sample: String {
    guard let evaluation else { return "" }
    return "\(noun.plural), n = \(Wording.number(evaluation.rowCount))"
      + (evaluation.schema.hasWeights ? ", weighted" : "")
  }

  private var meta: [RichText] {
    var parts: [RichText] = []
    let experiment = subject.run.id.experiment
    if !isWholeExperiment { parts.append("experiment \(experiment.text, link: .experiment(experiment))") }
    if let evaluation {
      parts.append(
        "\(noun.count(evaluation.rowCount)), \(Wording.count(evaluation.schema.labels.count, "label"))")
    }
    if let timestamp = subject.run.timestamp { parts.append("\(timestamp.dayAndTime)") }
    if let duration = subject.run.duration, duration.isFinite, duration >= 0 {
      parts.append("took \(NumberText.duration(seconds: duration))")
    }
    if subject.run.status != .completed { parts.append("\(strong: subject.run.status.rawValue)") }
    return parts
  }
}
