public import Diagnostics
public import RunModel

/// What a strategy proposes to a worker that finds no queued job.
public enum Proposal: Hashable, Sendable {
  /// A new job with these hyperparameters.
  case job([ExactString: Scalar])
  /// A new job with a place in a lineage; what it outdoes becomes PRUNED in the same step.
  case descendant(ProposedJob)
  /// Nothing now: more is known when a job that runs has ended.
  case wait
  /// Nothing any more. The experiment becomes DONE as soon as no worker has a job of it, since an attempt that fails may
  /// be made again.
  case finished
  /// The same, and the jobs of these ids become PRUNED when the experiment becomes DONE.
  case finishedPruning([String])
}
