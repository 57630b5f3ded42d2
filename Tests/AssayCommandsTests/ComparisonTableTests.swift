import Diagnostics
import Evaluation
import ReportModel
import RunModel
import Testing

@testable import AssayCommands

@Suite struct ComparisonTableTests {
  private func run(_ name: String, _ metrics: [(String, Scalar)]) -> EvaluatedRun {
    var run = Run(id: RunID(experiment: "e", run: .init(name)))
    for (name, value) in metrics { run.metrics[.init(name)] = value }
    return EvaluatedRun(run: run)
  }

  @Test func theBestIsInTheMetricsOwnDirection() {
    let table = ComparisonTable([
      run("a", [("loss", 0.5), ("accuracy", 0.9), ("rows", 10)]),
      run("b", [("loss", 0.25), ("accuracy", 0.8), ("rows", 20)]),
      run("c", [("loss", "nan"), ("accuracy", 0.9)]),
    ])
    #expect(table.rows.map(\.name) == ["accuracy", "loss", "rows"])
    #expect(table.rows.map(\.best) == [[0, 2], [1], []])
    #expect(table.rows[1].differences[0] == -0.25)
    #expect(table.rows[2].differences == [10, nil])
  }

  @Test func recomputedMetricsComeBeforeLoggedOnesAndInTheirPlace() throws {
    let predictions = try Predictions(labels: ["x", "y"], truth: ["x", "y"], predicted: ["x", "x"])
    var evaluated = run("a", [("accuracy", 0.9), ("speed", 3)])
    evaluated.evaluated = EvaluatedPredictions(
      artifact: "predictions", filename: "p.csv", rowsRead: 2, rowsLeftOut: 0,
      evaluation: predictions.evaluate(), testSet: "t")
    let table = ComparisonTable([evaluated, evaluated])
    #expect(table.rows.first?.name == "accuracy")
    #expect(table.rows.first?.values == [0.5, 0.5])
    #expect(table.rows.last?.name == "speed")
    #expect(table.rows.count { $0.name == "accuracy" } == 1)
    #expect(table.haveSameExamples)
  }

  @Test func runsWithoutPredictionsHaveNoExamplesInCommon() {
    #expect(!ComparisonTable([run("a", []), run("b", [])]).haveSameExamples)
  }

  @Test func aNameCannotForgeMarkup() {
    let table = ComparisonTable([
      run("a|b", [("x*y*", 1)]), run("<img src=x>\n| z", [("x*y*", 2)]),
    ])
    let lines = table.markdown.split(separator: "\n")
    #expect(lines[0] == "| metric | a\\|b | \\<img src=x\\>\\\\u{A}\\| z |")
    #expect(lines[2] == "| x\\*y\\* | 1.0000 | 2.0000 (+1.0000) |")
  }
}
