import Foundation
import Markup
import TestSupport
import Testing

@testable import ChartKit

/// Figures in `docs/`, drawn from what other tests measured.
@Suite struct DocumentFigureTests {
  @Test func theToyProblemOfPopulationBasedTraining() throws {
    let path = Fixture.packageFolder + "/Tests/Goldens/Experiments/toy-problem.csv"
    let rows = try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").compactMap { Double($0) } }
    try #require(rows.count == 50 && rows.allSatisfy { $0.count == 3 })
    func series(_ name: String, _ column: Int) -> XYChart.Series {
      .init(name: name, points: rows.map { Point($0[0], $0[column]) }, form: .line)
    }
    let chart = XYChart(
      title: "Best Q by steps, median of 20 seeds",
      series: [series("population", 1), series("random search", 2)],
      x: ChartAxis(.linear, title: "steps of a member"),
      y: ChartAxis(.linear, title: "best Q"))
    let svg = SVGWriter.document(chart, slug: "toy-pbt")
    // On a ground of its own it can be read whatever the page's.
    let name = "</desc>\n"
    try #require(svg.contains(name))
    let ground = "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    Golden.check(
      svg.replacing(name, with: name + ground, maxReplacements: 1), "../../docs/images/toy-pbt.svg")
  }
}
