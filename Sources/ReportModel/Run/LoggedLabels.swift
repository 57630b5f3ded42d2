import Diagnostics
import Markup
import RunModel

/// What a confusion matrix of counts says of its labels, where there are no predictions to ask.
struct LoggedLabels {
  private let matrix: LoggedConfusion

  /// The labels of `matrix`.
  init(_ matrix: LoggedConfusion) {
    self.matrix = matrix
  }

  /// The accuracy, and the pair that is confused most.
  var finding: RichText {
    let right = matrix.counts.indices.reduce(0) { $0 + matrix.counts[$1][$1] }
    let accuracy = NumberText.fixed(Double(right) / Double(matrix.total), decimals: 3)
    let head: RichText = "Accuracy \(accuracy) by these counts"
    var largest: (truth: Int, predicted: Int, count: Int)?
    for (truth, row) in matrix.counts.enumerated() {
      for (predicted, count) in row.enumerated() where truth != predicted && count > largest?.count ?? 0 {
        largest = (truth, predicted, count)
      }
    }
    guard let largest else { return head + "; nothing is confused" }
    let pair =
      "\(Wording.label(matrix.labels[largest.truth])) → \(Wording.label(matrix.labels[largest.predicted]))"
    return head + "; most often confused: \(pair), \(Wording.number(largest.count))"
  }

  /// More labels than this are not listed.
  private static let rowLimit = 200

  /// Precision, recall and F1 of each label, in the order of the matrix; undefined ones are a dash.
  func table(of name: String) -> ReportTable {
    let predicted = matrix.labels.indices.map { column in matrix.counts.reduce(0) { $0 + $1[column] } }
    return ReportTable(
      label: "Labels by \(name)",
      columns: [
        .init("Label"), .init("Precision", .number), .init("Recall", .number), .init("F1", .number),
        .init("n", .number),
      ],
      rows: matrix.labels.indices.prefix(Self.rowLimit).map { index in
        let right = matrix.counts[index][index]
        let support = matrix.counts[index].reduce(0, +)
        return .init([
          .init(plain: Wording.label(matrix.labels[index])),
          .init(plain: Self.ratio(right, predicted[index])),
          .init(plain: Self.ratio(right, support)),
          .init(plain: Self.ratio(2 * right, support + predicted[index])),
          .init(plain: NumberText.integer(support)),
        ])
      })
  }

  private static func ratio(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "—" : NumberText.fixed(Double(part) / Double(whole), decimals: 3)
  }
}
