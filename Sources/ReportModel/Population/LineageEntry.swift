import Diagnostics
import RunModel

/// What a run says of its place in a lineage, before anybody knows whether it fits together.
struct LineageEntry: Hashable, Sendable {
  /// Its position among the runs of its experiment.
  var run: Int
  /// The job whose run it is; nil if it does not say.
  var job: ExactString?
  /// Its generation or rung, from 0.
  var generation: Int
  /// Its member or trial.
  var member: Int
  /// The job that it went on from, as it says.
  var parent: ExactString?
  /// What was drawn for it; nil if that cannot be read.
  var factors: DrawnFactors?
  /// How it ended.
  var status: RunStatus
  /// When it was begun, if it says so.
  var started: UTCTimestamp?
  /// What it scored; nil without a score, or one that may not be ranked with the others.
  var score: Double?

  /// An entry; all unless told as for a run that ended well and is the first of its line.
  init(
    run: Int, job: ExactString?, generation: Int, member: Int, parent: ExactString? = nil,
    factors: DrawnFactors? = DrawnFactors.none, status: RunStatus = .completed, started: UTCTimestamp? = nil,
    score: Double? = nil
  ) {
    self.run = run
    self.job = job
    self.generation = generation
    self.member = member
    self.parent = parent
    self.factors = factors
    self.status = status
    self.started = started
    self.score = score
  }

  /// What a run says; nil where its generation or member is no whole number from 0 to ``limit``.
  init?(_ run: Run, at position: Int) {
    func whole(_ key: ExactString) -> Int? {
      run.provenance[key].flatMap { Int($0) }.flatMap { (0...Self.limit).contains($0) ? $0 : nil }
    }
    guard let generation = whole(SearchProvenance.generation), let member = whole(SearchProvenance.member)
    else { return nil }
    func text(_ key: ExactString) -> ExactString? {
      run.provenance[key].flatMap { $0.isEmpty ? nil : ExactString($0) }
    }
    self.init(
      run: position, job: text(SearchProvenance.job), generation: generation, member: member,
      parent: text(SearchProvenance.parent),
      factors: run.provenance[SearchProvenance.factors].map { DrawnFactors($0) } ?? DrawnFactors.none,
      status: run.status, started: run.timestamp)
  }

  /// No search has more generations or members.
  static let limit = 1_000_000_000
}
