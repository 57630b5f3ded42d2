/// The key `assay` of `erm_metadata.json`, which holds what experiment-results-manager has no place for.
enum AssayFields {
  /// The key.
  static let key = "assay"
  /// The version that is written, and the newest that is read.
  static let schemaVersion = 1
}
