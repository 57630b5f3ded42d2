import Diagnostics
import FileFormats
import RunModel
import TestSupport
import Testing

@testable import RunExchange

struct RunTableTests {
  @Test func theCellsAreThoseOfTheToolsOwnDataFrame() throws {
    let runs = try NomadicResults(
      path: Fixture.path("foreign/nomadic/experiment_result.json"), fileSystem: .disk
    ).load().runs
    let table = RunTable(runs: runs) { $0.metrics["score"] }
    let frame = try read(try Fixture.bytes("foreign/nomadic/to_df.csv"))
    // The tool adds a row that is no result, of the experiment's own metadata, which also turns whole numbers into
    // fractions.
    let rows = frame.rows.dropLast()
    let columns = frame.columns.filter { !$0.hasPrefix("experiment_result_metadata_") }
    #expect(rows.count == runs.count)
    #expect(
      Set(table.columns)
        == Set(columns + ["experiment", "variant", "run", "timestamp", "status", "metric_score"]))
    var compared = 0
    for (index, row) in rows.enumerated() {
      for column in columns {
        let ours = try #require(table.columns.firstIndex(of: column))
        let theirs = try #require(frame.columns.firstIndex(of: column))
        #expect(Scalar.text(table.row(index)[ours]).hasSameValue(as: .text(row[theirs])))
        compared += 1
      }
    }
    #expect(compared == 24)
  }

  @Test func everyRunIsARowWithAllColumns() throws {
    var first = Run(id: RunID(experiment: "e", run: "a"))
    first.timestamp = UTCTimestamp("2026-11-18T15:11:07Z")
    first.params = ["x10": "a, b", "x2": 3, "none": Scalar(.null, text: "null")]
    first.metrics = ["acc": 0.5]
    var second = Run(id: RunID(experiment: "e", variant: "v", run: "b"))
    second.status = .failed
    second.dicts = ["per class": ["cat": 0.25], "metadata": ["note": "line\nbreak"]]
    let table = RunTable(runs: [first, second]) { $0.metrics["acc"] }
    #expect(
      String(decoding: table.csv(), as: UTF8.self) == """
        experiment,variant,run,timestamp,status,score,param_none,param_x2,param_x10,metric_acc,\
        run_result_metadata_note,run_result_metadata_per class.cat\r
        e,main,a,2026-11-18T15:11:07Z,completed,0.5,,3,"a, b",0.5,,\r
        e,v,b,,failed,,,,,,"line\nbreak",0.25\r

        """)
    let tabs = String(decoding: table.csv(delimiter: "\t"), as: UTF8.self)
    #expect(tabs.hasPrefix("experiment\tvariant\trun\t"))
    #expect(tabs.contains("\t3\ta, b\t0.5\t"))
  }

  @Test func noCellCanBeTakenForAFormulaAndNumbersStay() throws {
    var run = Run(id: RunID(experiment: "@e", run: "-r"))
    run.params = ["=cmd": "=1+1", "b": "-0.5", "c": "+1", "d": "\t=1", "e": "-inf", "f": "a=1", "g": "-1+2"]
    let frame = try read(RunTable(runs: [run]) { _ in nil }.csv())
    #expect(
      frame.rows == [
        ["'@e", "main", "'-r", "", "completed", "", "'=1+1", "-0.5", "+1", "'\t=1", "-inf", "a=1", "'-1+2"]
      ])
    #expect(frame.columns[6] == "param_=cmd")
  }

  @Test func noRunsGiveAHeaderOnly() {
    #expect(
      String(decoding: RunTable(runs: []) { _ in nil }.csv(), as: UTF8.self)
        == "experiment,variant,run,timestamp,status,score\r\n")
  }

  @Test func whatIsWrittenReadsBackTheSame() throws {
    var generator = SeededGenerator(seed: 52)
    let pieces = ["a", ",", "\"", "\n", "\r", "\t", "é", "=", "1", ""]
    for _ in 0..<FuzzDose.rounds(default: 200) {
      let runs = (0..<3).map { _ -> Run in
        var run = Run(id: RunID(experiment: "e", run: "r"))
        for _ in 0..<3 {
          let texts = (0..<2).map { _ in
            (0..<4).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
          }
          run.params[ExactString(texts[0])] = .text(texts[1])
        }
        return run
      }
      let table = RunTable(runs: runs) { _ in nil }
      let frame = try read(table.csv())
      #expect(frame.columns == table.columns.map(RunTable.safe))
      #expect(frame.rows == runs.indices.map { table.row($0).map(RunTable.safe) })
    }
  }

  private func read(_ bytes: [UInt8]) throws -> (columns: [String], rows: [[String]]) {
    let file = try FileSystem.inMemory(bytes: ["/t.csv": bytes]).open("/t.csv")
    let reader = DelimitedReader(file, path: "t.csv", delimiter: UInt8(ascii: ","))
    return (try reader.header().names, try reader.rows())
  }
}
