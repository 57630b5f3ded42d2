import Markup
import TestSupport
import Testing

@testable import ChartKit

struct ParallelCoordinatesChartTests {
  private let chart = ParallelCoordinatesChart(SampleRuns.search(40))
  static let wide: ParallelCoordinatesChart = {
    let data = SampleRuns.search(60, seed: 5)
    let names =
      data.parameters + ["weight_decay_of_encoder", "warmup_steps", "hidden_size", "pooling_strategy_name"]
    let runs = data.runs.enumerated().map { index, run in
      ParameterRuns.Run(
        name: run.name,
        settings: run.settings + [
          .number([0, 0.01, 0.1][index % 3]), index % 7 == 3 ? nil : .number(Double(100 * (index % 5))),
          .number([128, 256, 512][index * index % 3]),
          .text(["mean", "max", "attention-weighted sum"][index % 3]),
        ],
        value: run.value.map { 2 - 2 * $0 }, low: nil, high: nil)
    }
    return ParallelCoordinatesChart(
      ParameterRuns(parameters: names, runs: runs, metric: "log loss", isHigherBetter: false, baseline: 2))
  }()
  /// Runs of two parameters: the best five have adam, the others do or do not.
  private func runs(_ count: Int, adam: (Int) -> Bool, isHigherBetter: Bool? = true)
    -> ParallelCoordinatesChart
  {
    ParallelCoordinatesChart(
      ParameterRuns(
        parameters: ["optimizer", "seed"],
        runs: (0..<count).map {
          .init(
            name: "r\($0)", settings: [.text(adam($0) ? "adam" : "sgd"), .number(Double($0))],
            value: 1 - Double($0) / 100)
        },
        metric: "accuracy", isHigherBetter: isHigherBetter, baseline: 1))
  }

