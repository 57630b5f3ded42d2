import Diagnostics
import Experiments
import RunModel
import TestSupport
import Testing

@Suite("Results as a table")
struct ExperimentResultTableTests {
  private let result = ExperimentResult(
    runResults: [
      RunResult(score: 0.9, params: ["lr": 0.02, "bs": 32], metadata: ["t": 1]),
      RunResult(score: 0.8, params: ["lr": 1, "extra": true]),
    ], metadata: ["k": "v"])

  @Test("The data frame of nomadic's own result agrees byte for byte")
  func golden() throws {
    let file = try ExperimentResultFile.read(Fixture.path("foreign/nomadic/experiment_result.json"))
    let table = file.result.table(form: .dataFrame)
    #expect(table.csv == (try Fixture.text("foreign/nomadic/to_df.csv")))
  }

  @Test("Columns stand in the order in which results first have them, values as they were written")
  func columns() {
    let table = result.table()
    #expect(table.columns == ["score", "param_lr", "param_bs", "run_result_metadata_t", "param_extra"])
    #expect(
      table.rows.map { $0.map { $0?.text ?? "—" } } == [
        ["0.9", "0.02", "32", "1", "—"], ["0.8", "1", "—", "—", "true"],
      ])
  }

  @Test("Without metadata there are neither their columns nor the row of the search’s own")
  func withoutMetadata() {
    let table = result.table(includeMetadata: false, form: .dataFrame)
    #expect(table.columns == ["score", "param_lr", "param_bs", "param_extra"])
    #expect(table.rows.count == 2)
  }

  @Test(
    "A column with a gap has fractions, a truth value is Python’s, and the search’s metadata are a last row")
  func dataFrame() {
    let rows = result.table(form: .dataFrame).rows.map { $0.map { $0?.text ?? "" } }
    #expect(
      rows == [
        ["0.9", "0.02", "32.0", "1.0", "", ""], ["0.8", "1.0", "", "", "True", ""],
        ["", "", "", "", "", "v"],
      ])
  }

  @Test("Whole numbers without a gap stay whole, and words beside numbers leave these as they are")
  func whole() {
    let table = ExperimentResult(runResults: [
      RunResult(score: 2, params: ["a": 1, "b": 1]), RunResult(score: 1, params: ["a": 2, "b": "x"]),
    ]).table(form: .dataFrame)
    #expect(table.csv == "score,param_a,param_b\n2.0,1,1\n1.0,2,x\n")
  }

  @Test("Large and small numbers have the digits that Python gives them")
  func digits() {
    let numbers = [1e15, 9.5e15, 1e16, 1e22, 0.0001, 0.00001]
    let rows = ExperimentResult(
      runResults: numbers.map { RunResult(score: 1, params: ["a": .real($0)]) }
    ).table(form: .dataFrame).rows
    #expect(
      rows.map { $0[1]?.text } == [
        "1000000000000000.0", "9500000000000000.0", "1e+16", "1e+22", "0.0001", "1e-05",
      ])
  }

  @Test("No results make an empty table")
  func empty() {
    #expect(ExperimentResult(runResults: []).table().columns.isEmpty)
  }
}
