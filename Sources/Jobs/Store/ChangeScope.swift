/// What a change is about, so that a store can keep others away from that and from nothing else.
///
/// A store that has only one change at a time, such as a file, needs none of this.
package enum ChangeScope: Hashable, Sendable {
  /// Some jobs of this experiment. Others may change other jobs of it meanwhile, but not the experiment itself.
  case jobs(of: String)
  /// The job of this id; as ``jobs(of:)`` with its experiment.
  case job(String)
  /// All of this experiment, whether there is one or not: nobody else makes it or changes it or any of its jobs meanwhile.
  case experiment(String)
}