  @Test func theFindingNamesWhatTheBestShareAndMostOthersLack() {
    #expect(
      runs(20) { $0 < 8 }.finding
        == "The best 5 of 20 runs by accuracy all have optimizer adam (3 of the other 15)")
    #expect(runs(20) { $0 < 13 }.finding == nil)
    #expect(runs(20) { $0 != 2 && $0 < 6 }.finding == nil)
    #expect(runs(8) { $0 < 3 }.finding == nil)
    #expect(runs(20, adam: { $0 < 8 }, isHigherBetter: nil).finding == nil)
  }

  @Test func severalSharedSettingsAreListedWithTheirCounts() {
    let data = ParameterRuns(
      parameters: ["a", "b", "c"],
      runs: (0..<15).map { index in
        .init(
          name: "r",
          settings: [.number(index < 5 ? 1 : 2), .text(index < 7 ? "x" : "y"), .number(index < 9 ? 3 : 4)],
          value: -Double(index))
      },
      metric: "f1", isHigherBetter: true)
    #expect(
      ParallelCoordinatesChart(data).finding
        == "The best 5 of 15 runs by f1 all have a 1 (0 of the other 10), b x (2) and c 3 (4)")
  }

  @Test func halfOfTheOthersIsEnough() {
    #expect(runs(15) { $0 < 10 }.finding?.contains("(5 of the other 10)") == true)
    #expect(runs(15) { $0 < 11 }.finding == nil)
  }

  @Test func theBestAreBlueAndThickTheBaselineDashedTheOthersGrey() {
    let drawing = chart.drawing()
    let blue = drawing.shapes.filter { $0.style.stroke?.role == .series(1) && $0.title != nil }
    #expect(blue.count == 5 && blue.allSatisfy { $0.style.stroke?.width == 2.25 })
    let dashed = drawing.shapes.filter { $0.style.stroke?.dash == [6, 3] && $0.title != nil }
    #expect(dashed.count == 1 && dashed[0].style.stroke?.role == .ink)
    #expect(drawing.words.contains("best 5 runs") && drawing.words.contains("baseline"))
    let best = runs(20) { $0 < 8 }.drawing().shapes.filter {
      $0.style.stroke?.dash == [6, 3] && $0.title != nil
    }
    #expect(best.count == 1 && best[0].style.stroke?.role == .series(1))
  }

  @Test func onlyParametersThatDifferHaveAnAxisAndAtMostSeven() {
    let data = ParameterRuns(
      parameters: (0..<10).map { "p\($0)" },
      runs: (0..<4).map { run in
        .init(
          name: "r", settings: (0..<10).map { .number($0 == 1 ? 5 : Double(run)) }, value: Double(run))
      },
      metric: "f1", isHigherBetter: true)
    let chart = ParallelCoordinatesChart(data)
    #expect(chart.parameters == [0, 2, 3, 4, 5, 6, 7])
    #expect(chart.parametersLeftOut == 2)
    #expect(chart.axes.map(\.name).last == "f1")
    #expect(chart.omission == "2 more parameters without an axis")
  }

  @Test func aRunWithoutAParameterHasAGapThere() {
    let data = ParameterRuns(
      parameters: ["a", "b", "c", "d"],
      runs: [
        .init(name: "x", settings: [.number(1), .number(1), nil, .number(1)], value: 1),
        .init(name: "y", settings: [.number(2), .number(2), .number(2), .number(2)], value: 2),
        .init(name: "z", settings: [.number(2), .number(2), .number(3), .number(2)], value: 3),
      ],
      metric: "f1", isHigherBetter: true)
    let grey = ParallelCoordinatesChart(data).drawing().shapes.compactMap { mark -> [Int]? in
      guard mark.style.stroke?.role == .context, case .path(let path) = mark.shape else { return nil }
      return path.chains.map(\.points.count)
    }
    #expect(grey.contains([5, 2, 2]))
  }

  @Test func ofManyRunsTheBestTheBaselineAndEvenRanksAreDrawn() {
    let data = SampleRuns.search(1000)
    let chart = ParallelCoordinatesChart(data)
    #expect(chart.shown.count == 300)
    #expect(chart.shown.prefix(5) == chart.ranked.prefix(5) && chart.shown.contains(2))
    #expect(chart.omission == "300 of 1,000 runs drawn, evenly by rank")
    #expect(SVGWriter.figure(chart, slug: "p").bytes.count < 40_000)
  }

  @Test func runsWithoutTheMetricAreLeftOutAndCounted() {
    let chart = ParallelCoordinatesChart(
      SampleRuns.runs([.number(1), .number(2), .number(3)], [0.5, .nan, nil]))
    #expect(chart.omission == "2 runs without accuracy not drawn")
    #expect(chart.summary == "No parameter differs. Best: r0, 0.500. 2 runs without accuracy not drawn.")
  }

  @Test func extremesNeitherCollideNorLeaveTheDrawing() {
    let long = String(repeating: "long ", count: 200_000)
    let words = String(repeating: "word ", count: 4000)
    let hostile = ParameterRuns(
      parameters: (0..<7).map { _ in long },
      runs: (0..<30).map { run in
        .init(
          name: long,
          settings: (0..<7).map { $0 % 2 == 0 ? .text("\(run) \(words)") : .number(1e300 / Double(run)) },
          value: Double(run) * 1e-9)
      },
      metric: long, isHigherBetter: false, baseline: 4)
    for chart in [
      chart, Self.wide, ParallelCoordinatesChart(hostile),
      ParallelCoordinatesChart(SampleRuns.runs([], [])),
      ParallelCoordinatesChart(SampleRuns.runs([.number(1)], [0.5], baseline: 0)),
      ParallelCoordinatesChart(SampleRuns.runs([.number(1), .number(2)], [0.5, 0.5], baseline: 1)),
      runs(2) { $0 == 0 },
    ] {
      let drawing = chart.drawing()
      #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
      #expect(SVGWriter.figure(chart, slug: "p").bytes.count < 40_000)
    }
  }

  @Test func theTableHoldsEveryParameterBestFirst() {
    let table = runs(3) { $0 == 0 }.table
    #expect(
      table.columns.map(\.title) == ["Run", "optimizer", "seed", "Accuracy", "95\u{A0}% interval", "Remark"])
    #expect(table.rows[1] == ["r1", "sgd", "1", "0.990", "", "baseline"])
  }

  @Test func drawingsMatchTheirGoldens() {
    Golden.check(SVGWriter.figure(chart, slug: "parallel").string, "ChartKit/parallel-coordinates.svg")
    Golden.check(
      SVGWriter.figure(Self.wide, slug: "parallel").string, "ChartKit/parallel-coordinates-wide.svg")
  }
}
