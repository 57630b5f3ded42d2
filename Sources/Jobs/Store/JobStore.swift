/// Where a queue keeps its records.
///
/// The rules are the queue's; a store only keeps, finds and locks.
/// One set of tests runs against every store.
package protocol JobStore: Sendable {
  /// Where it is, as messages show it: never with a password.
  var place: String { get }

  /// Runs `body` in a transaction that may change records.
  ///
  /// Whatever it reads of `scope` stays as it is until the end; whatever it changes is there whole or, if it throws, not
  /// at all. A store may run `body` again from its beginning, after undoing what it did, so it must do nothing else.
  func change<Value>(
    _ scope: ChangeScope, _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value

  /// Runs `body` on one state of the records, which it does not change; perhaps more than once.
  func look<Value>(
    _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value

  /// How often something changed that may give a worker of `experiment` something to do, as far as the store was told.
  ///
  /// - Returns: A number that only grows; nil from a store that is told nothing, so that one has to look.
  func changes(of experiment: String) -> Int?

  /// Waits until ``changes(of:)`` is another number than `count`, for at most `seconds`, or until the task is cancelled.
  func waitForChange(of experiment: String, after count: Int, atMost seconds: Double) async

  /// Lets go of files and connections; whatever is asked afterwards is refused.
  func close() throws(JobError)
}

extension JobStore {
  package func changes(of experiment: String) -> Int? { nil }

  package func waitForChange(of experiment: String, after count: Int, atMost seconds: Double) async {
    try? await Task.sleep(for: .seconds(seconds))
  }
}
