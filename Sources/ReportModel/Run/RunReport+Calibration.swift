import ChartKit
import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// The reliability diagram beside the calibration errors and the labels that are furthest off.
  var calibrationSection: ReportSection? {
    guard let evaluation, let probability = CalibratedProbability(evaluation) else { return nil }
    let errors = CalibrationTables(evaluation)
    let file: RichText =
      hasFiles
      ? " All bins of every label are in \(PageFiles.calibration, link: .file(PageFiles.calibration))." : ""
    let beside: [ReportBlock] =
      [.figure(errors.errors(file: file))] + (errors.labels.map { [.figure($0)] } ?? [])
    return ReportSection(
      slug: "calibration", title: "Calibration",
      blocks: [.columns([[.figure(figure(probability, evaluation))], beside], leadsWithFirst: false)])
  }

  private func figure(
    _ probability: CalibratedProbability, _ evaluation: ClassificationEvaluation
  ) -> ReportFigure {
    let isPlain = !evaluation.schema.hasWeights && !evaluation.statistics.hasGroups
    let label = probability.label.map { evaluation.schema.labels[$0].text }
    let name = label.map { Wording.label($0) }
    var what: RichText =
      "How often what is predicted with a probability is true, \(name.map { "probability of \($0)" } ?? "probability of the likeliest label of each \(noun.singular)") in \(probability.bins.count) bins of equal width, \(sample)."
    if evaluation.schema.task == .multilabel { what = what + " Drawn is the label that is furthest off." }
    if isPlain {
      let filled = probability.bins.count { $0.count > 0 }
      let off = probability.binsOff
      let verb = filled == 1 ? "has" : "have"
      what =
        what
        + " Lines are 95 % intervals; \(off == 0 ? "none" : "\(off)") of the \(filled) that \(verb) \(noun.plural) \(off == 1 ? "misses" : "miss") the diagonal."
    }
    let finding: RichText? =
      evaluation.schema.task == .multilabel
      ? name.flatMap { CalibrationFinding.label($0, probability.bins, isPlain: isPlain) }
      : CalibrationFinding.confidence(
        evaluation.statistics.calibration?.topLabel ?? probability.bins, isPlain: isPlain)
    return ReportFigure(
      slug: "reliability", finding: finding, what: what,
      chart: ReliabilityChart(probability, label: label, noun: noun),
      howToRead: label == nil ? Self.confidenceHelp : Self.labelHelp)
  }

  private static let confidenceHelp = """
    Each dot is a bin: to the right the mean probability of the likeliest label, up how often that label was the true \
    one. On the dashed diagonal a probability means what it says. Below it the classifier is too sure, above it too \
    unsure. The bars say how much each dot rests on.
    """

  private static let labelHelp = """
    Each dot is a bin: to the right the mean probability of the label, up the share that has it. On the dashed diagonal \
    a probability means what it says. Below it the label is given too high a probability, above it too low a one; a \
    classifier that is too sure lies above it on the left and below it on the right. The bars say how much each dot \
    rests on.
    """
}
