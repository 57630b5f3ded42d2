import ChartKit
import Diagnostics
import Evaluation
import Markup

extension ComparisonReport {
  /// More labels than this make the matrices too large to stand beside each other.
  private static let smallLabelLimit = 20

  /// A run's matrix, and all its cells.
  private struct Matrix {
    let member: Member
    let confusion: ConfusionMatrix
    let cells: [[Double]]
  }

  /// What moved between the confusion matrices, then the matrices themselves.
  var confusionSection: ReportSection? {
    let matrices = members.compactMap { member -> Matrix? in
      guard let confusion = member.entry.evaluated?.evaluation.confusion,
        confusion.labels.count <= ConfusionMatrixChart.labelLimit
      else { return nil }
      return Matrix(member: member, confusion: confusion, cells: confusion.dense)
    }
    guard let first = matrices.first else { return nil }
    var blocks: [ReportBlock] = []
    if isComparable {
      let others = matrices.dropFirst().filter { $0.confusion.labels == first.confusion.labels }
      // One limit for all, and not too low: a change of one example must not look dramatic.
      let limit = others.map { ConfusionChange.largest(first.confusion, $0.confusion) }.max() ?? 0
      blocks += ReportBlock.pairs(others.map { [.figure(change(first, $0, limit: max(5, limit)))] })
    }
    blocks.append(.heading(matrices.count == 1 ? "The matrix" : "The matrices"))
    blocks.append(
      .remark(
        "Counts, truth in rows, prediction in columns. Grey: right. Blue: wrong, darker for a larger share of the true label."
      ))
    blocks += ReportBlock.pairs(matrices.map { [.figure(figure($0))] })
    return ReportSection(slug: "confusion", title: "Confusion", blocks: blocks)
  }

  private func figure(_ matrix: Matrix) -> ReportFigure {
    let confusion = matrix.confusion
    let errors = confusion.total - confusion.diagonal.reduce(0, +)
    let chart = ConfusionMatrixChart(
      labels: confusion.labels.map(\.text), counts: matrix.cells, noun: noun.plural,
      isSmall: confusion.labels.count <= Self.smallLabelLimit, subject: matrix.member.name)
    let count = "\(NumberText.weight(errors)) \(errors == 1 ? "error" : "errors")"
    var what: RichText =
      "\(strong: matrix.member.letter) \(RunName.full(matrix.member.entry.run)): \(count)."
    if let coverage = chart.coverage { what = what + " \(coverage)" }
    return ReportFigure(
      slug: "matrix-\(matrix.member.letter.lowercased())", finding: nil, what: what, chart: chart)
  }

  private func change(_ first: Matrix, _ second: Matrix, limit: Double) -> ReportFigure {
    let letter = second.member.letter
    return ReportFigure(
      slug: "change-\(letter.lowercased())",
      finding: ConfusionChange.finding(first.confusion, second.confusion, letter: letter),
      what:
        "\(letter) − A, \(noun.plural). Blue: \(letter) has more right answers or fewer errors. Orange: the other way round.",
      chart: ConfusionDifferenceChart(
        labels: first.confusion.labels.map(\.text), baseline: first.cells, candidate: second.cells,
        baselineName: "A", candidateName: letter, limit: limit))
  }
}
