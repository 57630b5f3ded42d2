import Diagnostics
import RunModel

/// Shares the files of a folder out among the tasks that ran in it.
///
/// What one of skrobot's own tasks writes is known by name. Anything else was written by a task of the user's own, and
/// belongs to each such task; where there is none, and for copies of source code, to every task.
struct SkrobotFiles {
  /// Every file of the folder, but for its log.
  let all: [Artifact]
  /// The tasks of the folder.
  let tasks: [SkrobotTask]

  private static let sourceExtensions: Set<String> = ["py", "ipynb", "r", "swift"]

  /// The files of one task.
  ///
  /// The rows that a prediction task scored (`predictions.csv`) are called `scored rows`: they have no truth, so
  /// there is nothing to evaluate.
  func artifacts(of task: SkrobotTask) -> [Artifact] {
    if let execution = task.execution { return artifacts(of: execution) }
    let hasOwnTasks = tasks.contains { !$0.isKnown }
    return all.compactMap { artifact in
      let name = artifact.filename
      let top = name.split(separator: "/", maxSplits: 1).first.map(String.init) ?? name
      guard !Self.isRecord(name) else { return nil }
      if tasks.contains(where: { $0.wrote(top) }) {
        guard task.wrote(top) else { return nil }
        return Self.named(artifact, name)
      }
      return Self.isSource(name) || !hasOwnTasks || !task.isKnown ? artifact : nil
    }.sorted { $0.id < $1.id }
  }

  /// The files of an execution that Assay recorded: those that the record names, without the execution's own folder, and
  /// copies of source code.
  private func artifacts(of execution: SkrobotExecution) -> [Artifact] {
    all.compactMap { artifact in
      let name = artifact.filename
      guard execution.files.contains(ExactString(name)) else {
        return Self.isSource(name)
          && !tasks.contains { $0.execution?.files.contains(ExactString(name)) == true }
          ? artifact : nil
      }
      return Self.named(artifact, FilePath.relative(name, to: execution.directory))
    }.sorted { $0.id < $1.id }
  }

  /// The artifact under a name, which is `scored rows` for predictions without truth.
  private static func named(_ artifact: Artifact, _ name: String) -> Artifact {
    let isScored = name == "predictions.csv"
    var named = artifact
    named.id = isScored ? "scored rows" : ExactString(name)
    named.filename = isScored ? "scored rows.csv" : name
    return named
  }

  private static func isRecord(_ name: String) -> Bool {
    [".params", ".errors", SkrobotExecution.suffix].contains { SkrobotLayout.stem(of: name, $0) != nil }
  }

  private static func isSource(_ name: String) -> Bool {
    !name.utf8.contains(UInt8(ascii: "/")) && sourceExtensions.contains(FilePath.fileExtension(of: name))
  }
}
