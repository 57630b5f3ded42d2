import Jobs

/// A job with its place and its quality.
struct LineageNode: Hashable, Sendable {
  /// The job.
  let job: Job
  /// Its place; of a job that somebody added, the one that it took.
  let place: JobLineage
  /// The larger the better; nil for none, which is worse than any.
  let quality: Double?
  /// Its position among all jobs, by which equals are told apart.
  let order: Int

  /// Whether it has come to its end.
  var hasEnded: Bool { job.status.isFinal }

  /// Whether the plan itself made it PRUNED.
  var isOutdone: Bool { job.status == .pruned && job.isOutdone }

  /// Whether it is ranked: it ended well, whatever the plan made of it since.
  ///
  /// Jobs that crashed, that their program gave up or that somebody pruned are not.
  var isRanked: Bool { job.status == .done || isOutdone }

  /// Whether another job may go on from it.
  var isUsable: Bool { job.status == .done && quality != nil }

  /// The nodes from the best to the worst; those without quality are last, of equals the older job is first.
  static func ranked(_ nodes: [LineageNode]) -> [LineageNode] {
    nodes.filter(\.isRanked).sorted { left, right in
      let (first, second) = (left.quality ?? -.infinity, right.quality ?? -.infinity)
      return first != second ? first > second : left.order < right.order
    }
  }
}
