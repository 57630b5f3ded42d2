import Diagnostics

/// Problems in the input as a table: where, what was found, what was expected, what became of it.
enum DiagnosticTable {
  static func table(_ diagnostics: [Diagnostic]) -> ReportTable {
    ReportTable(
      label: "Problems in the input",
      columns: [
        .init("Where"), .init("Line", .number), .init("Found", .prose), .init("Expected", .prose),
        .init("What became of it", .prose),
      ],
      rows: diagnostics.map { diagnostic in
        .init([
          "\(code: diagnostic.place.map { VisibleText.escaping($0.path) } ?? "—")",
          .init(RichText([.init(position(diagnostic.place))])),
          .init(RichText([.init(sentenceStart(diagnostic.found))])),
          .init(RichText([.init(sentenceStart(diagnostic.expected))])),
          .init(RichText([.init(diagnostic.consequence)])),
        ])
      }, layout: .init(isFull: true))
  }

  private static func position(_ place: SourcePlace?) -> String {
    guard let line = place?.line else { return "" }
    return place?.column.map { "\(line):\($0)" } ?? "\(line)"
  }

  private static func sentenceStart(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
