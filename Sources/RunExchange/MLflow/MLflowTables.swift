import Diagnostics
import GRDB
import RunModel

/// Reads the tables of MLflow's database, each once from its first row to its last.
///
/// Older versions lack columns and tables; what is not there is empty. A damaged page ends its table with a diagnostic,
/// what was read before it stays.
struct MLflowTables {
  /// A run's record with its experiment.
  struct Entry {
    /// The record.
    var record: MLflowRecord
    /// The experiment's id.
    let experiment: String
  }

  /// The experiments by id, in the order of the table.
  private(set) var experiments: [(key: String, value: MLflowExperiment)] = []
  /// The runs that are not deleted, in the order of the table.
  var records: [Entry] = []
  /// What was wrong.
  private(set) var log = DiagnosticLog()

  /// Points kept of one metric's history.
  let historyLimit: Int
  private let place: String
  private let size: Int
  private var experimentIndex: [ExactString: Int] = [:]
  private var runIndex: [ExactString: Int] = [:]
  private var lastRun: (id: String, index: Int?) = ("", nil)

  /// A reader whose diagnostics name the database `place`, of `size` bytes.
  init(place: String, size: Int, historyLimit: Int = ImportLimit.historyPoints) {
    self.historyLimit = historyLimit
    self.place = place
    self.size = size
  }

  /// The experiment of a run; one named by its id where the table lacks it.
  func experiment(of entry: Entry) -> MLflowExperiment {
    experimentIndex[ExactString(entry.experiment)].map { experiments[$0].value }
      ?? MLflowExperiment(id: entry.experiment, name: entry.experiment)
  }

  /// Reads all tables.
  mutating func read(_ database: Database) throws {
    try readExperiments(database)
    try readRuns(database)
    try readTexts(database)
    try readMetrics(database)
    try readInputs(database)
  }

  private mutating func readExperiments(_ database: Database) throws {
    try forEach("experiments", ["experiment_id", "name", "lifecycle_stage"], database) { tables, row in
      guard let id = row[0].text, tables.experimentIndex[ExactString(id)] == nil else { return }
      let name = row[1].text ?? ""
      tables.experimentIndex[ExactString(id)] = tables.experiments.count
      tables.experiments.append(
        (id, MLflowExperiment(id: id, name: name.isEmpty ? id : name, isDeleted: row[2].text == "deleted")))
    }
  }

  private mutating func readRuns(_ database: Database) throws {
    let names = [
      "run_uuid", "name", "status", "start_time", "end_time", "lifecycle_stage", "experiment_id", "user_id",
      "source_name", "source_version",
    ]
    try forEach("runs", names, database) { tables, row in
      guard let id = row[0].text, row[5].text != "deleted", tables.runIndex[ExactString(id)] == nil else {
        return
      }
      var record = MLflowRecord(id: id)
      record.name = row[1].text
      record.status = row[2].text
      record.startTime = row[3].integer
      record.endTime = row[4].integer
      for (name, value) in [("user", row[7]), ("program", row[8]), ("git commit", row[9])] {
        if let text = value.text, !text.isEmpty { record.provenance[ExactString(name)] = text }
      }
      let entry = Entry(record: record, experiment: row[6].text ?? "")
      guard !tables.experiment(of: entry).isDeleted else { return }
      if let status = record.status, !MLflowRecord.isKnown(status: status) {
        tables.report(
          "unknown-status", "the status \(VisibleText.quoting(status)) of run \(VisibleText.quoting(id))",
          "RUNNING, SCHEDULED, FINISHED, FAILED or KILLED", "The run is shown as running.")
      }
      tables.runIndex[ExactString(id)] = tables.records.count
      tables.records.append(entry)
    }
  }

  private mutating func readTexts(_ database: Database) throws {
    for (table, path) in [("params", \MLflowRecord.params), ("tags", \MLflowRecord.tags)] {
      try forEach(table, ["run_uuid", "key", "value"], database) { tables, row in
        guard let index = tables.run(row[0]), let key = row[1].text else { return }
        let value = row[2].text ?? ""
        guard value.utf8.count <= ImportLimit.valueBytes else {
          return tables.report(
            "large-value", "a value of \(value.utf8.count) bytes in “\(table)”",
            "at most \(ImportLimit.valueBytes)", "It is left out.")
        }
        tables.records[index].record[keyPath: path][ExactString(key)] = value
      }
    }
  }

  /// Adds the data sets that the runs had as input.
  private mutating func readInputs(_ database: Database) throws {
    var datasets: [ExactString: MLflowDataset] = [:]
    let names = ["dataset_uuid", "name", "digest", "dataset_source_type", "dataset_source"]
    try forEach("datasets", names, database) { _, row in
      guard let id = row[0].text else { return }
      datasets[ExactString(id)] = MLflowDataset(
        name: row[1].text ?? "", digest: row[2].text ?? "", sourceType: row[3].text ?? "",
        source: row[4].text ?? "")
    }
    guard !datasets.isEmpty else { return }
    var tags: [ExactString: [ExactString: String]] = [:]
    try forEach("input_tags", ["input_uuid", "name", "value"], database) { _, row in
      guard let id = row[0].text, let name = row[1].text else { return }
      tags[ExactString(id), default: [:]][ExactString(name)] = row[2].text ?? ""
    }
    let columns = ["input_uuid", "source_type", "source_id", "destination_type", "destination_id"]
    try forEach("inputs", columns, database) { tables, row in
      guard row[1].text == "DATASET", row[3].text == "RUN", let index = tables.run(row[4]),
        var dataset = datasets[ExactString(row[2].text ?? "")],
        tables.records[index].record.datasets.count < MLflowLimit.inputs
      else { return }
      dataset.tags = tags[ExactString(row[0].text ?? "")] ?? [:]
      tables.records[index].record.datasets.append(dataset)
    }
  }
}

extension MLflowTables {
  /// The position of the run that a row belongs to; rows of one run mostly follow one another.
  mutating func run(_ value: DatabaseValue) -> Int? {
    guard let id = value.text else { return nil }
    if id.utf8.elementsEqual(lastRun.id.utf8) { return lastRun.index }
    lastRun = (id, runIndex[ExactString(id)])
    return lastRun.index
  }

  /// Adds a warning `import.<kind>` about the database.
  mutating func report(_ kind: String, _ found: String, _ expected: String, _ consequence: String) {
    log.add(
      Diagnostic(
        .warning, Diagnostic.Kind("import." + kind), at: SourcePlace(path: place), found: found,
        expected: expected, consequence: consequence))
  }

  /// Gives each row of a table to `body`, with this reader; no table, no rows.
  mutating func forEach(
    _ name: String, _ columns: [String], _ database: Database,
    _ body: (inout MLflowTables, [DatabaseValue]) -> Void
  ) throws {
    guard let table = try SQLiteTable(name, in: database, size: size) else { return }
    do {
      guard try !table.forEach(columns, in: database, { body(&self, $0) }) else { return }
      report(
        "damaged-table", "a table “\(name)” with more rows than the file has room for",
        "a database that is whole", "What was read before is shown.")
    } catch let error as DatabaseError {
      report(
        error.isInterruptionError ? "slow-database" : "damaged-table",
        "a table “\(name)” that cannot be read to its end (\(MLflowDatabase.words(error)))",
        "a database that is whole", "What was read before is shown.")
    }
  }
}
