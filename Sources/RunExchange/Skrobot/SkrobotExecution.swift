import Diagnostics
import FileFormats
import RunModel

/// What `<task>.execution.json` says: Assay writes one for each execution, skrobot none.
struct SkrobotExecution {
  /// The sort of task.
  let type: String
  /// How many executions of the sort there were, this one included.
  let number: Int
  /// The folder of its files, as seen from the experiment's folder; empty for that itself.
  let directory: String
  /// Its files, as seen from the experiment's folder.
  let files: Set<ExactString>
  /// How it ended.
  let status: RunStatus
  /// When it began.
  let started: UTCTimestamp?
  /// How many seconds it took.
  let seconds: Double?
  /// What ended it.
  let error: String?

  /// The suffix of such files.
  static let suffix = ".execution.json"
  private static let fileLimit = 10_000

  /// The execution in a document; nil if it is none.
  init?(_ root: JSONValue) {
    guard let type = root["type"]?.string, let directory = root["directory"]?.string,
      let number = root["execution"]?.number?.value, number >= 1, number <= 1_000_000,
      let status = root["status"]?.string.flatMap(RunStatus.init),
      directory == "." || FilePath.isContained(directory)
    else { return nil }
    self.type = type
    self.number = Int(number)
    self.directory = directory == "." ? "" : directory
    self.status = status
    started = root["started"]?.string.flatMap { UTCTimestamp($0) }
    seconds = root["duration_seconds"]?.number?.value
    error = root["error"]?.string
    let folder = self.directory
    files = Set(
      (root["files"]?.array ?? []).prefix(Self.fileLimit).compactMap { $0["path"]?.string }
        .map { ExactString(FilePath.join(folder, $0)) })
  }
}
