import Diagnostics
import Foundation
import GRDB
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct MLflowDatabaseTests {
  private let scratch: TemporaryDirectory
  private var path: String { scratch.path + "/mlflow.db" }

  init() throws { scratch = try TemporaryDirectory() }

  private func load() throws -> RunCollection { try ImportTool.mlflow.source(at: path).load() }

  private var names: [String] { get throws { try FileSystem.disk.list(scratch.path).map(\.name) } }

  @Test func anOlderSchemaIsReadForWhatItHas() throws {
    try MLflowSampleDatabase.make(at: path, MLflowSampleDatabase.schema, MLflowSampleDatabase.content).close()
    let collection = try load()
    #expect(collection.diagnostics == [])
    #expect(collection.emptyExperiments == [])
    #expect(collection.runs.map(\.id.description) == ["digits/main/first", "digits/main/second"])
    let (first, second) = (collection.runs[0], collection.runs[1])
    #expect(first.metrics["loss"]?.number == 0.25)
    #expect(first.params == ["depth": "3"])
    #expect(first.notes == "# Fine")
    #expect(first.duration == 2.5)
    #expect(first.tags.isEmpty)
    #expect(second.parent == "digits/main/first")
    #expect(second.status == .interrupted)
    #expect(second.histories.isEmpty)
    #expect(try names == ["mlflow.db"])
  }

  @Test func artifactsLieBesideTheDatabaseWhateverItSays() throws {
    try MLflowSampleDatabase.make(
      at: path, MLflowSampleDatabase.schema, MLflowSampleDatabase.content,
      "INSERT INTO runs VALUES ('../../secret', 'third', 'FINISHED', 1, 2, 'active', '', 1, '')"
    ).close()
    try scratch.write("id\n", to: "mlartifacts/1/aa/artifacts/predictions.csv")
    try scratch.write("x", to: "mlruns/1/bb/artifacts/notes.txt")
    try scratch.write("x", to: "secret/artifacts/key")
    let runs = try load().runs
    #expect(runs.map { $0.artifacts.map(\.id) } == [["predictions.csv"], ["notes.txt"], []])
    #expect(runs[0].folder == scratch.path + "/mlartifacts/1/aa")
  }

  @Test func aDatabaseOfAnotherSortIsRefusedInWords() throws {
    try MLflowSampleDatabase.make(at: path, "CREATE TABLE experiments (a); CREATE TABLE runs (a)").close()
    let error = #expect(throws: SourceError.self) { try load() }
    #expect(error?.diagnostic.found == "a SQLite database without “metrics”, “params”, “tags”")
    // Its name makes it MLflow's, so that somebody says this.
    #expect(MLflowImporter.recognises(path, in: .disk))
    #expect(MLflowImporter.recognises(scratch.path, in: .disk))
  }

  @Test(arguments: [("", "an empty file"), ("random", "a file that is no SQLite database"), (nil, "regular")])
  func aDatabaseThatIsNoneIsRecognisedByItsNameAndRefusedInWords(text: String?, found: String) throws {
    if let text { try scratch.write(text, to: "mlflow.db") } else { #expect(mkfifo(path, 0o600) == 0) }
    for place in [scratch.path, path] {
      #expect(ImportTool.recognised(at: place) == .mlflow)
      let error = #expect(throws: SourceError.self) { try ImportTool.mlflow.source(at: place).load() }
      #expect(error?.diagnostic.found.contains(found) == true)
      #expect(error?.diagnostic.place?.path == path)
    }
    try scratch.write(text ?? "", to: "others/notes.db")
    #expect(!MLflowImporter.recognises(scratch.path + "/others", in: .disk))
    #expect(!MLflowImporter.recognises(scratch.path + "/others/notes.db", in: .disk))
  }

  @Test func aDatabaseWhoseNameEndsInDbIsRefusedInWordsWhereItIsGiven() throws {
    let bytes = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0x5A, count: 8000)
    let file = try scratch.write(bytes, to: "backup.db")
    #expect(ImportTool.recognised(at: file) == .mlflow)
    #expect(ImportTool.recognised(at: scratch.path) == nil)
    let error = #expect(throws: SourceError.self) { try ImportTool.mlflow.source(at: file).load() }
    #expect(error?.diagnostic.place?.path == file)
  }

  @Test func aDamagedDatabaseIsRefusedInWords() throws {
    let bytes = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0x5A, count: 8000)
    try scratch.write(bytes, to: "mlflow.db")
    let error = #expect(throws: SourceError.self) { try load() }
    #expect(error?.diagnostic.found.hasPrefix("a SQLite database that cannot be read (") == true)
  }

  @Test func theFileStoreCountsWhereTheDatabaseHasNoRuns() throws {
    try MLflowSampleDatabase.make(at: path, MLflowSampleDatabase.schema).close()
    try scratch.write("experiment_id: '1'\nlifecycle_stage: active\n", to: "mlruns/1/meta.yaml")
    try scratch.write("run_name: a\nstatus: 3\n", to: "mlruns/1/aa/meta.yaml")
    let collection = try ImportTool.mlflow.source(at: scratch.path).load()
    #expect(collection.runs.map(\.id.description) == ["1/main/a"])
    #expect(collection.diagnostics.map { $0.place?.path } == ["mlflow.db"])
  }

  @Test func viewsVirtualTablesAndComputedColumnsAreNotAsked() throws {
    let bomb = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'k' AS key, i AS value, 'aa' AS run_uuid FROM n
      """
    try MLflowSampleDatabase.make(
      at: path, MLflowSampleDatabase.schema, MLflowSampleDatabase.content, "DROP TABLE tags",
      "CREATE VIEW tags AS " + bomb, "CREATE VIEW latest_metrics AS " + bomb,
      "CREATE VIRTUAL TABLE datasets USING fts4(dataset_uuid, name)",
      "CREATE TRIGGER t AFTER INSERT ON params BEGIN DELETE FROM runs; END"
    ).close()
    let error = #expect(throws: SourceError.self) { try load() }
    #expect(error?.diagnostic.found == "a SQLite database without “tags”")
    try MLflowSampleDatabase.make(
      at: path,
      "DROP VIEW tags; CREATE TABLE tags (key TEXT, run_uuid TEXT, value AS (hex(zeroblob(40000000))))",
      "INSERT INTO tags (key, run_uuid) VALUES ('a', 'aa')"
    ).close()
    let collection = try load()
    #expect(collection.runs.count == 2)
    #expect(collection.runs[0].tags == ["a": ""])
    #expect(collection.runs[0].metrics.count == 1)
  }

  @Test func valuesOfTheWrongTypeAreLeftOut() throws {
    try MLflowSampleDatabase.make(
      at: path, MLflowSampleDatabase.schema, MLflowSampleDatabase.content,
      "INSERT INTO metrics VALUES ('loss', 'low', 1, 'aa'), (x'00', 1, 1, 'aa'), ('big', 1e999, 1, 'aa'), ('t', 1, 1e18, 'aa')",
      "INSERT INTO params VALUES ('a', 5, 'aa'), ('b', NULL, 'aa'), (NULL, 'c', 'aa'), ('d', 'x', 'nobody')"
    ).close()
    let collection = try load()
    let run = try #require(collection.runs.first)
    #expect(run.metrics["loss"]?.number == 0.25)
    #expect(run.metrics["big"]?.number == .infinity)
    #expect(run.metrics["t"]?.number == 1)
    #expect(run.params == ["depth": "3", "a": "5", "b": ""])
    #expect(collection.diagnostics.map(\.kind.name) == ["import.metric-row"])
  }

  @Test func aTableThatLeadsToOnePageAgainAndAgainEnds() throws {
    let queue = try MLflowSampleDatabase.make(
      at: path, "PRAGMA page_size = 4096", MLflowSampleDatabase.schema, MLflowSampleDatabase.content,
      "CREATE TABLE filler (x)")
    let roots = try queue.writeWithoutTransaction { database in
      for time in 0..<60 {
        try database.execute(sql: "INSERT INTO metrics VALUES ('loss', 0.5, \(time), 'aa')")
      }
      return try ["metrics", "filler"].map { name in
        try Int.fetchOne(
          database, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [name]) ?? 0
      }
    }
    try queue.close()
    var bytes = try FileSystem.disk.read(path, limit: 1 << 20)
    let (root, leaf) = ((roots[0] - 1) * 4096, (roots[1] - 1) * 4096)
    try #require(root > 0 && leaf > 0)
    bytes.replaceSubrange(leaf..<leaf + 4096, with: bytes[root..<root + 4096])
    bytes.replaceSubrange(root..<root + 4096, with: interiorPage(child: roots[1], cells: 400))
    try FileSystem.disk.write(bytes, path)
    let collection = try load()
    #expect(collection.diagnostics.map(\.kind.name) == ["import.damaged-table"])
    #expect(collection.runs.map(\.params) == [["depth": "3"], ["depth": "4"]])
    #expect(collection.runs.flatMap { $0.histories.values.joined() }.count <= bytes.count / 8 + 1)
  }

  /// A page within a table's tree all of whose cells lead to the page `child`.
  private func interiorPage(child: Int, cells: Int) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var content: [UInt8] = []
    var offsets: [UInt8] = []
    for key in 0..<cells {
      let cell = number(child, 4) + [0x80 | UInt8(key >> 7), UInt8(key & 0x7F)]
      content = cell + content
      offsets += number(4096 - content.count, 2)
    }
    let head =
      [5] + number(0, 2) + number(cells, 2) + number(4096 - content.count, 2) + [0] + number(child, 4)
    let gap = [UInt8](repeating: 0, count: 4096 - head.count - offsets.count - content.count)
    return head + offsets + gap + content
  }

  @Test func aDamagedDatabaseNeverCrashes() throws {
    try MLflowSampleDatabase.make(at: path, MLflowSampleDatabase.schema, MLflowSampleDatabase.content).close()
    let valid = try FileSystem.disk.read(path, limit: 1 << 20)
    var generator = SeededGenerator(seed: 73)
    var readCount = 0
    for _ in 0..<FuzzDose.rounds(default: 200) {
      var bytes = Damage.damaged(valid, using: &generator)
      // Most of a small database is zeros: damage where there is something, too.
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let used = bytes.indices.filter { bytes[$0] != 0 }
        if let index = used.randomElement(using: &generator) {
          bytes[index] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      try FileSystem.disk.write(bytes, path)
      if let collection = try? load() {
        readCount += 1
        #expect(collection.runs.count <= bytes.count / 8)
      }
    }
    #expect(readCount > 0)
    #expect(try names == ["mlflow.db"])
  }
}
