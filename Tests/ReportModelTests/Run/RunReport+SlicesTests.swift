import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct RunReportSlicesTests {
  private func page(
    _ sites: [(name: String, right: Int, wrong: Int)], slices: [String] = [], examples: ExamplePolicy = .full
  ) throws -> ReportPage {
    let run = Sample.evaluated(Sample.run("r"), Sample.sited(sites))
    let configuration = ExperimentConfiguration(slices: try slices.map { try SliceExpression($0) })
    return RunReport(run, in: Sample.analysis([run], configuration), examples: examples, hasFiles: true).page
  }

  private func figure(_ page: ReportPage) throws -> ReportFigure {
    try #require(page.section("slices")?.blocks.flatMap(\.figures).first)
  }

  private func names(_ page: ReportPage) throws -> [String] {
    guard case .table(let table) = try figure(page).body else { return [] }
    return table.groups.flatMap(\.rows).map { $0.cells[0].text.plain }
  }

  @Test func theWorstSliceIsTheFinding() throws {
    let page = try page([("web", 40, 60), ("mail", 90, 10)])
    #expect(
      try figure(page).finding?.plain
        == "Accuracy is 50.0 points lower where site = web, adjusted p\u{A0}<\u{A0}0.001")
    #expect(try names(page) == ["site = web", "site = mail"])
    guard case .table(let table) = try figure(page).body else { return }
    let cells = table.groups[0].rows[0].cells.map(\.text.plain)
    #expect(Array(cells[1...2]) == ["100", "0.400"])
    #expect(Array(cells[5...6]) == ["0.900", "−50.0"])
    #expect(cells[8] == "<\u{A0}0.001")
  }

  @Test func slicesThatAreLikeTheirRestAreSaidToBe() throws {
    let finding = try figure(try page([("web", 50, 50), ("mail", 52, 48)])).finding?.plain
    #expect(finding == "No slice of 2 is shown to differ from its rest in accuracy")
  }

  @Test func aSliceThatIsBetterIsTheFindingWhereNoneIsWorse() throws {
    let run = Sample.evaluated(Sample.run("r"), Sample.sited([("web", 90, 10), ("mail", 40, 60)]))
    let slice = try SliceExpression("site = 'web'")
    let slices = run.evaluated?.evaluation.predictions
      .slices(SliceOptions(expressions: [slice], includesAttributes: false))
    #expect(
      SliceWords.finding(slices?.slices ?? [])?.plain
        == "Accuracy is 50.0 points higher where site = 'web', adjusted p\u{A0}<\u{A0}0.001")
  }

  @Test func expressionsOfTheConfigurationAreSlices() throws {
    let page = try page([("web", 40, 60), ("mail", 90, 10)], slices: ["y_pred = 'b'", "colour = 'red'"])
    #expect(try names(page).contains("y_pred = 'b'"))
    #expect(PageText(page).contains("Not sliced by: 1"))
    #expect(PageText(page).contains("colour = 'red'"))
    #expect(PageText(page).contains("the column “colour”"))
  }

  @Test func aColumnThatIsTheSameInAllRowsIsNamedAsPassedOver() throws {
    let page = try page([("web", 5, 5)])
    #expect(page.section("slices")?.count == nil)
    #expect(PageText(page).contains("It has the same value in all rows"))
  }

  @Test func noMoreThanTwentyFiveSlicesAreListed() throws {
    let expressions = (0..<30).map { "length(site) > \($0)" }
    let page = try page([("web", 40, 60), ("mail", 90, 10)], slices: expressions)
    #expect(try names(page).count == 25)
    #expect(try figure(page).what.plain.contains("The first 25 of 32 slices; all of them."))
    let file = try figure(page).what.spans.first { $0.link == .file(PageFiles.slices) }
    #expect(file?.text == "all of them")
  }

  @Test func aSmallSliceComesLastAndSaysSo() throws {
    let page = try page([("rare", 0, 3), ("web", 40, 60), ("mail", 90, 10)])
    #expect(try names(page) == ["site = web", "site = mail", "site = rare"])
    #expect(PageText(page).contains("fewer than 10"))
    #expect(try figure(page).what.plain.contains("The plot starts at 0.2."))
  }

  @Test(arguments: [ExamplePolicy.ids, .none])
  func aRareValueIsNotNamedWhereExamplesAreKeptOff(examples: ExamplePolicy) throws {
    let page = try page(
      [("a whole secret text", 0, 3), ("web", 40, 60), ("mail", 90, 10)], slices: ["y_pred = 'z'"],
      examples: examples)
    #expect(try names(page) == ["site = web", "site = mail", "y_pred = 'z'"])
    #expect(!PageText(page).contains("secret"))
    #expect(PageText(page).contains("1 slice of fewer than 10 rows is not named"))
  }

  @Test func withoutAttributesAndExpressionsThereIsNoSection() throws {
    let page = Sample.page(try Sample.evaluated(Sample.run("r"), [[3, 1], [1, 3]]))
    #expect(page.section("slices") == nil)
    #expect(page.section("folds") == nil)
  }

  @Test func anEmptyValueHasAName() throws {
    #expect(try names(page([("", 40, 60), ("mail\nbox", 90, 10)])) == ["site = (empty)", "site = mail box"])
  }
}
