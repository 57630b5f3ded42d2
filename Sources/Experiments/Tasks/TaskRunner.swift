public import Diagnostics

/// Runs tasks in a folder and records them: an ``Experiment`` without experimenter, log and notifiers.
///
/// ```swift
/// let runner = try TaskRunner("runner-output")
/// let result = try await runner.run(TrainTask(…))
/// ```
public struct TaskRunner: Sendable {
  let folder: TaskFolder

  /// The folder of all files.
  public var path: String { folder.path }

  /// A runner in a new folder.
  ///
  /// - Parameters:
  ///   - outputDirectory: The folder, which must not be there; the folders above it are made.
  ///   - fileSystem: Where it is.
  ///   - clock: Where times come from.
  /// - Throws: ``TaskError`` with ``TaskError/Reason/folderExists`` if anything is at the path.
  public init(
    _ outputDirectory: String, fileSystem: FileSystem = .disk, clock: ExperimentClock = .system
  ) throws(TaskError) {
    let parent = FilePath.parent(of: outputDirectory)
    let name = FilePath.name(of: outputDirectory)
    guard !["", ".", "..", "/"].contains(name), !outputDirectory.utf8.contains(0) else {
      throw TaskError(
        .unsafeName, path: outputDirectory, detail: "This cannot be the name of a new folder.")
    }
    do throws(FileSystemError) {
      try fileSystem.createDirectory(parent)
    } catch {
      throw TaskError(error)
    }
    let path = try StagedFolder(fileSystem: fileSystem).make(in: parent, named: name, until: 1)
    folder = TaskFolder(path: path, fileSystem: fileSystem, clock: clock)
  }

  /// Runs a task and records it.
  ///
  /// - Parameter task: The task.
  /// - Returns: The task's result.
  /// - Throws: The very error that the task threw; ``TaskError`` if it could not even be started.
  @discardableResult
  public func run<Work: ExperimentTask>(_ task: Work) async throws -> Work.Output {
    try await execute(task).result.get()
  }

  /// As ``run(_:)``, but returns what happened in full, and throws nothing.
  public func execute<Work: ExperimentTask>(_ task: Work) async -> TaskExecution<Work.Output> {
    await folder.execute(task)
  }
}
