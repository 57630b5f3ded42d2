import ChartKit
import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

@Suite("What the parameters do")
struct EffectTableTests {
  /// Runs of a grid in which the kernel decides, and C does not.
  private func runs(_ count: Int = 24, gain: Double = 0.2) -> [EvaluatedRun] {
    let scores = (0..<count).map { number -> Double in
      let noise = Double((number * 7) % 12) / 200
      return number % 2 == 0 ? 0.5 + gain + noise : 0.5 + noise
    }
    var entries = Sample.logged(scores, as: "accuracy")
    for number in entries.indices {
      let kernel: Scalar = number % 2 == 0 ? "rbf" : "linear"
      let params: [ExactString: Scalar] = [
        "kernel": kernel, "C": .real(Double((number / 2) % 12)), "seed": .integer(number),
        "out": .text("out-\(number)"), "same": 3,
      ]
      entries[number].run.params = params
    }
    return entries
  }

  private func section(_ runs: [EvaluatedRun]) -> ReportSection? {
    ExperimentReport(Sample.analysis(runs)).page.section("effects")
  }

  private func table(_ runs: [EvaluatedRun]) throws -> ReportTable {
    try #require(section(runs)?.blocks.flatMap(\.tables).first)
  }

  @Test("The parameter that decides comes first, with effect, p and the best value; seeds are no parameters")
  func decides() throws {
    let rows = try table(runs()).groups[0].rows.map { $0.cells.map(\.text.plain) }
    #expect(rows.map { $0[0] } == ["kernel", "C", "out"])
    #expect(rows[0][1].hasPrefix("It differs between values: rbf has the best median, 0.7"))
    #expect(rows[0][2].hasPrefix("ε²\u{A0}0.7"))
    #expect(rows[0][5] == "<\u{A0}0.001")
    #expect(rows[0].suffix(2) == ["24", "linear, rbf"])
    #expect(rows[1][1] == "No effect shown.")
    #expect(rows[1][7] == "12 from 0 to 11")
    #expect(rows[2][1] == "Not tested: no value was tried twice.")
  }

  @Test("The finding names what is shown, with effect, p and n, and counts the rest")
  func finding() throws {
    let figure = try #require(section(runs())?.blocks.flatMap(\.figures).first)
    let finding = try #require(figure.finding?.plain)
    #expect(finding.hasPrefix("Accuracy changes with kernel (ε²\u{A0}0.7"))
    #expect(finding.hasSuffix("n = 24); of the other parameter no effect is shown"))
    #expect(figure.howToRead?.contains("where earlier scores decided") == true)
  }

  @Test("Where nothing is shown, that is the finding")
  func nothing() throws {
    let figure = try #require(section(runs(24, gain: 0))?.blocks.flatMap(\.figures).first)
    #expect(figure.finding?.plain == "No effect of the 2 parameters on accuracy is shown over 24 runs")
  }

  @Test("Few runs are said to be too few, and fewer than five have no table")
  func few() throws {
    let figure = try #require(section(runs(5))?.blocks.flatMap(\.figures).first)
    #expect(figure.finding?.plain == "5 runs are too few to show what a parameter does to accuracy")
    #expect(section(runs(4)) == nil)
  }

  @Test("A search by grid or at random is as the test supposes; another is not")
  func strategy() throws {
    var entries = runs()
    for number in entries.indices { entries[number].run.provenance[SearchProvenance.strategy] = "random" }
    let random = try #require(section(entries)?.blocks.flatMap(\.figures).first)
    #expect(random.howToRead?.contains("The search was random, as this test supposes.") == true)
  }

  @Test("Failed runs are counted beside the scores and change no effect")
  func failed() throws {
    var failed = Sample.run("boom", minute: 90)
    failed.status = .failed
    let with = try #require(section(runs() + [EvaluatedRun(run: failed)]))
    let scores = try #require(
      with.blocks.flatMap(\.figures).first { $0.slug == "score-distribution" })
    #expect(scores.what.plain.hasSuffix("Not drawn: 1 run that ended without a score."))
    #expect(scores.finding?.plain.hasPrefix("Half of the runs lie from 0.5") == true)
    #expect(try table(runs() + [EvaluatedRun(run: failed)]).groups == table(runs()).groups)
  }

  @Test("Numbers have a table of correlations with the score, when there are two of them")
  func correlations() throws {
    var entries = runs()
    #expect(
      section(entries)?.blocks.flatMap(\.figures).contains { $0.slug == "parameter-correlations" } == false)
    for number in entries.indices { entries[number].run.params["gamma"] = .real(Double(number % 5)) }
    let figure = try #require(
      section(entries)?.blocks.flatMap(\.figures).first { $0.slug == "parameter-correlations" })
    guard case .chart(let chart) = figure.body, let map = chart as? HeatmapChart else {
      Issue.record("not a heat map")
      return
    }
    #expect(map.rows == ["C", "gamma", "accuracy"])
    #expect(map.values[0][0] == 1)
    #expect(map.values[0][2] == map.values[2][0])
    #expect(figure.finding?.plain.contains("r = ") == true)
  }

  @Test("Of a thousand parameters twenty are looked at, and the rest is counted")
  func manyParameters() throws {
    var entries = runs()
    for number in entries.indices {
      for parameter in 0..<1000 {
        entries[number].run.params[ExactString("z\(parameter)")] = .integer(number % 4)
      }
    }
    let figure = try #require(section(entries)?.blocks.flatMap(\.figures).first)
    #expect(try table(entries).rowCount == 20)
    #expect(figure.what.plain.hasSuffix(" 983 more parameters not looked at."))
  }
}
