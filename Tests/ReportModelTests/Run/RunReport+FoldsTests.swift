import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct RunReportFoldsTests {
  private func page(_ folds: [String]) throws -> ReportPage {
    Sample.page(
      Sample.evaluated(
        Sample.run("r"), Sample.sited([("x", 6, 0), ("y", 2, 4)], folds: folds)))
  }

  private func figure(_ page: ReportPage) throws -> ReportFigure {
    try #require(page.section("folds")?.blocks.flatMap(\.figures).first)
  }

  @Test func theFindingIsTheSpreadOfTheMetricThatDecides() throws {
    let page = try page((0..<12).map { $0 < 8 ? "1" : "2" })
    // 8 of 8 and 0 of 4: mean 0.5, √(2 · 0.25) = 0.707.
    #expect(try figure(page).finding?.plain == "Accuracy is 0.500 ± 0.707 over 2 folds (0.000 to 1.000)")
    guard case .table(let table) = try figure(page).body else { return }
    #expect(table.groups.map(\.rows.count) == [2, 4])
    #expect(table.groups[0].rows.map { $0.cells[1].text.plain } == ["8", "4"])
    #expect(table.groups[1].rows.map { $0.cells[2].text.plain } == ["0.500", "0.707", "0.000", "1.000"])
    #expect(try figure(page).what.spans.contains { $0.link == .file(PageFiles.folds) })
  }

  @Test func oneFoldHasNoSpread() throws {
    let page = try page([String](repeating: "only", count: 12))
    #expect(try figure(page).finding?.plain == "Accuracy is 0.667 over 1 fold")
  }

  @Test func manyFoldsAreLeftToTheFile() throws {
    let site: [(name: String, right: Int, wrong: Int)] = [("x", 40, 0)]
    let page = Sample.page(
      Sample.evaluated(Sample.run("r"), Sample.sited(site, folds: (0..<40).map { "\($0)" })))
    guard case .table(let table) = try figure(page).body else { return }
    #expect(table.groups[0].rows.count == 30)
    #expect(try figure(page).what.plain.contains("The first 30 of 40 folds."))
  }
}
