import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct RunReportLabelErrorsTests {
  /// Rows of `a` and `b` that are right, and some called `a` with confidence that the classifier takes for `b`.
  private func run(odd: Int) throws -> EvaluatedRun {
    let labels = [String](repeating: "a", count: 50 + odd) + [String](repeating: "b", count: 50)
    let probabilities =
      [[Double]](repeating: [0.9, 0.1], count: 50) + [[Double]](repeating: [0.02, 0.98], count: odd)
      + [[Double]](repeating: [0.1, 0.9], count: 50)
    return Sample.evaluated(
      Sample.run("r"),
      try Predictions(
        labels: ["a", "b"], truth: labels, probabilities: probabilities,
        ids: labels.indices.map { "row \($0)" }, texts: labels.indices.map { "secret \($0)" }))
  }

  private func section(_ odd: Int, _ examples: ExamplePolicy = .full) throws -> ReportSection? {
    Sample.page(try run(odd: odd), examples: examples).section("label-errors")
  }

  @Test func rowsWorthASecondLookAreListedWithTheirText() throws {
    let section = try #require(try section(2))
    #expect(section.count == 2)
    let text = PageText(section.blocks)
    #expect(text.contains("The labels of 2 texts (2.0\u{A0}%) are worth a second look"))
    #expect(text.contains("row 50") && text.contains("secret 50") && text.contains("0.980"))
    #expect(text.contains("All of them are in label-errors.csv."))
  }

  @Test func idsAloneHaveNoText() throws {
    let text = PageText(try #require(try section(2, .ids)).blocks)
    #expect(text.contains("row 50") && !text.contains("secret"))
  }

  @Test func onlyTheirNumberIsSaidWhereExamplesAreKeptOff() throws {
    let section = try #require(try section(1, .none))
    let text = PageText(section.blocks)
    #expect(section.count == 1 && section.blocks.count == 1)
    #expect(text.contains("The label of 1 text (1.0\u{A0}%) is worth a second look"))
    #expect(!text.contains("row 50") && !text.contains("secret") && !text.contains("csv"))
  }

  @Test func noMoreThanThirtyAreListed() throws {
    let section = try #require(try section(40))
    #expect(section.count == 40)
    #expect(section.blocks.flatMap(\.tables).first?.rowCount == 30)
    #expect(PageText(section.blocks).contains("Listed: the 30 likeliest."))
  }

  @Test func whereNoLabelLooksWrongThereIsNoSection() throws {
    #expect(try section(0) == nil)
    let labelsOnly = try Sample.evaluated(Sample.run("r"), [[3, 1], [1, 3]])
    #expect(Sample.page(labelsOnly).section("label-errors") == nil)
  }
}
