import ChartKit
import Diagnostics
import Evaluation
import Markup

extension RunReport {
  private static let stripLimit = 12
  /// Dots of all strips together, which are most of the page.
  private static let dotLimit = 800

  /// gobbli's plot: the predicted probability of each label, where it is true and where it is not.
  var probabilitiesSection: ReportSection? {
    guard let evaluation, evaluation.schema.hasProbabilities else { return nil }
    let labels = stripLabels(evaluation)
    guard !labels.isEmpty, evaluation.rowCount > 0 else { return nil }
    let chart = StripPlotChart(
      strips: labels.map { strip($0, evaluation) }, noun: noun.plural,
      dotsPerStrip: min(400, Self.dotLimit / labels.count))
    var what: RichText = "Predicted probability of each label, one dot per \(noun.singular), \(sample)."
    if labels.count < evaluation.schema.scoredLabelCount, evaluation.schema.task != .binary {
      what = what + " The \(labels.count) labels with the lowest F1."
    }
    if let sampling = chart.sampling { what = what + " \(sampling)" }
    return ReportSection(
      slug: "probabilities", title: "Probabilities",
      blocks: [
        .figure(
          ReportFigure(
            slug: "probability-strips", finding: nil, what: what, chart: chart,
            howToRead: """
              Filled dots are \(noun.plural) that have the label, hollow ones do not. The better a label is told apart, \
              the further right stand the filled dots and the further left the hollow ones; dots in the middle are \
              undecided. The height within a strip means nothing, it only keeps dots apart.
              """))
      ])
  }

  private func stripLabels(_ evaluation: ClassificationEvaluation) -> [Int] {
    if evaluation.schema.task == .binary { return evaluation.schema.positive.map { [$0] } ?? [] }
    let scored = 0..<evaluation.schema.scoredLabelCount
    if scored.count <= Self.stripLimit { return Array(scored) }
    let ordered = scored.sorted {
      (evaluation.perLabel[$0].f1.number ?? 2, $0) < (evaluation.perLabel[$1].f1.number ?? 2, $1)
    }
    return ordered.prefix(Self.stripLimit).sorted()
  }

  private func strip(_ label: Int, _ evaluation: ClassificationEvaluation) -> StripPlotChart.Strip {
    let width = evaluation.schema.scoredLabelCount
    let labelCount = evaluation.schema.labels.count
    var probabilities: [Double] = []
    var isMember: [Bool] = []
    for batch in evaluation.predictions.batches {
      for row in 0..<batch.count {
        probabilities.append(batch.probabilities[row * width + label])
        isMember.append(
          batch.truthSets.isEmpty
            ? batch.truth[row] == Int32(label) : batch.truthSets[row * labelCount + label] != 0)
      }
    }
    return StripPlotChart.Strip(
      label: evaluation.schema.labels[label].text, probabilities: probabilities, isMember: isMember)
  }
}
