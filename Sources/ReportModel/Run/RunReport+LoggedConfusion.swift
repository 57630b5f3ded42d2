import ChartKit
import Diagnostics
import Evaluation
import Markup
import RunModel

extension RunReport {
  /// Confusion matrices that the run logged as counts; one that the predictions give as well is not shown twice.
  var loggedConfusionSection: ReportSection? {
    let names = subject.run.confusions.keys.sorted(by: NaturalOrder.precedes)
    let blocks = names.enumerated().flatMap { position, name -> [ReportBlock] in
      guard let matrix = subject.run.confusions[name], matrix.total > 0, !isRecomputed(matrix) else {
        return []
      }
      return loggedMatrixBlocks(matrix, name: name, slug: "logged-confusion-\(position + 1)")
    }
    guard !blocks.isEmpty else { return nil }
    return ReportSection(slug: "logged-confusion", title: "Confusion as logged", blocks: blocks)
  }

  /// Whether the predictions give the same counts for the same labels, in whatever order.
  private func isRecomputed(_ matrix: LoggedConfusion) -> Bool {
    guard let confusion = evaluation?.confusion else { return false }
    let positions = Dictionary(
      confusion.labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let order = matrix.labels.map { positions[ExactString($0)] }
    guard confusion.labels.count == matrix.labels.count, Set(order).count == order.count else { return false }
    let dense = confusion.dense
    return order.indices.allSatisfy { row in
      order.indices.allSatisfy { column in
        guard let truth = order[row], let predicted = order[column] else { return false }
        return dense[truth][predicted] == Double(matrix.counts[row][column])
      }
    }
  }

  private func loggedMatrixBlocks(_ matrix: LoggedConfusion, name: ExactString, slug: String) -> [ReportBlock]
  {
    let labels = LoggedLabels(matrix)
    var blocks: [ReportBlock] = []
    if matrix.labels.count <= ConfusionMatrixChart.labelLimit {
      let counts = matrix.counts.map { $0.map(Double.init) }
      let chart = ConfusionMatrixChart(labels: matrix.labels, counts: counts, noun: noun.plural)
      var what: RichText =
        "Confusion matrix \(code: Wording.label(name.text)), counts as logged and share of the true label, n = \(Wording.number(matrix.total)). Grey: right. Blue: wrong, darker for a larger share."
      if let coverage = chart.coverage { what = what + " \(coverage)" }
      blocks.append(
        .figure(
          ReportFigure(
            slug: slug, finding: labels.finding, what: what, chart: chart,
            howToRead:
              "A row holds the \(noun.plural) of one true label, spread over what they were called. The grey diagonal is right; in a blue cell the row’s label was taken for the column’s."
          )))
    }
    blocks.append(.table(labels.table(of: Wording.label(name.text))))
    return blocks
  }
}
