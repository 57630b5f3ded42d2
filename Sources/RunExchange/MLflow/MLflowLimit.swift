/// What is read at most of MLflow's stores, beside ``ImportLimit``.
enum MLflowLimit {
  /// Bytes of one file of metrics; room for ``ImportLimit/historyPoints`` lines.
  static let metricBytes = 48 << 20
  /// Parameters, metrics or tags of one run.
  static let keys = 50_000
  /// Bytes of a `meta.yaml`.
  static let metaBytes = 1 << 20
  /// Data sets of one experiment.
  static let datasets = 10_000
  /// Inputs of one run.
  static let inputs = 1_000
  /// Bytes of a table of an evaluation among the artifacts that is looked into.
  static let tableBytes = 4 << 20
  /// Such tables of one run.
  static let tables = 50
  /// Bytes of a database, and of the log beside it, that are copied to read both together.
  static let copiedBytes = 96 << 20
  /// Seconds that reading one database may take.
  static let databaseSeconds = 120
}
