import Diagnostics

/// The files of a folder in which tasks run: which are records, and which a task wrote.
struct TaskFiles: Hashable, Sendable {
  /// Suffixes of the files that describe an execution.
  static let params = ".params"
  static let errors = ".errors"
  static let execution = ".execution.json"

  private static let fileLimit = 10_000
  private static let depthLimit = 16

  /// Path below the folder → what was seen there.
  private var files: [ExactString: FileAttributes] = [:]

  /// Whether a file of this name is a record of Assay's own.
  static func isRecord(_ name: String) -> Bool {
    [params, errors, execution].contains { name.utf8.count > $0.utf8.count && name.hasSuffix($0) }
  }

  /// The files in `folder` and below, at most 10,000, links not followed, records and other executions' folders left out.
  init(in folder: String, _ fileSystem: FileSystem) {
    var waiting = [(path: "", depth: 0)]
    while let (path, depth) = waiting.popLast(), files.count < Self.fileLimit {
      let entries = (try? fileSystem.list(FilePath.join(folder, path))) ?? []
      let names = Set(entries.map { ExactString($0.name) })
      for entry in entries {
        let inner = path.isEmpty ? entry.name : path + "/" + entry.name
        switch entry.kind {
        case .directory:
          let isExecution = depth == 0 && names.contains(ExactString(entry.name + Self.params))
          let isStage = entry.name.hasPrefix(".assay-")
          if !isExecution, !isStage, depth < Self.depthLimit { waiting.append((inner, depth + 1)) }
        case .file where depth > 0 || !(Self.isRecord(entry.name) || entry.name == Experiment.logFile):
          files[ExactString(inner)] = try? fileSystem.attributes(FilePath.join(folder, inner))
        default: break
        }
      }
    }
  }

  /// The files that are new or changed since `earlier`, sorted by path.
  func written(since earlier: TaskFiles) -> [TaskRecord.File] {
    files.filter { earlier.files[$0.key] != $0.value }.sorted { $0.key < $1.key }
      .map { TaskRecord.File(path: $0.key.text, bytes: $0.value.size) }
  }
}
