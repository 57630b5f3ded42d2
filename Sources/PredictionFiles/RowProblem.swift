import Diagnostics

/// Why a row cannot be used.
struct RowProblem: Sendable {
  /// The sorts of problems, which are counted apart.
  enum Kind: Int, CaseIterable, Sendable {
    case raggedRow
    case probability
    case weight
    case indicator
    case emptyLabel
    case quote
    case encoding
    case syntax
    case value

    /// The kind of the diagnostic.
    var diagnosticKind: Diagnostic.Kind {
      switch self {
      case .raggedRow: Diagnostic.Kind("predictions.ragged-row")
      case .probability: Diagnostic.Kind("predictions.probability")
      case .weight: Diagnostic.Kind("predictions.weight")
      case .indicator: Diagnostic.Kind("predictions.indicator")
      case .emptyLabel: Diagnostic.Kind("predictions.empty-label")
      case .quote: Diagnostic.Kind("predictions.quote")
      case .encoding: Diagnostic.Kind("predictions.encoding")
      case .syntax: Diagnostic.Kind("predictions.syntax")
      case .value: Diagnostic.Kind("predictions.value")
      }
    }
  }

  /// Which sort of problem.
  let kind: Kind
  /// The line within the piece of the file, counted from 0.
  let line: Int
  /// The column in bytes, counted from 1.
  let column: Int
  /// What was found, as the object of “found …”.
  let found: String
  /// What was expected, as the object of “expected …”.
  let expected: String

  /// The diagnostic, once it is known on which line of the file the piece begins.
  func diagnostic(path: String, firstLine: Int) -> Diagnostic {
    Diagnostic(
      .warning, kind.diagnosticKind, at: SourcePlace(path: path, line: firstLine + line, column: column),
      found: found, expected: expected, consequence: "The row is left out.")
  }
}
