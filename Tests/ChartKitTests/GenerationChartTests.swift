import Markup
import TestSupport
import Testing

@testable import ChartKit

@Suite("A value over generations")
struct GenerationChartTests {
  private func small(_ values: [[Double?]], isHigherBetter: Bool? = true, best: Int? = nil) -> LineageRuns {
    let runs = values.enumerated().flatMap { column, values in
      values.enumerated().map { row, value in
        LineageRuns.Run(
          name: "g\(column)m\(row)", column: column, row: row,
          parent: column == 0 ? nil : (column - 1) * values.count + row, value: value)
      }
    }
    return LineageRuns(
      columnNoun: "generation", columns: values.indices.map(String.init), rowNoun: "member",
      rows: (1...3).map(String.init), runs: runs, metric: "accuracy", isHigherBetter: isHigherBetter,
      best: best)
  }

  @Test("The median and the best are those of each generation, by the way that is better")
  func summaries() {
    let values: [[Double?]] = [[0.5, 0.75, 0.25], [nil, 0.5, 1], [nil, nil, nil]]
    let higher = GenerationChart(metricOf: small(values), hasLines: false, hasSummary: true).summaries
    #expect(higher.map(\.median) == [0.5, 0.75, nil])
    #expect(higher.map(\.best) == [0.75, 1, nil])
    #expect(higher.map(\.count) == [3, 3, 3])
    let lower = GenerationChart(
      metricOf: small(values, isHigherBetter: false), hasLines: false, hasSummary: true)
    #expect(lower.summaries.map(\.best) == [0.25, 0.5, nil])
    let unknown = GenerationChart(
      metricOf: small(values, isHigherBetter: nil), hasLines: false, hasSummary: true)
    #expect(unknown.summaries.map(\.best) == [nil, nil, nil])
  }

  @Test("The table has a row for each generation, with the best run’s line")
  func table() {
    let chart = GenerationChart(
      metricOf: small([[0.5, 0.75, 0.25], [0.75, 0.5, 1]], best: 5), hasLines: false, hasSummary: true)
    #expect(chart.table.rows[0] == ["0", "3", "0.250", "0.500", "0.750", "0.250"])
    #expect(chart.table.rows[1] == ["1", "3", "0.500", "0.750", "1.000", "1.000"])
    #expect(
      chart.summary
        == "Generation 0: median 0.500, best 0.750; generation 1: median 0.750, best 1.000.")
  }

  @Test("A hyperparameter over two decades stands on a logarithmic axis, others do not")
  func logarithmic() {
    let data = small([[1, 1, 1], [1, 1, 1]])
    let wide = GenerationChart(data, hyperparameter: "lr", values: [0.001, 0.1, 0.2, 0.001, 0.1, 0.2])
    #expect(wide.drawing().words.contains { $0.contains("logarithmic") })
    let narrow = GenerationChart(data, hyperparameter: "lr", values: [0.01, 0.1, 0.2, 0.01, 0.1, 0.2])
    #expect(!narrow.drawing().words.contains { $0.contains("logarithmic") })
  }

  @Test("Lines join runs with those that went on from them; the best run’s line stands out")
  func lines() {
    let (data, rates) = SampleLineage.population()
    let drawing = GenerationChart(data, hyperparameter: "lr", values: rates).drawing()
    let grey = drawing.shapes.first { $0.style.stroke == Stroke(.context) }
    guard case .path(let path)? = grey?.shape else {
      Issue.record("no lines")
      return
    }
    #expect(path.chains.count == data.runs.count { $0.parent != nil })
    #expect(drawing.circles(.series(1)).count == data.path.count)
    #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
  }

  @Test("Where the best run is not of the last generation its line is named at its end")
  func earlyBest() {
    let data = small([[0.5, 0.75, 0.25], [0.75, 0.5, 1], [0.7, 0.6, 0.9], [0.7, 0.6, 0.9]], best: 5)
    let drawing = GenerationChart(metricOf: data, hasLines: false, hasSummary: true).drawing()
    let name = drawing.texts.first { $0.string == "best run’s line" }
    #expect((name?.position.x ?? 1000) < 330)
    #expect(drawing.collidingTexts == [] && drawing.textsOutside == [])
  }

  @Test("Thousands of runs stay small")
  func large() {
    let (data, rates) = SampleLineage.population(members: 80, generations: 100)
    let metric = GenerationChart(metricOf: data, hasLines: false, hasSummary: true)
    #expect(SVGWriter.figure(metric, slug: "m").string.utf8.count < 60_000)
    let rate = GenerationChart(data, hyperparameter: "lr", values: rates)
    #expect(SVGWriter.figure(rate, slug: "r").string.utf8.count < 90_000)
  }

  @Test("Without any value there is an empty plot and a sentence")
  func empty() {
    let chart = GenerationChart(metricOf: small([[nil, nil, nil]]), hasLines: true, hasSummary: true)
    #expect(chart.summary == "No run has a value.")
    #expect(!SVGWriter.figure(chart, slug: "e").string.contains("nan"))
  }

  @Test("The drawings are the golden ones")
  func goldens() {
    let (data, rates) = SampleLineage.population()
    Golden.check(
      SVGWriter.figure(
        GenerationChart(metricOf: data, hasLines: false, hasSummary: true), slug: "quality"
      ).string, "ChartKit/generation-metric.svg")
    Golden.check(
      SVGWriter.figure(GenerationChart(data, hyperparameter: "lr", values: rates), slug: "lr").string,
      "ChartKit/generation-hyperparameter.svg")
    Golden.check(
      SVGWriter.figure(
        GenerationChart(metricOf: SampleLineage.halving, hasLines: true, hasSummary: false, hasCounts: true),
        slug: "rungs"
      ).string, "ChartKit/generation-rungs.svg")
  }
}
