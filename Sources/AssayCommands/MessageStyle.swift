import Diagnostics

/// How messages look on a terminal: the severity coloured, or everything plain.
struct MessageStyle {
  /// Whether escape sequences are written.
  let isColored: Bool

  /// The word for a severity.
  func severity(_ severity: Diagnostic.Severity) -> String {
    guard isColored else { return severity.rawValue }
    let color =
      switch severity {
      case .note: "36"
      case .warning: "33"
      case .error: "31"
      }
    return "\u{1B}[1;\(color)m\(severity.rawValue)\u{1B}[0m"
  }

  /// A diagnostic in one line, its severity coloured.
  func line(_ diagnostic: Diagnostic) -> String {
    let plain = diagnostic.description
    guard isColored else { return plain }
    let place = diagnostic.place.map { "\($0): " } ?? ""
    let rest = plain.utf8.dropFirst(place.utf8.count + diagnostic.severity.rawValue.utf8.count)
    return place + severity(diagnostic.severity) + String(decoding: rest, as: UTF8.self)
  }

  /// Whether colours are wanted: on a terminal that can show them, unless `NO_COLOR` has any content
  /// (no-color.org).
  static func isWanted(onTerminal: Bool, noColor: String?, term: String?) -> Bool {
    onTerminal && (noColor ?? "").isEmpty && term != nil && term != "dumb"
  }
}
