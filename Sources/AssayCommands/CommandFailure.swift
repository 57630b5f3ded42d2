import Diagnostics
import RunModel

/// Why a command could do nothing: exit code 2.
struct CommandFailure: Error, CustomStringConvertible {
  /// What happened, where, and what to do.
  let description: String

  /// A failure in these words.
  init(_ description: String) {
    self.description = description
  }

  /// A failure that a diagnostic describes; the severity is not repeated.
  init(_ diagnostic: Diagnostic) {
    let place = diagnostic.place.map { "\($0): " } ?? ""
    let expected = diagnostic.expected.isEmpty ? "" : "; expected \(diagnostic.expected)"
    let consequence = diagnostic.consequence.isEmpty ? "" : " " + diagnostic.consequence
    self.init("\(place)found \(diagnostic.found)\(expected).\(consequence)")
  }

  /// A failure of the disk.
  init(_ error: FileSystemError) {
    self.init(error.description)
  }

  /// A source without anything to read.
  init(_ error: SourceError) {
    self.init(error.diagnostic)
  }
}
