import Markup

/// How a metric is written in figures and tables of lineages.
package enum LineageText {
  /// Three significant digits, as metrics are written; what is not 0 is not written as 0: `0.912`, `1.30 × 10⁻⁷`.
  package static func score(_ value: Double) -> String {
    let text = NumberText.score(value)
    let isZero = !text.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    return isZero && value != 0 && value.isFinite ? NumberText.significant(value) : text
  }

  /// The same; `—` without a value.
  package static func score(_ value: Double?) -> String { value.map { score($0) } ?? "—" }
}
