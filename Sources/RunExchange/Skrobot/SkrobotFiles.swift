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

  private static let sourceExtensions: Set<String> = ["py", "ipynb", "r"]

  /// The files of one task.
  ///
  /// The rows that a prediction task scored (`predictions.csv`) are called `scored rows`: they have no truth, so
  /// there is nothing to evaluate.
  func artifacts(of task: SkrobotTask) -> [Artifact] {
    let hasOwnTasks = tasks.contains { !$0.isKnown }
    return all.compactMap { artifact in
      let name = artifact.filename
      let top = name.split(separator: "/", maxSplits: 1).first.map(String.init) ?? name
      let isRecord = [".params", ".errors"].contains { SkrobotLayout.stem(of: name, $0) != nil }
      guard !isRecord else { return nil }
      if tasks.contains(where: { $0.wrote(top) }) {
        guard task.wrote(top) else { return nil }
        guard name == "predictions.csv" else { return artifact }
        return Artifact(
          id: "scored rows", filename: "scored rows.csv", kind: artifact.kind, content: artifact.content)
      }
      let isSource = top == name && Self.sourceExtensions.contains(FilePath.fileExtension(of: name))
      return isSource || !hasOwnTasks || !task.isKnown ? artifact : nil
    }.sorted { $0.id < $1.id }
  }
}
