public import RunModel

/// An experiment as the queue has it: a name under which jobs are kept, and whether they are given out.
///
/// It is a copy of the queue's record at one moment; ``version`` says of which.
public struct QueuedExperiment: Hashable, Sendable {
  /// What it is called; unique in the queue, by its UTF-8 bytes.
  public let name: String
  /// Whether its jobs are given out.
  public var status: ExperimentStatus
  /// What a search is made from, as JSON; the queue keeps the text and never looks into it.
  public var settings: String
  /// Grows by one with every change of status or settings; what optimistic concurrency compares.
  public var version: Int
  /// How many jobs were proposed to workers so far and made from that; deleting jobs does not lower it.
  public var proposed: Int
  /// When it was added.
  public var created: UTCTimestamp

  /// An experiment as the queue has it.
  public init(
    name: String, status: ExperimentStatus = .running, settings: String = "", version: Int = 1,
    proposed: Int = 0, created: UTCTimestamp
  ) {
    self.name = name
    self.status = status
    self.settings = settings
    self.version = version
    self.proposed = proposed
    self.created = created
  }
}
