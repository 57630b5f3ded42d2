package import Diagnostics

/// Why a file cannot be read as what it is said to be: where, what was found, what was expected.
///
/// ```swift
/// do { _ = try JSONReader.parse(Array("[1".utf8), path: "a.json") } catch { print(error) }
/// // a.json:1:3: found the end of the file; expected “,” or “]”
/// ```
package struct FormatError: Error, Hashable, Sendable {
  /// The file, and the line and column where known.
  package var place: SourcePlace
  /// What was found, as the object of “found …”.
  package var found: String
  /// What was expected, as the object of “expected …”.
  package var expected: String

  /// An error at `place`.
  package init(at place: SourcePlace, found: String, expected: String) {
    self.place = place
    self.found = found
    self.expected = expected
  }

  /// The same as a diagnostic; the caller says of which kind it is and what becomes of it.
  package func diagnostic(
    _ kind: Diagnostic.Kind,
    severity: Diagnostic.Severity = .error,
    consequence: String = ""
  ) -> Diagnostic {
    Diagnostic(severity, kind, at: place, found: found, expected: expected, consequence: consequence)
  }
}

extension FormatError {
  /// That the file system refused, in the same form; the path is the one that the user knows.
  package init(_ error: FileSystemError, path: String) {
    let words =
      switch error.reason {
      case .notFound: "no such file"
      case .permissionDenied: "a file that may not be read"
      case .wrongKind: "something that is not a regular file"
      case .tooManyLinks: "symbolic links that lead in circles"
      case .tooLarge: "a file that is too large"
      case .notWritable, .exists, .notSupported, .other: "a file that cannot be read"
      }
    self.init(
      at: SourcePlace(path: path), found: error.detail.isEmpty ? words : words + " (\(error.detail))",
      expected: "a readable file")
  }
}

extension FormatError: CustomStringConvertible {
  /// The place, what was found and what was expected.
  package var description: String {
    "\(place): found \(found)" + (expected.isEmpty ? "" : "; expected \(expected)")
  }
}
