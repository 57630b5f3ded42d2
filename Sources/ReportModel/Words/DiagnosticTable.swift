import Diagnostics

/// Problems in the input as a table: where, what was found, what was expected, what became of it.
enum DiagnosticTable {
  /// No page lists more.
  private static let limit = 200

  /// The table of the worst problems, and how many are not in it.
  static func blocks(_ diagnostics: [Diagnostic], label: String = "Problems in the input") -> [ReportBlock] {
    let ordered = diagnostics.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    let rest = diagnostics.count - limit
    return [.table(table(ordered.prefix(limit), label: label))]
      + (rest > 0
        ? [.remark("\(Wording.number(rest)) more \(rest == 1 ? "is" : "are") not listed here.")] : [])
  }

  private static func table(_ diagnostics: ArraySlice<Diagnostic>, label: String) -> ReportTable {
    ReportTable(
      label: label,
      columns: [
        .init("Where"), .init("Line", .number), .init("Found", .prose), .init("Expected", .prose),
        .init("What became of it", .prose),
      ],
      rows: diagnostics.map { diagnostic in
        .init([
          "\(code: diagnostic.place.map { VisibleText.escaping($0.path) } ?? "—")",
          .init(plain: position(diagnostic.place)),
          .init(plain: Wording.sentenceStart(diagnostic.found)),
          .init(plain: Wording.sentenceStart(diagnostic.expected)),
          .init(plain: diagnostic.consequence),
        ])
      }, layout: .init(isFull: true))
  }

  private static func position(_ place: SourcePlace?) -> String {
    guard let line = place?.line else { return "" }
    return place?.column.map { "\(line):\($0)" } ?? "\(line)"
  }
}
