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
    try row.job { number throws(JobError) in try failures(of: number) }
  }

  /// The job of a row; where that cannot be read, the job is set aside as CRASHED, so that it stops nobody.
  func readable(_ row: Row) throws(JobError) -> Job? {
    do throws(JobError) {
      return try job(StoredRow(row))
    } catch  where error.reason == .damaged && error.job != nil {
      let number: DatabaseValue = row["number"]
      try execute(
        """
        UPDATE jobs SET status = 'CRASHED', lease_ends = NULL, ended = ?,
          version = CASE WHEN version BETWEEN 0 AND \(StoredRow.largest - 1) THEN version + 1 ELSE version END
        WHERE number = ?
        """,
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
    return try rows(sql, [number]).map { StoredRow($0).failure }
  }
}
