import Diagnostics

/// A run within a ``Lineage``.
struct LineageNode: Hashable, Sendable {
  /// What the run says.
  let entry: LineageEntry
  /// The run that it went on from, as a position among the nodes, always smaller than its own; nil for none.
  let parent: Int?
  /// The runs that went on from it, in their order.
  var children: [Int] = []
  /// The run of the same member in its next generation; nil for none.
  var successor: Int?
  /// What became of it.
  var fate: Fate = .kept

  /// What became of a run after it ended.
  enum Fate: Hashable, Sendable {
    /// Somebody went on from it, or nobody could.
    case kept
    /// Its member went on from another run instead: the ``LineageNode/successor``.
    case replaced
    /// It was not taken to a higher rung although there is one.
    case stopped
    /// It was pruned, as its own status says, and nothing here says why.
    case pruned
    /// It failed.
    case failed
    /// It was stopped from outside.
    case interrupted
    /// It has not ended.
    case open
  }

  /// Whether it was given up: nobody went on from it by its own member, or it was pruned.
  var isPruned: Bool { [.replaced, .stopped, .pruned].contains(fate) }
}
