import ChartKit
import Diagnostics
import Evaluation
import Markup

extension ComparisonReport {
  /// More labels than this make the matrices too large to stand beside each other.
  private static let smallLabelLimit = 20

  /// What moved between the confusion matrices, then the matrices themselves.
  var confusionSection: ReportSection? {
    let matrices = members.map { $0.entry.evaluated?.evaluation.confusion }
    guard let first = matrices[0] else { return nil }
    let comparable = zip(candidates, matrices.dropFirst()).compactMap { member, matrix in
      matrix?.labels == first.labels && isComparable ? matrix.map { (member, $0) } : nil
    }
    var blocks: [ReportBlock] = []
    if !comparable.isEmpty {
      let limit = comparable.map { largestChange(first, $0.1) }.max() ?? 0
      let figures = comparable.map { differenceFigure(first, $0.1, member: $0.0, limit: limit) }
      blocks += rows(figures)
    }
    let shown = zip(members, matrices).compactMap { member, matrix in matrix.map { (member, $0) } }
    blocks.append(.heading("The matrices"))
    blocks.append(
      .remark(
        "Counts, truth in rows, prediction in columns. Grey: right. Blue: wrong, darker for a larger share of the true label."
      ))
    blocks += rows(shown.map { matrixFigure($0.1, member: $0.0) })
    return ReportSection(slug: "confusion", title: "Confusion", blocks: blocks)
  }

  private func rows(_ figures: [ReportFigure]) -> [ReportBlock] {
    stride(from: 0, to: figures.count, by: 2).map { start in
      .columns(figures[start..<min(start + 2, figures.count)].map { [.figure($0)] }, leadsWithFirst: false)
    }
  }

  private func matrixFigure(_ matrix: ConfusionMatrix, member: Member) -> ReportFigure {
    let errors = matrix.total - matrix.diagonal.reduce(0, +)
    let chart = ConfusionMatrixChart(
      matrix, noun: noun, isSmall: matrix.labels.count <= Self.smallLabelLimit, subject: member.name)
    var what: RichText =
      "\(strong: member.letter) \(RunName.full(member.entry.run)): \(NumberText.weight(errors)) errors."
    if let coverage = chart.coverage { what = what + " \(coverage)" }
    return ReportFigure(slug: "matrix-\(member.letter.lowercased())", finding: nil, what: what, chart: chart)
  }

  private func differenceFigure(
    _ first: ConfusionMatrix, _ second: ConfusionMatrix, member: Member, limit: Double
  ) -> ReportFigure {
    ReportFigure(
      slug: "change-\(member.letter.lowercased())",
      finding: ConfusionChange.finding(first, second, letter: member.letter),
      what:
        "\(member.letter) − A, \(noun.plural). Blue: better in \(member.letter), which is more on the diagonal and fewer elsewhere. Orange: worse.",
      chart: ConfusionDifferenceChart(
        labels: first.labels.map(\.text), baseline: first.dense, candidate: second.dense,
        baselineName: "A", candidateName: member.letter, limit: limit))
  }

  private func largestChange(_ first: ConfusionMatrix, _ second: ConfusionMatrix) -> Double {
    ConfusionChange.cells(first, second).map { abs($0.change) }.max() ?? 0
  }
}
