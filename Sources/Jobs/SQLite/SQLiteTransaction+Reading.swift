import Foundation
import GRDB
import RunModel

extension SQLiteTransaction {
  /// Every job with the name of its experiment, to be followed by a condition.
  static let selectJobs = """
    SELECT jobs.number AS number, \(bounded("name")), jobs.status AS status, jobs.version AS version, attempts, excused,
    retries, \(bounded("worker")), jobs.created AS created, started, ended, lease_ends, \(bounded("hyperparameters")),
    \(bounded("results")), \(bounded("lineage")) FROM jobs JOIN experiments ON experiments.number = jobs.experiment
    """

  /// The job of a row of ``selectJobs``, with its failures.
  func job(_ row: StoredRow) throws(JobError) -> Job {
    let number = row.integer("number")
    guard let number, let experiment = row.text("name"), let status: JobStatus = row.name("status"),
      let version = row.integer("version"), let attempts = row.integer("attempts"),
      let excused = row.integer("excused"), let retries = row.integer("retries"),
      let worker = row.text("worker"), let created = row.timestamp("created"),
      let started = row.optionalTimestamp("started"), let ended = row.optionalTimestamp("ended"),
      let leaseEnds = row.optionalTimestamp("lease_ends"),
      let hyperparameters = row.bytes("hyperparameters").flatMap(StoredScalars.values),
      let results = row.bytes("results").flatMap(StoredScalars.values),
      let lineage = row.optionalLineage("lineage")
    else {
      throw JobError(
        .damaged, job: number.map { JobID.text(Int64($0)) } ?? "?",
        detail:
          "The record of the job cannot be read. Other jobs are not affected; delete it to be rid of it.")
    }
    return Job(
      id: JobID.text(Int64(number)), experiment: experiment, status: status, hyperparameters: hyperparameters,
      results: results, version: version, attempts: attempts, excused: excused, retries: retries,
      worker: worker.isEmpty ? nil : worker, created: created, started: started, ended: ended,
      leaseEnds: leaseEnds, lineage: lineage, failures: attempts > 0 ? try failures(of: number) : [])
  }

  /// The job of a row; where that cannot be read, the job is set aside as CRASHED, so that it stops nobody.
  func readable(_ row: Row) throws(JobError) -> Job? {
    do throws(JobError) {
      return try job(StoredRow(row))
    } catch  where error.reason == .damaged && error.job != nil {
      let number: DatabaseValue = row["number"]
      try execute(
        "UPDATE jobs SET status = 'CRASHED', lease_ends = NULL, ended = ? WHERE number = ?",
        [now.microseconds, number])
      guard database.changesCount == 1 else { throw error }
      return nil
    }
  }

  private func failures(of number: Int) throws(JobError) -> [JobFailure] {
    let sql = """
      SELECT attempt, \(Self.bounded("worker")), timestamp, \(Self.bounded("error")) FROM failures WHERE job = ?
      ORDER BY attempt
      """
    return try rows(sql, [number]).map { StoredRow($0) }.map { row in
      JobFailure(
        attempt: row.integer("attempt") ?? 0, worker: row.text("worker") ?? "",
        timestamp: row.timestamp("timestamp") ?? UTCTimestamp(microseconds: 0),
        error: row.text("error") ?? "The record of this failure cannot be read.")
    }
  }
}
