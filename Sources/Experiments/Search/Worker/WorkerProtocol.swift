/// The names and markers of the protocol between a worker and the program that it runs.
public enum WorkerProtocol {
  /// The line before results on standard output.
  public static let resultsBegin = "--- RESULTS ---"
  /// The line after them.
  public static let resultsEnd = "--- END RESULTS ---"
  /// A line on standard output by which a program that ends well says that it gave up, since it promised little.
  public static let pruned = "--- PRUNED ---"
  /// The file of results in the run's folder.
  public static let resultsFile = "results.json"
  /// The file of metrics over steps: a JSON object on each line.
  public static let historyLines = "metrics.jsonl"
  /// The file of metrics over steps: a table.
  public static let historyTable = "metrics.csv"
  /// The artifact that holds what the program wrote.
  public static let log = "log.txt"
  /// The most bytes of results.
  public static let resultsBytes = 1 << 20
  /// The most bytes of a line that are kept, results on one line included.
  public static let lineBytes = 256 << 10
  /// The most bytes of a file of metrics over steps.
  public static let historyBytes = 64 << 20
  /// The most files of a run that become artifacts.
  public static let artifactCount = 1000
  /// The most bytes of all artifacts of a run.
  public static let artifactBytes = 1 << 30
  /// How deep the folders of artifacts are.
  public static let artifactDepth = 16
}
