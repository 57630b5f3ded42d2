import Foundation
import GRDB
import RunModel

extension SQLiteTransaction {
  func job(_ id: String) throws(JobError) -> Job? {
    guard let number = JobID.number(id),
      let row = try row("\(Self.selectJobs) WHERE jobs.number = ?", [number])
    else { return nil }
    return try job(StoredRow(row))
  }

  func jobs(of experiment: String) throws(JobError) -> JobListing {
    var listing = JobListing(jobs: [])
    for row in try rows(
      "\(Self.selectJobs) WHERE experiments.name = ? ORDER BY jobs.number", [experiment.stored])
    {
      do throws(JobError) {
        listing.jobs.append(try job(StoredRow(row)))
      } catch  where error.reason == .damaged && error.job != nil {
        listing.damaged.append(error)
      }
    }
    return listing
  }

  func versions(of experiment: String) throws(JobError) -> [(id: String, version: Int)] {
    let sql = """
      SELECT jobs.number AS number, jobs.version AS version FROM jobs
      JOIN experiments ON experiments.number = experiment WHERE experiments.name = ? ORDER BY jobs.number
      """
    return try rows(sql, [experiment.stored]).compactMap { StoredRow($0).version }
  }

  func counts(of experiment: String) throws(JobError) -> [JobStatus: Int] {
    var counts: [JobStatus: Int] = [:]
    let sql = """
      SELECT jobs.status AS status, count(*) AS count FROM jobs JOIN experiments ON experiments.number = experiment
      WHERE experiments.name = ? GROUP BY jobs.status
      """
    for row in try rows(sql, [experiment.stored]).map({ StoredRow($0) }) {
      if let status: JobStatus = row.name("status"), let count = row.integer("count") {
        counts[status] = count
      }
    }
    return counts
  }

  func nextLeaseEnd(of experiment: String) throws(JobError) -> UTCTimestamp? {
    let sql = """
      SELECT min(lease_ends) AS lease_ends FROM jobs JOIN experiments ON experiments.number = experiment
      WHERE experiments.name = ? AND lease_ends IS NOT NULL AND jobs.status = 'RUNNING'
      """
    return try row(sql, [experiment.stored]).flatMap {
      // Also one that no queue writes: the job counts as taken until somebody finds it damaged.
      StoredRow($0).integer("lease_ends", in: .min ... .max).map { UTCTimestamp(microseconds: Int64($0)) }
    }
  }

  func expiredJobs(of experiment: String) throws(JobError) -> [Job] {
    let sql = """
      \(Self.selectJobs) WHERE experiments.name = ? AND lease_ends IS NOT NULL AND lease_ends <= ?
      AND jobs.status = 'RUNNING' ORDER BY jobs.number
      """
    var expired: [Job] = []
    for row in try rows(sql, [experiment.stored, now.microseconds]) {
      if let job = try readable(row) { expired.append(job) }
    }
    return expired
  }

  func firstQueued(of experiment: String) throws(JobError) -> Job? {
    // In a file whose index is damaged a job that was set aside is found again: never look back.
    let sql = """
      \(Self.selectJobs) WHERE experiments.name = ? AND jobs.status = 'QUEUED' AND jobs.number > ?
      ORDER BY jobs.number LIMIT 1
      """
    var last = Int64.min
    while let row = try row(sql, [experiment.stored, last]) {
      if let job = try readable(row) { return job }
      guard let number = (row["number"] as DatabaseValue).int64, number > last else { return nil }
      last = number
    }
    return nil
  }

  func insert(_ job: Job) throws(JobError) -> Job {
    try execute(
      """
      INSERT INTO jobs (experiment, status, version, attempts, excused, retries, worker, created, started, ended,
        lease_ends, hyperparameters, results, lineage)
      SELECT number, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM experiments WHERE name = ?
      """, Self.changeable(job, created: job.created.microseconds) + [job.experiment.stored])
    let number = database.lastInsertedRowID
    guard database.changesCount == 1, (1...Int64(JobLimit.jobs)).contains(number) else {
      throw JobError(.invalid, detail: "The queue is full: it had \(JobLimit.jobs) jobs. Begin a new one.")
    }
    return job.named(JobID.text(number))
  }

  func update(_ job: Job, adding failure: JobFailure?) throws(JobError) {
    guard let number = JobID.number(job.id) else { return }
    try execute(
      """
      UPDATE jobs SET status = ?, version = ?, attempts = ?, excused = ?, retries = ?, worker = ?, started = ?,
        ended = ?, lease_ends = ?, hyperparameters = ?, results = ?, lineage = ? WHERE number = ?
      """, Self.changeable(job, created: nil) + [number])
    if let failure {
      try execute(
        "INSERT OR REPLACE INTO failures (job, attempt, worker, timestamp, error) VALUES (?, ?, ?, ?, ?)",
        [
          number, failure.attempt, failure.worker.stored, failure.timestamp.microseconds,
          failure.error.stored,
        ])
    }
  }

  func deleteJob(_ id: String) throws(JobError) -> Bool {
    guard let number = JobID.number(id) else { return false }
    try execute("DELETE FROM jobs WHERE number = ?", [number])
    return database.changesCount > 0
  }

  private static func changeable(_ job: Job, created: Int64?) -> StatementArguments {
    var arguments: StatementArguments = [
      job.status.rawValue, job.version, job.attempts, job.excused, job.retries, job.worker?.stored,
    ]
    if let created { arguments += [created] }
    return arguments + [
      job.started?.microseconds, job.ended?.microseconds, job.leaseEnds?.microseconds,
      Data(StoredScalars.bytes(job.hyperparameters)), Data(StoredScalars.bytes(job.results)),
      StoredLineage.bytes(job.lineage, isOutdone: job.isOutdone).map { Data($0) },
    ]
  }
}
