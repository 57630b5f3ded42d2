public import Diagnostics

/// One execution of a task, and what was wrong around it.
public struct TaskExecution<Output: Sendable>: Sendable {
  /// The task's result, or the very error that it threw.
  public var result: Result<Output, any Error>
  /// What is recorded of it.
  public var record: TaskRecord
  /// What went wrong beside the task: a notifier that failed, a record that could not be written.
  public var diagnostics: [Diagnostic]
}
