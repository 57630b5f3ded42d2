import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct RunReportErrorsTests {
  private func run(_ cells: [[Int]], hasProbabilities: Bool = true) throws -> EvaluatedRun {
    try Sample.evaluated(
      Sample.run("r"), cells, hasProbabilities: hasProbabilities, hasTexts: true)
  }

  private func section(_ page: ReportPage) throws -> (remark: String, table: ReportTable?) {
    let blocks = try #require(page.section("errors")).blocks
    guard case .remark(let remark) = blocks.first else { return ("", nil) }
    return (remark.plain, blocks.flatMap(\.tables).first)
  }

  @Test func atMostFortyErrorsAreListedAndTheRestIsCounted() throws {
    let (remark, table) = try section(Sample.page(try run([[10, 50], [50, 10]])))
    #expect(table?.rowCount == 40)
    #expect(
      remark
        == "40 of 100 errors, the most confident of every kind of mistake in turn; 60 are left out here. All of them are in errors.csv."
    )
    #expect(
      try section(Sample.page(try run([[10, 41], [0, 10]]))).remark.contains("; 1 is left out here."))
  }

  @Test func everyTrueLabelHasItsErrors() throws {
    let table = try #require(try section(Sample.page(try run([[0, 500], [2, 0]]))).table)
    #expect(table.groups[0].rows.filter { $0.cells[1].text.plain == "b" }.count == 2)
  }

  @Test func fewErrorsAreAllThere() throws {
    #expect(
      try section(Sample.page(try run([[1, 2], [0, 1]]))).remark
        == "All 2 errors, most confident first. All of them are in errors.csv.")
    #expect(
      try section(Sample.page(try run([[1, 1], [0, 1]]))).remark
        == "The only error. It is also in errors.csv.")
  }

  @Test func withoutProbabilitiesNoErrorIsCalledConfident() throws {
    let page = Sample.page(try run([[1, 2], [0, 1]], hasProbabilities: false))
    #expect(
      try section(page).remark == "All 2 errors, in the order of the file. All of them are in errors.csv.")
  }

  @Test func aReportInOneFileNamesNoFileBesideIt() throws {
    let run = try run([[1, 2], [0, 1]])
    let page = RunReport(run, in: Sample.analysis([run]), examples: .full, hasFiles: false).page
    #expect(!PageText(page).contains("errors.csv"))
  }

  @Test func theProbabilityOfTheTruthIsNotThatOfThePrediction() throws {
    let table = try #require(try section(Sample.page(try run([[1, 1], [0, 1]]))).table)
    #expect(
      table.columns.map(\.title.plain) == [
        "Id", "Truth", "Predicted", "Probability of predicted", "Probability of truth", "Text",
      ])
    #expect(table.groups[0].rows[0].cells.prefix(5).map(\.text.plain) == ["1", "a", "b", "0.900", "0.050"])
  }

  @Test func textsAreCutToTheLimit() throws {
    let table = try #require(try section(Sample.page(try run([[1, 1], [0, 1]]))).table)
    let text = try #require(table.groups[0].rows[0].cells.last).text.plain
    #expect(text.hasPrefix("secret text 1 xxx"))
    #expect(text.unicodeScalars.count == 160)
  }

  @Test func idsOnlyKeepsTextsOffThePage() throws {
    let run = try run([[8, 2, 0], [1, 9, 0], [0, 0, 10]])
    let page = Sample.page(run, examples: .ids)
    #expect(try section(page).table?.rowCount == 3)
    #expect(!PageText(page).contains("secret"))
    #expect(PageText(Sample.page(run)).contains("secret"))
  }

  @Test func noneKeepsExamplesOffThePageButCountsThem() throws {
    let page = Sample.page(try run([[8, 2, 0], [1, 9, 0], [0, 0, 10]]), examples: .none)
    let (remark, table) = try section(page)
    #expect(table == nil)
    #expect(remark == "3 errors; the configuration keeps examples off the pages.")
    #expect(page.section("errors")?.count == 3)
    #expect(!PageText(page).contains("secret"))
    #expect(!PageText(page).contains("errors.csv"))
  }

  @Test func labelSetsNameTheLabelThatIsMostWrong() throws {
    let page = Sample.page(Sample.evaluated(Sample.run("r"), try Sample.multilabel()))
    let table = try #require(try section(page).table)
    #expect(table.columns.map(\.title.plain).suffix(2) == ["Most wrong label", "Its probability"])
    let rows = table.groups[0].rows.map { $0.cells.map(\.text.plain) }
    #expect(rows.contains(["1", "a, b", "b", "a", "0.200"]))
    #expect(rows.contains(["2", "none", "c", "c", "0.700"]))
  }
}
