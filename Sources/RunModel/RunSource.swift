/// Where runs come from: a registry, or another tool's logs.
public protocol RunSource: Sendable {
  /// Reads everything there is. A run that cannot be read becomes a diagnostic and does not stop the others.
  ///
  /// - Throws: ``SourceError`` only if there is nothing to read at all: no such folder, not the expected tool's.
  func load() throws(SourceError) -> RunCollection
}
