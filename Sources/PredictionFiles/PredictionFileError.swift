public import Diagnostics
import FileFormats

/// Why a prediction file cannot be used at all.
public struct PredictionFileError: Error, Hashable, Sendable {
  /// What makes the file unusable.
  public let cause: Diagnostic
  /// What else was found before, such as rows that had to be left out.
  public let diagnostics: [Diagnostic]

  init(_ cause: Diagnostic, after diagnostics: [Diagnostic] = []) {
    self.cause = cause
    self.diagnostics = diagnostics
  }

  init(
    _ kind: Diagnostic.Kind,
    at place: SourcePlace,
    found: String,
    expected: String,
    after diagnostics: [Diagnostic] = []
  ) {
    self.init(
      Diagnostic(
        .error, kind, at: place, found: found, expected: expected, consequence: "The file is not used."),
      after: diagnostics)
  }

  init(_ error: FormatError) {
    self.init(error.diagnostic(.unreadablePredictions, consequence: "The file is not used."))
  }
}

extension PredictionFileError: CustomStringConvertible {
  /// The cause in one line.
  public var description: String { cause.description }
}
