import Diagnostics
import PredictionFiles
import RunModel
import RunRegistry
import SiteBuilder

/// Why a command could do nothing: exit code 2.
struct CommandFailure: Error, CustomStringConvertible {
  /// What happened, where, and what to do.
  let description: String
  /// What was found on the way; shown before the description.
  let diagnostics: [Diagnostic]

  /// A failure in these words, after these diagnostics.
  init(_ description: String, after diagnostics: [Diagnostic] = []) {
    self.description = description
    self.diagnostics = diagnostics
  }

  /// A failure that a diagnostic describes; its severity is not repeated.
  init(_ diagnostic: Diagnostic, after diagnostics: [Diagnostic] = []) {
    let place = diagnostic.place.map { "\($0): " } ?? ""
    let expected = diagnostic.expected.isEmpty ? "" : "; expected \(diagnostic.expected)"
    let consequence = diagnostic.consequence.isEmpty ? "" : " " + diagnostic.consequence
    self.init("\(place)found \(diagnostic.found)\(expected).\(consequence)", after: diagnostics)
  }

  /// A failure of the disk.
  init(_ error: FileSystemError) {
    self.init(error.description)
  }

  /// A source without anything to read.
  init(_ error: SourceError) {
    self.init(error.diagnostic)
  }

  /// A prediction file that cannot be used.
  init(_ error: PredictionFileError) {
    self.init(error.cause, after: error.diagnostics)
  }

  /// A run that cannot be written.
  init(_ error: RegistryError) {
    self.init(error.description)
  }

  /// Something on another machine that cannot be reached or is not as it should be.
  init(_ error: RemoteError) {
    self.init(error.description)
  }

  /// A configuration that cannot be used.
  init(_ error: ConfigurationError) {
    self.init("The configuration cannot be used; nothing was done.", after: error.diagnostics)
  }

  /// A site or page that cannot be made.
  init(_ error: SiteBuildError) {
    self.init("Nothing could be built.", after: error.diagnostics)
  }
}
