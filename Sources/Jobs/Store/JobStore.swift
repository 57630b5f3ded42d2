/// Where a queue keeps its records.
///
/// The rules are the queue's; a store only keeps, finds and locks.
/// One set of tests runs against every store.
package protocol JobStore: Sendable {
  /// Where it is, as messages show it.
  var place: String { get }

  /// Runs `body` in a transaction that may change records.
  ///
  /// Whatever it reads stays as it is until the end; whatever it changes is there whole or, if it throws, not at all.
  func change<Value>(
    _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value

  /// Runs `body` on one state of the records, which it does not change.
  func look<Value>(
    _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value

  /// Lets go of files and connections; whatever is asked afterwards is refused.
  func close() throws(JobError)
}
