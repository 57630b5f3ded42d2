import TestSupport
import Testing

@testable import PlotlyCharts

struct HistogramBinsTests {
  @Test func aGivenWidthIsTaken() throws {
    let bins = try HistogramBins([0.1, 0.2, 0.95], start: 0, end: 1, width: 0.25)
    #expect(bins.count == 4 && bins.start == 0)
    #expect((0..<4).map(bins.name) == ["0.00 to 0.25", "0.25 to 0.50", "0.50 to 0.75", "0.75 to 1.00"])
    #expect([0, 0.25, 0.5, 1].map(bins.index) == [0, 1, 2, 3])
    #expect(bins.index(of: 1.01) == nil && bins.index(of: -0.01) == nil)
  }

  @Test func aLargestNumberOfBinsIsKept() throws {
    let bins = try HistogramBins((0...1000).map { Double($0) / 7 }, most: 20)
    #expect(bins.count <= 20 && bins.count > 8)
    #expect(bins.width == 10)
  }

  @Test func wholeNumbersHaveABinEach() throws {
    let bins = try HistogramBins([3, 5, 5, 9])
    #expect((0..<bins.count).map(bins.name) == ["3", "4", "5", "6", "7", "8", "9"])
    #expect(bins.index(of: 5) == 2)
  }

  @Test func aValueOnTheLastEdgeBelongsToTheLastBin() throws {
    let bins = try HistogramBins((0...100).map { Double($0) / 100 })
    #expect(bins.count == 5 && bins.width == 0.2)
    #expect(bins.index(of: 1) == 4)
  }

  @Test func tooManyBinsAreRefused() {
    #expect(throws: PlotlyRefusal(reason: "a histogram of more than 400 bins is not drawn")) {
      try HistogramBins([0, 1], width: 1e-9)
    }
  }

  @Test func everyValueFallsIntoABin() throws {
    var generator = SeededGenerator(seed: 72)
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let scale: Double = [1e-300, 1e-9, 1, 1e6, 1e290].randomElement(using: &generator) ?? 1
      let offset: Double = [0, 1, -1e3].randomElement(using: &generator) ?? 0
      let values = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        (Double.random(in: -1...1, using: &generator) + offset) * scale
      }
      let most = Bool.random(using: &generator) ? Double(Int.random(in: 1...60, using: &generator)) : nil
      let bins = try HistogramBins(values, most: most)
      #expect(bins.count >= 1 && bins.count <= 400)
      #expect(values.allSatisfy { bins.index(of: $0) != nil }, "\(values) \(bins)")
    }
  }
}
