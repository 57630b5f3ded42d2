import Jobs
import RunModel
import Synchronization

/// A store in memory, to show that the queue's rules need no SQLite.
final class MemoryJobStore: JobStore {
  let place = "memory"
  private let records = Mutex(Records())
  private let now: @Sendable () -> UTCTimestamp

  /// An empty store.
  init(now: @escaping @Sendable () -> UTCTimestamp) {
    self.now = now
  }

  func change<Value>(
    _ scope: ChangeScope, _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value {
    let transaction = MemoryTransaction(now: now(), records: records.withLock { $0 })
    let value = try body(transaction)
    records.withLock { $0 = transaction.records }
    return value
  }

  func look<Value>(_ body: (any JobTransaction) throws(JobError) -> Value) throws(JobError) -> Value {
    try body(MemoryTransaction(now: now(), records: records.withLock { $0 }))
  }

  func close() throws(JobError) {}

  /// What there is.
  struct Records {
    var experiments: [QueuedExperiment] = []
    var jobs: [Job] = []
    var added = 0
  }
}

/// A copy of the records that a transaction changes.
private final class MemoryTransaction: JobTransaction {
  let now: UTCTimestamp
  let mayPropose = true
  var records: MemoryJobStore.Records

  init(now: UTCTimestamp, records: MemoryJobStore.Records) {
    self.now = now
    self.records = records
  }

  func experiment(_ name: String) -> QueuedExperiment? {
    records.experiments.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  func experiments() -> [QueuedExperiment] { records.experiments }

  func insert(_ experiment: QueuedExperiment) { records.experiments.append(experiment) }

  func update(_ experiment: QueuedExperiment) {
    for i in records.experiments.indices
    where records.experiments[i].name.utf8.elementsEqual(experiment.name.utf8) {
      records.experiments[i] = experiment
    }
  }

  func deleteExperiment(_ name: String) -> Bool {
    let before = records.experiments.count
    records.experiments.removeAll { $0.name.utf8.elementsEqual(name.utf8) }
    records.jobs.removeAll { $0.experiment.utf8.elementsEqual(name.utf8) }
    return records.experiments.count < before
  }

  func job(_ id: String) -> Job? { records.jobs.first { $0.id == id } }

  func jobs(of experiment: String) -> JobListing { JobListing(jobs: all(experiment)) }

  func versions(of experiment: String) -> [(id: String, version: Int)] {
    all(experiment).map { ($0.id, $0.version) }
  }

  func counts(of experiment: String) -> [JobStatus: Int] {
    Dictionary(grouping: all(experiment), by: \.status).mapValues(\.count)
  }

  func nextLeaseEnd(of experiment: String) -> UTCTimestamp? { all(experiment).compactMap(\.leaseEnds).min() }

  func expiredJobs(of experiment: String) -> [Job] {
    all(experiment).filter { job in job.leaseEnds.map { $0 <= now } ?? false }
  }

  func firstQueued(of experiment: String) -> Job? { all(experiment).first { $0.status == .queued } }

  func insert(_ job: Job) -> Job {
    records.added += 1
    let digits = String(records.added)
    let id = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let named = Job(
      id: id, experiment: job.experiment, status: job.status, hyperparameters: job.hyperparameters,
      results: job.results, version: job.version, attempts: job.attempts, excused: job.excused,
      retries: job.retries, worker: job.worker, created: job.created, started: job.started, ended: job.ended,
      leaseEnds: job.leaseEnds, lineage: job.lineage, isOutdone: job.isOutdone)
    records.jobs.append(named)
    return named
  }

  func update(_ job: Job, adding failure: JobFailure?) {
    guard let i = records.jobs.firstIndex(where: { $0.id == job.id }) else { return }
    var failures = records.jobs[i].failures
    if let failure {
      failures.removeAll { $0.attempt == failure.attempt }
      failures.append(failure)
      failures.sort { $0.attempt < $1.attempt }
    }
    records.jobs[i] = job
    records.jobs[i].failures = failures
  }

  func deleteJob(_ id: String) -> Bool {
    let before = records.jobs.count
    records.jobs.removeAll { $0.id == id }
    return records.jobs.count < before
  }

  private func all(_ experiment: String) -> [Job] {
    records.jobs.filter { $0.experiment.utf8.elementsEqual(experiment.utf8) }
  }
}
