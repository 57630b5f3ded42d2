/// An experiment whose folder is there, in which tasks run.
///
/// Get one by ``Experiment/build(id:)``.
public struct BuiltExperiment: Sendable {
  /// What it is called in its log and in messages.
  public let id: String
  /// Who is told how tasks end.
  public let notifiers: [any Notifier]
  let folder: TaskFolder

  init(id: String, folder: TaskFolder, notifiers: [any Notifier]) {
    self.id = id
    self.folder = folder
    self.notifiers = notifiers
  }

  /// The experiment's folder.
  public var path: String { folder.path }

  /// Runs a task, records it and tells the notifiers how it ended.
  ///
  /// - Parameter task: The task.
  /// - Returns: The task's result, also when a notifier failed or a record could not be written.
  /// - Throws: The very error that the task threw; ``TaskError`` if it could not even be started.
  @discardableResult
  public func run<Work: ExperimentTask>(_ task: Work) async throws -> Work.Output {
    try await execute(task).result.get()
  }

  /// As ``run(_:)``, but returns what happened in full, and throws nothing.
  public func execute<Work: ExperimentTask>(_ task: Work) async -> TaskExecution<Work.Output> {
    var execution = await folder.execute(task)
    guard !notifiers.isEmpty else { return execution }
    if case .failure(let error) = execution.result, error is CancellationError { return execution }
    let start = "The task [\(Work.typeName)] under experiment [\(id)] "
    let message =
      switch execution.result {
      case .success: start + "is completed successfully."
      case .failure(let error): start + "has failed with error:\n\n" + ErrorReport(error).text
      }
    await notify(message, &execution)
    return execution
  }

  /// Tells all notifiers at once; what goes wrong is a warning.
  private func notify<Output>(_ message: String, _ execution: inout TaskExecution<Output>) async {
    let notices = await withTaskGroup(of: (Int, TaskRecord.Notice).self) { group in
      for (index, notifier) in notifiers.enumerated() {
        group.addTask {
          do {
            try await notifier.notify(message)
            return (index, TaskRecord.Notice(notifier: notifier.name, problem: nil))
          } catch {
            return (index, TaskRecord.Notice(notifier: notifier.name, problem: ErrorReport(error).text))
          }
        }
      }
      var notices: [(Int, TaskRecord.Notice)] = []
      for await notice in group { notices.append(notice) }
      return notices.sorted { $0.0 < $1.0 }.map(\.1)
    }
    execution.record.notices = notices
    execution.diagnostics += notices.compactMap { $0.diagnostic(path: execution.record.path) }
    folder.save(execution.record, reportingTo: &execution.diagnostics)
  }
}
