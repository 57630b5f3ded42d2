import Diagnostics
import GRDB
import RunModel
import TestSupport
import Testing

@testable import RunExchange

/// Where a history is cut, the metric is still the latest value.
struct CutHistoryTests {
  @Test func aCutLogKeepsTheFirstPointsAndTheLatest() {
    var log = MetricLog(historyLimit: 3)
    for (step, value) in [(1, 10), (9, 90), (2, 20), (3, 30), (12, 120), (4, 40)] {
      log.add("loss", MetricPoint(step: step, value: Double(value)))
    }
    let (run, diagnostics) = written(log)
    #expect(run.metrics["loss"]?.number == 120)
    #expect(run.histories["loss"]?.map(\.step) == [1, 2, 12])
    #expect(diagnostics.map(\.found) == ["more values than are kept of one run, by 3"])
    #expect(diagnostics[0].consequence.contains("between the first and the latest"))
  }

  @Test func theLatestStaysWhereItWasLoggedBeforeTheCut() {
    var log = MetricLog(historyLimit: 2)
    for step in [7, 1, 2, 3] { log.add("loss", MetricPoint(step: step, value: Double(step))) }
    #expect(written(log).run.metrics["loss"]?.number == 7)
  }

  @Test func aMetricBeyondTheRunsRoomHasItsLatestValue() {
    var log = MetricLog(runLimit: 2)
    for step in 1...4 { log.add("loss", MetricPoint(step: step, value: Double(step))) }
    for step in 1...4 { log.add("late", MetricPoint(step: step, value: Double(-step))) }
    let run = written(log).run
    #expect(run.metrics.mapValues(\.number) == ["loss": 4, "late": -4])
    #expect(run.histories.mapValues(\.count) == ["loss": 2, "late": 1])
  }

  @Test func cutLinesOfMLflowKeepTheLatestByStepTimeAndValue() {
    let lines = MLflowMetricLines(
      Array("1 1 1\n1 2 2\n1 3 3\n1 9 8\n1 7 8\n1 4 4\n".utf8), limit: 3)
    #expect(lines.isCut)
    #expect(lines.points.map(\.value) == [1, 2, 9])
    #expect(!MLflowMetricLines(Array("1 1 1\n1 2 2\n".utf8), limit: 2).isCut)
  }

  @Test func aCutHistoryInADatabaseKeepsTheLatest() throws {
    let queue = try DatabaseQueue()
    var reader = MLflowTables(place: "mlflow.db", size: 1 << 20, historyLimit: 2)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: MLflowSampleDatabase.schema)
      try database.execute(
        sql: """
          INSERT INTO runs (run_uuid, lifecycle_stage, experiment_id) VALUES ('aa', 'active', 1);
          INSERT INTO metrics VALUES ('loss', 5, 1500, 'aa'), ('loss', 4, 1400, 'aa'), ('loss', 3, 1900, 'aa'),
            ('loss', 2, 1800, 'aa');
          """)
      try reader.read(database)
    }
    #expect(reader.records.map { $0.record.points["loss"]?.map(\.value) } == [[4, 3]])
    #expect(reader.log.diagnostics.contains { $0.kind.name == "import.history-cut" })
  }

  @Test func cutMetricsOfSacredKeepTheOneOfTheHighestStep() throws {
    let files = FileSystem.inMemory([
      "/1/metrics.json": """
      {"loss": {"steps": [1, 2, 3, 9, 4], "timestamps": ["2026-01-01T00:00:01", "2026-01-01T00:00:02",
        "2026-01-01T00:00:03", "2026-01-01T00:00:09", "2026-01-01T00:00:10"], "values": [1, 2, 3, 90, 4]}}
      """
    ])
    var source = SourceFolder(path: "/1", fileSystem: files)
    var run = Run(id: RunID(experiment: "a", run: "1"))
    SacredMetrics.read("metrics.json", &source, into: &run, limit: 2)
    #expect(run.metrics["loss"]?.number == 90)
    #expect(run.histories["loss"]?.last?.timestamp?.iso == "2026-01-01T00:00:09Z")
    #expect(run.histories["loss"]?.map(\.step) == [1, 9])
    #expect(source.log.diagnostics.map(\.found) == ["more values than are kept of one run, by 3"])
  }

  @Test func aCutHistoryOfWandBKeepsTheLatest() {
    var history = WandBHistory(historyLimit: 2, pointLimit: 3)
    for (step, value) in [(1, "1"), (2, "2"), (8, "8"), (3, "3")] {
      history.add([WandBItem(path: ["loss"], json: Array(value.utf8)[...])], step: step)
      history.add([WandBItem(path: ["late"], json: Array(value.utf8)[...])], step: step)
    }
    let last = Dictionary(uniqueKeysWithValues: history.points.map { ($0.name, $0.points.last?.value) })
    #expect(last == ["loss": 8, "late": 8])
    #expect(history.leftOutCount == 5)
  }

  @Test func aCutHistoryInAnyOrderHasTheMetricOfTheWholeOne() {
    var generator = SeededGenerator(seed: 91)
    for _ in 0..<FuzzDose.rounds(default: 500) {
      let limit = Int.random(in: 1...5, using: &generator)
      var whole = MetricLog()
      var cut = MetricLog(historyLimit: limit)
      var lines = ""
      for value in 0..<Int.random(in: 1...12, using: &generator) {
        let step = Int.random(in: 0...4, using: &generator)
        let time = Int64.random(in: 1...3, using: &generator)
        let point = MetricPoint(
          step: step, timestamp: UTCTimestamp(microseconds: time), value: Double(value))
        whole.add("loss", point)
        cut.add("loss", point)
        lines += "\(time) \(Int.random(in: 0...9, using: &generator)) \(step)\n"
      }
      #expect(written(cut).run.metrics == written(whole).run.metrics)
      #expect((written(cut).run.histories["loss"] ?? []).count <= limit)
      let read = [Int.max, limit].map { MLflowMetricLines(Array(lines.utf8), limit: $0).points }
      #expect(read[1].count <= limit)
      #expect(MLflowPoints.arranged(read[0]).last?.value == MLflowPoints.arranged(read[1]).last?.value)
    }
  }

  private func written(_ log: MetricLog) -> (run: Run, diagnostics: [Diagnostic]) {
    var source = SourceFolder(path: "/logs", fileSystem: .inMemory([:]))
    var run = Run(id: RunID(experiment: "a", run: "b"))
    log.write(to: &run, &source, at: "log.csv")
    return (run, source.log.diagnostics)
  }
}
