import Diagnostics
import Evaluation
import Markup

/// The part of `assay evaluate --format text` about slices, worst first.
///
/// ```
/// slices by accuracy, worst first; p adjusted for their number
/// source = web     120 rows   0.8167  [0.7381, 0.8758]  -0.0712 to the rest, p 0.031
/// ```
struct SliceSummary {
  /// The slices.
  let evaluation: SliceEvaluation

  /// So many slices are shown; JSON has all.
  private static let limit = 20
  private static let decimals = 4

  /// The lines, each with a final line break.
  var text: String {
    let shown = evaluation.slices.prefix(Self.limit)
    let names = shown.map { VisibleText.escaping($0.name) }
    let width = (names.map(\.unicodeScalars.count).max() ?? 0) + 2
    let rows = zip(shown, names).map { slice, name in
      name + String(repeating: " ", count: width - name.unicodeScalars.count) + cells(slice)
    }
    let rest = evaluation.slices.count - shown.count
    let more = rest > 0 ? ["and \(NumberText.integer(rest)) more, which --format json has"] : []
    return
      (["slices by \(evaluation.primaryMetric), worst first; p adjusted for their number"] + rows + more)
      .joined(separator: "\n") + "\n"
  }

  private func cells(_ slice: EvaluatedSlice) -> String {
    let rows = "\(NumberText.integer(slice.part.rows)) rows"
    let metric = slice.part.metrics.first { $0.name == evaluation.primaryMetric }
    guard let value = metric?.value.number else { return rows + "  —" }
    var text = "\(rows)  \(NumberText.fixed(value, decimals: Self.decimals))"
    if let interval = metric?.interval.interval {
      text += "  " + NumberText.interval(interval.low, interval.high, decimals: Self.decimals)
    }
    if let difference = slice.primaryDifference.value.number {
      text += "  \(NumberText.difference(difference, decimals: Self.decimals)) to the rest"
    }
    if let p = slice.adjustedPValue.number { text += ", p \(NumberText.significant(p))" }
    return text
  }
}
