#if PostgreSQL
  import Diagnostics
  import RunModel

  extension PostgreSQLTransaction {
    func insert(_ job: Job) throws(JobError) -> Job {
      // Numbers are counted in a row and not by a sequence, which would leave out those of changes that were undone.
      let sql = """
        WITH counted AS (
          UPDATE \(table("version")) SET jobs = jobs + 1 WHERE application = $1 AND jobs BETWEEN 0 AND $2 RETURNING jobs
        )
        INSERT INTO \(table("jobs")) (experiment, number, status, version, attempts, excused, retries, worker, started, ended,
          lease_ends, hyperparameters, results, lineage, created)
        SELECT experiments.number, counted.jobs, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
        FROM counted, \(table("experiments")) WHERE experiments.name = $16
        """
      let limits: [PostgreSQLValue] = [.integer(PostgreSQLSchema.application), .count(JobLimit.jobs - 1)]
      let rows = try write(
        sql, limits + Self.changeable(job) + [.moment(job.created), .text(job.experiment)],
        returning: "number")
      guard let number = rows.first?.integer("number", in: 1...Int64(JobLimit.jobs)) else {
        throw JobError(.invalid, detail: "The queue is full: it had \(JobLimit.jobs) jobs. Begin a new one.")
      }
      let added = job.named(JobID.text(Int64(number)))
      if job.status != .running { tell(job.experiment, job: added.id) }
      return added
    }

    func update(_ job: Job, adding failure: JobFailure?) throws(JobError) {
      guard let number = JobID.number(job.id) else { return }
      try write(
        """
        UPDATE \(table("jobs")) SET status = $2, version = $3, attempts = $4, excused = $5, retries = $6, worker = $7,
          started = $8, ended = $9, lease_ends = $10, hyperparameters = $11, results = $12, lineage = $13 WHERE number = $1
        """, [.integer(number)] + Self.changeable(job))
      if let failure {
        try write(
          """
          INSERT INTO \(table("failures")) (job, attempt, worker, timestamp, error) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (job, attempt) DO UPDATE
          SET worker = excluded.worker, timestamp = excluded.timestamp, error = excluded.error
          """,
          [
            .integer(number), .count(failure.attempt), .text(failure.worker), .moment(failure.timestamp),
            .text(failure.error),
          ])
      }
      if job.status == .running {
        tellNothing(ofJob: job.id)
      } else {
        tell(job.experiment, job: job.id)
      }
    }

    func deleteJob(_ id: String) throws(JobError) -> Bool {
      guard let number = JobID.number(id) else { return false }
      let sql = """
        DELETE FROM \(table("jobs")) USING \(table("experiments"))
        WHERE experiments.number = experiment AND jobs.number = $1
        """
      guard let row = try write(sql, [.integer(number)], returning: Self.bounded("name")).first else {
        return false
      }
      tell(row.text("name") ?? "", job: id)
      return true
    }

    private static func changeable(_ job: Job) -> [PostgreSQLValue] {
      [
        .word(job.status.rawValue), .count(job.version), .count(job.attempts), .count(job.excused),
        .count(job.retries),
        .text(job.worker), .moment(job.started), .moment(job.ended), .moment(job.leaseEnds),
        .bytes(StoredScalars.bytes(job.hyperparameters)), .bytes(StoredScalars.bytes(job.results)),
        .bytes(StoredLineage.bytes(job.lineage, isOutdone: job.isOutdone)),
      ]
    }
  }
#endif
