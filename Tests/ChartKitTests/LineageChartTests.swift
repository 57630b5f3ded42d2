import Markup
import TestSupport
import Testing

@testable import ChartKit

@Suite("The lineage of a population as a tree")
struct LineageChartTests {
  private let chart = LineageChart(SampleLineage.population().data)

  @Test("Lines cross rows exactly where a member went on from another")
  func crossings() {
    let crossing = chart.drawing().shapes.first { $0.style.stroke == LineageLines.acrossStroke }
    guard case .path(let path)? = crossing?.shape else {
      Issue.record("no line crosses a row")
      return
    }
    #expect(path.chains.count == chart.takeovers && chart.takeovers > 5)
    #expect(path.chains.allSatisfy { $0.points[0].y != $0.points[1].y && $0.points[0].x < $0.points[1].x })
  }

  @Test("The best run and all it descends from are one thick line with larger dots")
  func best() {
    let drawing = chart.drawing()
    let line = drawing.shapes.first { $0.style.stroke == LineageLines.bestStroke }
    guard case .path(let path)? = line?.shape else {
      Issue.record("no line of the best run")
      return
    }
    let count = chart.data.path.count
    #expect(count > 3 && (2...count).contains(path.chains[0].points.count))
    #expect(drawing.circles(.series(1)).count == count)
  }

  @Test("Each run has words on hover; runs that nobody went on from have a sign, which the key counts")
  func words() {
    let drawing = chart.drawing()
    #expect(drawing.tooltips.count == chart.data.runs.count)
    let pruned = chart.data.runs.count { $0.ending == .pruned }
    #expect(drawing.words.contains("\(pruned) pruned") && drawing.words.contains("1 failed"))
    #expect(
      drawing.words.count { $0.hasPrefix("× ") } == chart.data.path.count - 1 && drawing.words.contains("lr"))
    #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
  }

  @Test("The table says of each run what it went on from, what was drawn and what became of it")
  func table() {
    let table = chart.table
    #expect(table.columns.map(\.title).prefix(4) == ["Run", "Generation", "Member", "Went on from"])
    #expect(table.rows[12][3] == chart.data.runs[chart.data.runs[12].parent ?? 0].name)
    #expect(table.rows.contains { $0[6].hasSuffix("pruned") })
    #expect(table.rows.count { $0[6].contains("best") } == chart.data.path.count)
  }

  @Test("The summary counts and names, and ends in a full stop")
  func summary() {
    #expect(chart.title == "Lineage of 12 members over 8 generations")
    #expect(chart.summary.hasPrefix("96 runs. The best, job-") && chart.summary.hasSuffix("."))
  }

  @Test("Eighty members over a hundred generations stay legible and small; what is left out is said")
  func large() {
    let chart = LineageChart(SampleLineage.population(members: 80, generations: 100).data)
    let drawing = chart.drawing()
    #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
    #expect(SVGWriter.figure(chart, slug: "l").string.utf8.count < 80_000)
    #expect(chart.omission?.hasSuffix("runs that died out before the last generation not drawn") == true)
    #expect(drawing.height < 720)
  }

  @Test(
    "Of ten thousand members a hundred are drawn, the best run’s among them; of thousands of generations some"
  )
  func thinned() {
    let runs = (0..<10_000).map { LineageRuns.Run(name: "r\($0)", column: 0, row: $0, value: 0.5) }
    let wide = LineageRuns(
      columnNoun: "generation", columns: ["0"], rowNoun: "member", rows: runs.indices.map(String.init),
      runs: runs, metric: "m", isHigherBetter: true, best: 4321)
    let grid = LineageGrid(wide, width: 700)
    #expect(grid.rows.count == LineageGrid.rowLimit && grid.rows.contains(4321))
    #expect(grid.omission(wide)?.hasPrefix("100 of 10,000 members drawn") == true)
    let long = LineageRuns(
      columnNoun: "generation", columns: (0..<5000).map(String.init), rowNoun: "member", rows: ["1"],
      runs: (0..<5000).map {
        .init(name: "r\($0)", column: $0, row: 0, parent: $0 == 0 ? nil : $0 - 1, value: 0.5)
      }, metric: "m", isHigherBetter: true, best: 4999)
    let columns = LineageGrid(long, width: 700)
    #expect(columns.columns.last == 4999 && columns.columns.count <= LineageGrid.columnLimit)
    // The nearest ancestor that is drawn, however far it is.
    #expect(columns.drawnParents(long)[4999] == 4999 - columns.columnStep)
    #expect(SVGWriter.figure(LineageChart(long), slug: "l").string.utf8.count < 30_000)
  }

  @Test("The drawings are the golden ones")
  func goldens() {
    Golden.check(SVGWriter.figure(chart, slug: "lineage").string, "ChartKit/lineage.svg")
    Golden.check(
      SVGWriter.figure(LineageChart(SampleLineage.halving), slug: "rungs").string,
      "ChartKit/lineage-rungs.svg")
    let large = SampleLineage.population(members: 40, generations: 30).data
    Golden.check(SVGWriter.figure(LineageChart(large), slug: "large").string, "ChartKit/lineage-large.svg")
  }
}
