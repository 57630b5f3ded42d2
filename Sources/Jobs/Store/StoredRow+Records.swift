import RunModel

extension StoredRow {
  /// The experiment of a row.
  ///
  /// - Throws: ``JobError``, `damaged`.
  func experiment() throws(JobError) -> QueuedExperiment {
    guard let name = text("name"), let status: ExperimentStatus = self.name("status"),
      let settings = text("settings"), let version = integer("version"),
      let proposed = integer("proposed"), let created = timestamp("created")
    else {
      throw JobError(
        .damaged, experiment: text("name"), detail: "The record of the experiment cannot be read.")
    }
    return QueuedExperiment(
      name: name, status: status, settings: settings, version: version, proposed: proposed, created: created)
  }

  /// The job of a row, with the failures that `failures` gives for its number.
  ///
  /// - Throws: ``JobError``, `damaged` with the job's id; and what `failures` throws.
  func job(failures: (Int) throws(JobError) -> [JobFailure]) throws(JobError) -> Job {
    let number = integer("number")
    guard let number, let experiment = text("name"), let status: JobStatus = name("status"),
      let version = integer("version"), let attempts = integer("attempts"),
      let excused = integer("excused"), let retries = integer("retries"),
      let worker = text("worker"), let created = timestamp("created"),
      let started = optionalTimestamp("started"), let ended = optionalTimestamp("ended"),
      let leaseEnds = optionalTimestamp("lease_ends"),
      let hyperparameters = bytes("hyperparameters").flatMap(StoredScalars.values),
      let results = bytes("results").flatMap(StoredScalars.values),
      let (lineage, isOutdone) = self.lineage("lineage")
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
      leaseEnds: leaseEnds, lineage: lineage, isOutdone: isOutdone,
      failures: attempts > 0 ? try failures(number) : [])
  }

  /// Which job a row is of, and which version of it; nil where that cannot be read.
  var version: (id: String, version: Int)? {
    guard let number = integer("number"), let version = integer("version") else { return nil }
    return (JobID.text(Int64(number)), version)
  }

  /// The failure of a row.
  var failure: JobFailure {
    JobFailure(
      attempt: integer("attempt") ?? 0, worker: text("worker") ?? "",
      timestamp: timestamp("timestamp") ?? UTCTimestamp(microseconds: 0),
      error: text("error") ?? "The record of this failure cannot be read.")
  }
}
