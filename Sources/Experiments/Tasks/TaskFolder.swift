import Diagnostics
import RunModel

/// A folder in which tasks run, with their records.
///
/// The first execution of a type leaves what skrobot leaves: `<type>.params`, `<type>.errors` if it failed, its files
/// beside them. A further one leaves `<type>_0002.params` and so on, and its files in the folder `<type>_0002`. Each has
/// `<type>.execution.json` too.
struct TaskFolder: Sendable {
  /// The folder, which is there.
  let path: String
  /// Where it is.
  let fileSystem: FileSystem
  /// Where times come from.
  let clock: ExperimentClock

  private static let executionLimit = 9999

  /// Runs a task.
  ///
  /// - Parameter task: The task.
  /// - Returns: What came of it; problems with the records are diagnostics.
  func execute<Work: ExperimentTask>(_ task: Work) async -> TaskExecution<Work.Output> {
    var record = TaskRecord(
      type: Work.typeName, execution: 0, status: .running, started: clock.now(), directory: ".", path: path)
    // Only the first execution may work in the common folder, and one at a time.
    var lock = await commonFolderLock(for: Work.typeName)
    let claim: Claim
    do throws(TaskError) {
      claim = try self.claim(task, hasCommonFolder: lock != nil)
    } catch {
      record.status = .failed
      record.ended = clock.now()
      record.error = ErrorReport(error).text
      return TaskExecution(result: .failure(error), record: record, diagnostics: [])
    }
    if claim.isApart { lock = nil }
    record.execution = claim.number
    record.directory = claim.isApart ? claim.folderName : "."
    record.path = FilePath.join(path, claim.stem + TaskFiles.execution)
    var diagnostics: [Diagnostic] = []
    save(record, reportingTo: &diagnostics)

    let directory = claim.isApart ? FilePath.join(path, claim.folderName) : path
    let before = TaskFiles(in: directory, fileSystem)
    let result: Result<Work.Output, any Error>
    do {
      result = .success(try await task.run(in: directory))
    } catch {
      result = .failure(error)
    }
    record.ended = clock.now()
    record.files = TaskFiles(in: directory, fileSystem).written(since: before)
    switch result {
    case .success:
      record.status = .completed
      try? fileSystem.remove(FilePath.join(path, claim.stem + TaskFiles.errors))
    case .failure(let error):
      let text = ErrorReport(error).text
      record.status = error is CancellationError ? .interrupted : .failed
      record.error = text
      write(Array(text.utf8), claim.stem + TaskFiles.errors, reportingTo: &diagnostics)
    }
    withExtendedLifetime(lock) { save(record, reportingTo: &diagnostics) }
    return TaskExecution(result: result, record: record, diagnostics: diagnostics)
  }

  /// Writes a record; that it cannot be written is a diagnostic.
  func save(_ record: TaskRecord, reportingTo diagnostics: inout [Diagnostic]) {
    guard record.execution > 0 else { return }
    write(record.json, FilePath.name(of: record.path), reportingTo: &diagnostics)
  }

  private func write(_ bytes: [UInt8], _ name: String, reportingTo diagnostics: inout [Diagnostic]) {
    do throws(FileSystemError) {
      try fileSystem.write(bytes, FilePath.join(path, name))
    } catch {
      diagnostics.append(
        Diagnostic(
          .warning, .init("tasks.record-not-written"), at: SourcePlace(path: FilePath.join(path, name)),
          found: "that the record cannot be written: \(error)", expected: "a folder that can be written",
          consequence: "The task itself is not affected."))
    }
  }
}

extension TaskFolder {
  /// The number of an execution, which no other has.
  private struct Claim {
    var number: Int
    var stem: String
    /// The name of the folder for files that do not go into the common one.
    var folderName: String
    /// Whether the files go into a folder of their own.
    var isApart: Bool
  }

  /// The lock of the common folder, if it can be had for the first execution of `type`.
  ///
  /// A program that is just being started holds the locks of whoever starts it for a moment: so it is asked for again,
  /// for half a second.
  private func commonFolderLock(for type: String) async -> FileLock? {
    guard !fileSystem.exists(FilePath.join(path, type + TaskFiles.params)) else { return nil }
    for _ in 0..<25 {
      if let lock = try? fileSystem.lock(path, false) { return lock }
      try? await Task.sleep(for: .milliseconds(20))
    }
    return nil
  }

  /// Takes the next number of the task's type by writing its parameters where there are none.
  ///
  /// Of several programs and threads each gets a number of its own. Only one task at a time works in the common folder;
  /// whoever comes meanwhile gets a folder of its own, so that files are not mixed up.
  private func claim(
    _ task: some ExperimentTask, hasCommonFolder: Bool
  ) throws(TaskError) -> Claim {
    let name = type(of: task).typeName
    if let problem = TaskName.problem(of: name) {
      throw TaskError(
        .unsafeName, path: name,
        detail: "This cannot be the name of a task's files: \(problem). Set typeName.")
    }
    do throws(FileSystemError) {
      let stage = try fileSystem.createUniqueDirectory(path)
      defer { try? fileSystem.remove(stage) }
      let file = FilePath.join(stage, "params")
      try fileSystem.write(task.parameters.json(type: name), file)
      for number in 1...Self.executionLimit {
        let stem = TaskName.stem(name, execution: number)
        let target = FilePath.join(path, stem + TaskFiles.params)
        do throws(FileSystemError) {
          try fileSystem.renameExclusively(file, target)
        } catch {
          guard error.reason == .exists else { throw error }
          continue
        }
        var claim = Claim(number: number, stem: stem, folderName: stem, isApart: true)
        if number == 1 {
          claim.isApart = !hasCommonFolder
          claim.folderName = name + "_" + TaskName.padded(1)
        }
        if claim.isApart { try fileSystem.createDirectory(FilePath.join(path, claim.folderName)) }
        return claim
      }
      try? fileSystem.remove(file)
    } catch {
      throw TaskError(error)
    }
    throw TaskError(
      .tooMany, path: FilePath.join(path, name + TaskFiles.params),
      detail: "There are \(Self.executionLimit) executions already. Begin a new experiment.")
  }
}
