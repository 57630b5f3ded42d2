import RunModel

/// How a job goes from one status to another. No other place changes a status.
extension Job {
  /// A worker begins with it.
  mutating func begin(worker: String, lease: Double, retries: Int, now: UTCTimestamp) {
    let moment = notBefore(created, now)
    status = .running
    attempts += 1
    self.retries = retries
    self.worker = worker
    started = moment
    ended = nil
    leaseEnds = moment.after(seconds: lease)
    version += 1
  }

  /// Its worker is alive; a lease never becomes shorter.
  mutating func renew(lease: Double, now: UTCTimestamp) {
    let end = now.after(seconds: lease)
    leaseEnds = leaseEnds.map { max($0, end) } ?? end
  }

  /// It comes to its end.
  mutating func end(as status: JobStatus, now: UTCTimestamp) {
    self.status = status
    ended = notBefore(started ?? created, now)
    leaseEnds = nil
    version += 1
  }

  /// The attempt failed: it waits for another, or is over where the attempts that count are more than the retries.
  mutating func fail(now: UTCTimestamp) {
    if attempts - excused > retries {
      // What it began with is its parent's; it measured nothing itself.
      if lineage?.parent != nil { results = [:] }
      end(as: .crashed, now: now)
    } else {
      wait()
    }
  }

  /// Its worker gives it back; the attempt does not count.
  mutating func giveBack() {
    excused += 1
    wait()
  }

  /// Somebody asks for it to be tried anew; what was attempted before does not count.
  mutating func startOver() {
    excused = attempts
    wait()
  }

  /// Somebody gives it another status; with the same one its worker keeps it.
  mutating func move(to status: JobStatus, now: UTCTimestamp) {
    if status == self.status {
      version += 1
    } else if status.isFinal {
      end(as: status, now: now)
    } else {
      wait()
      if status == .running { beginByHand(now: now) }
    }
  }

  /// Somebody works on it without the queue.
  ///
  /// That counts as no attempt and ends by no lease, but no worker that had the
  /// job before has it now.
  mutating func beginByHand(now: UTCTimestamp) {
    status = .running
    attempts += 1
    excused += 1
    worker = nil
    started = notBefore(created, now)
    ended = nil
    leaseEnds = nil
  }

  /// The failure of the attempt that is going on.
  func failure(_ error: String, now: UTCTimestamp) -> JobFailure {
    JobFailure(
      attempt: attempts, worker: worker ?? "", timestamp: notBefore(started ?? created, now), error: error)
  }

  /// The plan of its search goes on without it.
  mutating func prune(now: UTCTimestamp) {
    status = .pruned
    ended = ended ?? now
    isOutdone = true
    version += 1
  }

  private mutating func wait() {
    status = .queued
    isOutdone = false
    ended = nil
    leaseEnds = nil
    version += 1
  }

  /// The later of both: where the clock was put back, the moments of one job still do not go backwards.
  private func notBefore(_ earlier: UTCTimestamp, _ now: UTCTimestamp) -> UTCTimestamp { max(earlier, now) }
}

extension UTCTimestamp {
  /// The moments that a queue keeps, in microseconds: those of the years 1 to 9999.
  static let kept: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999

  /// The moment `seconds` later; the last one that is kept where that is too far.
  func after(seconds: Double) -> UTCTimestamp {
    let step = Int64(exactly: (seconds * 1_000_000).rounded()) ?? .max
    let (sum, overflows) = microseconds.addingReportingOverflow(step)
    return UTCTimestamp(microseconds: overflows ? Self.kept.upperBound : min(sum, Self.kept.upperBound))
  }

  /// This moment, or the nearest one that is kept.
  var clamped: UTCTimestamp {
    UTCTimestamp(microseconds: min(max(microseconds, Self.kept.lowerBound), Self.kept.upperBound))
  }
}
