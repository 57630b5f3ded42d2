#if PostgreSQL
  import Diagnostics
  import RunModel

  extension PostgreSQLTransaction {
    func experiment(_ name: String) throws(JobError) -> QueuedExperiment? {
      let sql = "SELECT \(Self.experimentColumns) FROM \(table("experiments")) WHERE name = $1"
      guard let row = try read(sql, [.text(name)]).first else { return nil }
      let experiment = try row.experiment()
      known[ExactString(name)] = experiment
      return experiment
    }

    func experiments() throws(JobError) -> [QueuedExperiment] {
      var found: [QueuedExperiment] = []
      for row in try read(
        "SELECT \(Self.experimentColumns) FROM \(table("experiments")) ORDER BY number", [])
      {
        found.append(try row.experiment())
      }
      return found
    }

    func insert(_ experiment: QueuedExperiment) throws(JobError) {
      try write(
        """
        INSERT INTO \(table("experiments")) (name, status, settings, version, proposed, created)
        VALUES ($1, $2, $3, $4, $5, $6)
        """,
        [
          .text(experiment.name), .word(experiment.status.rawValue), .text(experiment.settings),
          .count(experiment.version), .count(experiment.proposed), .moment(experiment.created),
        ])
    }

    func update(_ experiment: QueuedExperiment) throws(JobError) {
      try write(
        """
        UPDATE \(table("experiments")) SET status = $1, settings = $2, version = $3, proposed = $4 WHERE name = $5
        """,
        [
          .word(experiment.status.rawValue), .text(experiment.settings), .count(experiment.version),
          .count(experiment.proposed), .text(experiment.name),
        ])
      // That one more job was proposed gives nobody else something to do.
      if known[ExactString(experiment.name)]?.version != experiment.version { tell(experiment.name) }
    }

    func deleteExperiment(_ name: String) throws(JobError) -> Bool {
      guard try !write("DELETE FROM \(table("experiments")) WHERE name = $1", [.text(name)]).isEmpty else {
        return false
      }
      tell(name)
      return true
    }

    private static let experimentColumns =
      "\(bounded("name")), left(status, 20) AS status, \(bounded("settings")), version, proposed, created"
  }
#endif
