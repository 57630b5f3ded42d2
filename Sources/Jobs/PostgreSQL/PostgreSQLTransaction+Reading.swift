#if PostgreSQL
  import Diagnostics
  import RunModel

  extension PostgreSQLTransaction {
    func job(_ id: String) throws(JobError) -> Job? {
      guard let number = JobID.number(id),
        let row = try read(
          "\(selectJobs) WHERE jobs.number = $1\(isChanging ? " FOR UPDATE OF jobs" : "")", [.integer(number)]
        ).first
      else { return nil }
      return try job(row)
    }

    func jobs(of experiment: String) throws(JobError) -> JobListing {
      let failures = try failures(of: experiment)
      var listing = JobListing(jobs: [])
      for row in try read(
        "\(selectJobs) WHERE experiments.name = $1 ORDER BY jobs.number", [.text(experiment)])
      {
        do throws(JobError) {
          listing.jobs.append(try row.job { failures[$0] ?? [] })
        } catch {
          listing.damaged.append(error)
        }
      }
      return listing
    }

    func versions(of experiment: String) throws(JobError) -> [(id: String, version: Int)] {
      let sql = """
        SELECT jobs.number AS number, jobs.version AS version FROM \(table("jobs"))
        JOIN \(table("experiments")) ON experiments.number = experiment WHERE experiments.name = $1 ORDER BY jobs.number
        """
      return try read(sql, [.text(experiment)]).compactMap(\.version)
    }

    func counts(of experiment: String) throws(JobError) -> [JobStatus: Int] {
      let sql = """
        SELECT left(jobs.status, 20) AS status, count(*) AS count FROM \(table("jobs")) JOIN \(table("experiments"))
        ON experiments.number = experiment WHERE experiments.name = $1 GROUP BY jobs.status
        """
      var counts: [JobStatus: Int] = [:]
      for row in try read(sql, [.text(experiment)]) {
        if let status: JobStatus = row.name("status"), let count = row.integer("count") {
          counts[status] = count
        }
      }
      return counts
    }

    func nextLeaseEnd(of experiment: String) throws(JobError) -> UTCTimestamp? {
      let sql = """
        SELECT lease_ends FROM \(table("jobs")) JOIN \(table("experiments")) ON experiments.number = experiment
        WHERE experiments.name = $1 AND lease_ends IS NOT NULL AND jobs.status = 'RUNNING' ORDER BY lease_ends LIMIT 1
        """
      return try read(sql, [.text(experiment)]).first.map {
        UTCTimestamp(microseconds: Int64($0.integer("lease_ends", in: .min ... .max) ?? 0))
      }
    }

    func expiredJobs(of experiment: String) throws(JobError) -> [Job] {
      let sql = """
        \(selectJobs) WHERE experiments.name = $1 AND lease_ends IS NOT NULL AND lease_ends <= $2
        AND jobs.status = 'RUNNING' ORDER BY jobs.number\(skipping)
        """
      var expired: [Job] = []
      for row in try read(sql, [.text(experiment), .moment(now)]) {
        if let job = try readable(row) { expired.append(job) }
      }
      return expired
    }

    func firstQueued(of experiment: String) throws(JobError) -> Job? {
      let sql = """
        \(selectJobs) WHERE experiments.name = $1 AND jobs.status = 'QUEUED' AND jobs.number > $2
        ORDER BY jobs.number LIMIT 1\(skipping)
        """
      var last = Int64.min
      while let row = try read(sql, [.text(experiment), .integer(last)]).first {
        if let job = try readable(row) { return job }
        guard let number = row.integer("number", in: .min ... .max), Int64(number) > last else { return nil }
        last = Int64(number)
      }
      return nil
    }

    /// Leaves out what another transaction is about to take.
    private var skipping: String { isChanging ? " FOR UPDATE OF jobs SKIP LOCKED" : "" }

    /// Every job with the name of its experiment, to be followed by a condition.
    private var selectJobs: String {
      """
      SELECT jobs.number AS number, \(Self.bounded("name")), left(jobs.status, 20) AS status, jobs.version AS version,
      attempts, excused, retries, \(Self.bounded("worker")), jobs.created AS created, started, ended, lease_ends,
      \(Self.bounded("hyperparameters")), \(Self.bounded("results")), \(Self.bounded("lineage")), EXISTS (
        SELECT 1 FROM \(table("failures")) WHERE failures.job = jobs.number) AS failed FROM \(table("jobs")) JOIN \(table("experiments"))
      ON experiments.number = jobs.experiment
      """
    }

    private func job(_ row: StoredRow) throws(JobError) -> Job {
      try row.job { number throws(JobError) in
        guard row.integer("failed") != 0 else { return [] }
        let sql = "SELECT \(Self.failureColumns) FROM \(table("failures")) WHERE job = $1 ORDER BY attempt"
        return try read(sql, [.count(number)]).map(\.failure)
      }
    }

    /// The failures of all jobs of an experiment, by the jobs' numbers.
    private func failures(of experiment: String) throws(JobError) -> [Int: [JobFailure]] {
      let sql = """
        SELECT job, \(Self.failureColumns) FROM \(table("failures")) WHERE job IN (
          SELECT jobs.number FROM \(table("jobs")) JOIN \(table("experiments")) ON experiments.number = experiment
          WHERE experiments.name = $1)
        ORDER BY job, attempt
        """
      var failures: [Int: [JobFailure]] = [:]
      for row in try read(sql, [.text(experiment)]) {
        if let job = row.integer("job") { failures[job, default: []].append(row.failure) }
      }
      return failures
    }

    private static let failureColumns = "attempt, \(bounded("worker")), timestamp, \(bounded("error"))"

    /// The job of a row; where that cannot be read, the job is set aside as CRASHED, so that it stops nobody.
    private func readable(_ row: StoredRow) throws(JobError) -> Job? {
      do throws(JobError) {
        return try job(row)
      } catch {
        guard fault == nil, error.reason == .damaged, error.job != nil,
          let number = row.integer("number", in: .min ... .max)
        else { throw error }
        try write(
          """
          UPDATE \(table("jobs")) SET status = 'CRASHED', lease_ends = NULL, ended = $1,
            version = CASE WHEN version BETWEEN 0 AND \(StoredRow.largest - 1) THEN version + 1 ELSE version END
          WHERE number = $2
          """,
          [.moment(now), .count(number)])
        return nil
      }
    }
  }
#endif
