/// What is read at most, so that hostile files cannot exhaust memory or time.
enum ImportLimit {
  /// Bytes of one small file: a record, a configuration, a parameter.
  static let recordBytes = 64 << 20
  /// Bytes of one value as text: a tag, a parameter, a note.
  static let valueBytes = 1 << 20
  /// Bytes of one log of metrics.
  static let logBytes = 1 << 30
  /// Points kept of one metric's history: the first and, as the last of them, the latest; what lies between is left out
  /// with a diagnostic.
  static let historyPoints = 1_000_000
  /// Points kept of all metrics of one run; beyond them each further metric has its latest alone.
  static let runPoints = 2_000_000
  /// Metrics of one run, and values that one nested record is flattened to.
  static let metrics = 10_000
  /// Bytes of the name of a metric or a parameter.
  static let nameBytes = 1000
  /// Bytes of a JSON file that is held in memory as a whole.
  static let documentBytes = 4 << 20
  /// Nodes of a YAML file with its aliases written out.
  static let unfoldedNodes = 1_000_000
  /// Folders below one another.
  static let depth = 24
  /// Artifacts of one run.
  static let artifacts = 10_000
  /// Runs of one source.
  static let runs = 1_000_000
}
