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
    let changes = comparison(of: second.member)?.confusionChanges()
    let beyond = changes.map { ConfusionChange.beyondChance($0, labels: first.confusion.labels) }
    var what: RichText =
      "\(letter) − A, \(noun.plural). Blue: \(letter) has more right answers or fewer errors. Orange: the other way round."
    if let changes, let beyond { what = what + " \(Self.words(beyond.count, of: changes.count))" }
    if hasFiles, changes?.isEmpty == false {
      let file: RichText = "\(PageFiles.confusionDifference, link: .file(PageFiles.confusionDifference))"
      what = what + " Every cell with its p is in " + file + "."
    }
    return ReportFigure(
      slug: "change-\(letter.lowercased())",
      finding: ConfusionChange.finding(first.confusion, second.confusion, letter: letter, beyond: beyond),
      what: what,
      chart: ConfusionDifferenceChart(
        labels: first.confusion.labels.map(\.text), baseline: first.cells, candidate: second.cells,
        baselineName: "A", candidateName: letter, limit: limit, outlined: beyond ?? []),
      howToRead: changes?.isEmpty == false ? Self.howToReadMarks(noun.plural) : nil)
  }

  /// What the predictions of a candidate say beside the baseline's.
  private func comparison(of member: Member) -> PairedComparison? {
    zip(candidates, comparisons).first { $0.0.letter == member.letter }?.1
  }

  /// How many cells changed beyond chance, of those that any example left or joined.
  private static func words(_ beyond: Int, of all: Int) -> String {
    guard all > 0 else { return "No cell changed." }
    let count = "\(Wording.number(beyond)) of \(Wording.count(all, "cell")) that changed"
    return beyond == 0
      ? "No cell changed beyond chance."
      : "Outlined and bold: changes beyond chance, \(count)."
  }

  private static func howToReadMarks(_ examples: String) -> String {
    """
    Of the \(examples) of a cell, those that both runs put there say nothing about a change. If nothing had changed, each \
    of the others would be in the cell of either run like the toss of a coin. A cell is outlined if chance would split them \
    so unevenly in at most 5 % of all pairs of runs: the exact binomial p, corrected by Holm for all cells that changed.
    """
  }
}
