import ChartKit
import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct ParameterFiguresTests {
  /// A page of runs that logged these accuracies, with these parameters.
  private func shown(_ runs: [(accuracy: Double, params: [ExactString: Scalar])]) -> [ReportFigure]? {
    var entries = Sample.logged(runs.map(\.accuracy), as: "accuracy")
    for (position, run) in runs.enumerated() { entries[position].run.params = run.params }
    guard let section = ParameterFigures(Sample.analysis(entries))?.section else { return nil }
    func figures(_ blocks: [ReportBlock]) -> [ReportFigure] {
      blocks.flatMap { block -> [ReportFigure] in
        switch block {
        case .figure(let figure): [figure]
        case .columns(let columns, _): columns.flatMap(figures)
        default: []
        }
      }
    }
    return figures(section.blocks)
  }

  private func chart(_ figure: ReportFigure?) -> (any Chart)? {
    if case .chart(let chart) = figure?.body { chart } else { nil }
  }

  private func grid(_ count: Int) -> [(accuracy: Double, params: [ExactString: Scalar])] {
    let rates = ["0.001", "0.01", "0.1", "1.0"]
    return (0..<count).map { number in
      let kernel = number % 3 == 0 ? "rbf" : "linear"
      let params: [ExactString: Scalar] = [
        "lr": .text(rates[number % 4]), "kernel": .text(kernel), "seed": .integer(number),
        "same": .integer(7),
      ]
      return (accuracy: Double(50 + number) / 1_000, params: params)
    }
  }

  @Test func numbersAreScatteredWordsAreBoxedAndSeedsAreNoParameters() throws {
    let figures = try #require(shown(grid(12)))
    #expect(figures.map(\.slug) == ["parameter-1", "parameter-2", "parameter-pair", "parallel-coordinates"])
    #expect(chart(figures[0]) is ParameterBoxChart && chart(figures[1]) is ParameterScatterChart)
    #expect(chart(figures[2]) is ParameterHeatmapChart && chart(figures[3]) is ParallelCoordinatesChart)
    #expect(figures[1].what.plain.hasPrefix("Accuracy of 12 runs by lr; lines are 95 % intervals."))
    #expect(figures.allSatisfy { $0.howToRead != nil })
  }

  @Test func fewRunsOrOneSettingShowNoPattern() {
    #expect(shown(grid(4))?.count == nil)
    let alike = (0..<9).map { number in
      (accuracy: Double(number) / 10, params: ["lr": .real(0.1)] as [ExactString: Scalar])
    }
    #expect(shown(alike)?.count == nil)
    let rare = (0..<9).map { number in
      let params: [ExactString: Scalar] = number < 4 ? ["lr": .real(Double(number))] : [:]
      return (accuracy: Double(number) / 10, params: params)
    }
    #expect(shown(rare)?.count == nil)
  }

  @Test func truthValuesAreAlikeHoweverTheyWereLogged() throws {
    let values: [Scalar] = [.text("True"), .boolean(true), .text("False"), .boolean(false), .text("true")]
    let runs = values.enumerated().map { position, value in
      (accuracy: Double(position) / 10, params: ["scaled": value] as [ExactString: Scalar])
    }
    let figures = try #require(shown(runs))
    #expect(chart(figures.first)?.table.rows.map { $0[0] }.sorted() == ["false", "true"])
  }

  @Test func ofThousandsOfRunsASampleIsDrawnThatHasTheBest() throws {
    let runs = (0..<2_500).map { number in
      (
        accuracy: number == 1_234 ? 0.99 : 0.5,
        params: ["lr": Scalar.integer(number)] as [ExactString: Scalar]
      )
    }
    let figure = try #require(shown(runs)?.first)
    #expect(figure.what.plain.hasPrefix("Accuracy of a sample of 1,001 of 2,500 runs by lr"))
    #expect(chart(figure)?.summary.contains("0.990") == true)
  }
}
