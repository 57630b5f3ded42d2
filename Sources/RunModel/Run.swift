public import Diagnostics

/// One run: what was tried, what was measured, what it left behind.
///
/// A run is read-only evidence. Readers fill in what their format holds and leave the rest empty; nothing is
/// invented. Dictionaries have no order of their own; show their keys by ``NaturalOrder``.
public struct Run: Sendable, Hashable {
  /// Which run it is.
  public var id: RunID
  /// When it was started, if the source says so.
  public var timestamp: UTCTimestamp?
  /// How it ended.
  public var status: RunStatus
  /// What was set: name → value.
  public var params: [ExactString: Scalar]
  /// What was measured, the last value of each: name → value.
  public var metrics: [ExactString: Scalar]
  /// Every logged point of a metric that was logged over steps, in order of (step, time).
  public var histories: [ExactString: [MetricPoint]]
  /// Confusion matrices that were logged as counts: name → matrix.
  public var confusions: [ExactString: LoggedConfusion]
  /// Named tables of values: dict → key → value.
  public var dicts: [ExactString: [ExactString: Scalar]]
  /// The names of the model's inputs, in the order in which they were given.
  public var features: [String]
  /// Files and bytes, sorted by id.
  public var artifacts: [Artifact]
  /// Free labels: name → value.
  public var tags: [ExactString: String]
  /// What the author wrote about the run, as Markdown.
  public var notes: String?
  /// Where it comes from (commit, program, machine, tool): name → value.
  public var provenance: [ExactString: String]
  /// The error that ended a failed run, with its trace if there is one.
  public var error: String?
  /// How long it took, in seconds.
  public var duration: Double?
  /// The run that this one belongs to or continues.
  public var parent: String?
  /// The folder that holds the run's files; what an example's image path is relative to, and must stay inside.
  public var folder: String?
  /// Top-level fields of the source that Assay has no place for: name → JSON.
  ///
  /// They are kept when the run is written again.
  public var unknownFields: [ExactString: String]

  /// A run with nothing but its id.
  public init(id: RunID) {
    self.id = id
    timestamp = nil
    status = .completed
    params = [:]
    metrics = [:]
    histories = [:]
    confusions = [:]
    dicts = [:]
    features = []
    artifacts = []
    tags = [:]
    notes = nil
    provenance = [:]
    error = nil
    duration = nil
    parent = nil
    folder = nil
    unknownFields = [:]
  }
}
