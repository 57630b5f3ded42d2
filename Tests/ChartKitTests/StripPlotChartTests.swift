import Markup
import TestSupport
import Testing

@testable import ChartKit

struct StripPlotChartTests {
  private func strip(_ label: String, members: Int, others: Int) -> StripPlotChart.Strip {
    var generator = SeededGenerator(seed: 8)
    let high = (0..<members).map { _ in Double.random(in: 0.4...1, using: &generator) }
    let low = (0..<others).map { _ in Double.random(in: 0...0.6, using: &generator) }
    return .init(
      label: label, probabilities: high + low,
      isMember: high.map { _ in true } + low.map { _ in false })
  }

  private func dots(_ drawing: Drawing, slot: Int) -> [Point] {
    drawing.shapes.compactMap { mark in
      if mark.style.stroke?.role == .series(slot), case .dots(let points) = mark.shape { points } else { nil }
    }.last ?? []
  }

  @Test func membersStandInTheUpperBandAndOthersInTheLower() {
    let drawing = StripPlotChart(strips: [strip("a", members: 30, others: 60)]).drawing()
    let (members, others) = (dots(drawing, slot: 1), dots(drawing, slot: 2))
    #expect(members.count == 30 && others.count == 60)
    let middle = 22.0 + 15
    #expect(members.allSatisfy { $0.y < middle } && others.allSatisfy { $0.y > middle })
  }

  @Test func placesAcrossAreTheProbabilities() {
    let chart = StripPlotChart(strips: [
      .init(label: "a", probabilities: [0, 0.5, 1], isMember: [true, true, true])
    ])
    let x = dots(chart.drawing(), slot: 1).map(\.x)
    #expect(x[1] - x[0] == x[2] - x[1] && x[2] == 392)
  }

  @Test func manyExamplesAreSampledFairlyAndSaid() {
    let chart = StripPlotChart(
      strips: [strip("a", members: 50, others: 5000)], noun: "images", dotsPerStrip: 300, seed: 7)
    let drawing = chart.drawing()
    #expect(dots(drawing, slot: 1).count == 50)
    #expect(dots(drawing, slot: 2).count == 250)
    #expect(chart.sampling == "At most 300 of 5,050 images per label, sampled (seed 7).")
    #expect(drawing.words.contains("a sample"))
    let even = StripPlotChart(strips: [strip("a", members: 4000, others: 5000)], dotsPerStrip: 300).drawing()
    #expect(dots(even, slot: 1).count == 150 && dots(even, slot: 2).count == 150)
  }

  @Test func theSameSeedGivesTheSameDots() {
    let strips = [strip("a", members: 500, others: 500)]
    #expect(
      StripPlotChart(strips: strips, seed: 1).drawing() == StripPlotChart(strips: strips, seed: 1).drawing())
    #expect(
      StripPlotChart(strips: strips, seed: 1).drawing() != StripPlotChart(strips: strips, seed: 2).drawing())
  }

  @Test func whatIsNoProbabilityIsNotDrawn() {
    let chart = StripPlotChart(
      strips: [.init(label: "a", probabilities: [.nan, -1, 2, 0.5], isMember: [true, true, false, false])])
    #expect(dots(chart.drawing(), slot: 1).isEmpty)
    #expect(dots(chart.drawing(), slot: 2).count == 1)
  }

  @Test func tooManyLabelsAreCutAndSaid() {
    let chart = StripPlotChart(strips: (0..<100).map { strip("l\($0)", members: 1, others: 1) })
    #expect(chart.sampling == "The first 24 of 100 labels.")
    #expect(!chart.drawing().words.contains("l24"))
  }

  @Test func numbersAreOfAllExamples() {
    let chart = StripPlotChart(
      strips: [.init(label: "a", probabilities: [0.9, 0.5, 0.7, 0.1], isMember: [true, true, false, false])])
    #expect(chart.table.rows == [["a", "2", "1", "2", "1"]])
    #expect(
      chart.summary
        == "Strip plot with two bands per label. Probabilities of at most 0.5 for a label that is true: 1. "
        + "Above 0.5 for one that is not: 1.")
  }

  @Test func drawingMatchesItsGolden() {
    let chart = StripPlotChart(strips: [
      strip("cat", members: 8, others: 12), strip("dog", members: 5, others: 15),
    ])
    Golden.check(SVGWriter.figure(chart, slug: "strips").string, "ChartKit/strip-plot.svg")
    #expect(chart.drawing().collidingTexts == [])
    #expect(chart.drawing().textsOutside == [])
  }
}
