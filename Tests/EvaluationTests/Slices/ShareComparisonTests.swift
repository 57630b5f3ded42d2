import Diagnostics
import TestSupport
import Testing

@testable import Evaluation

struct ShareComparisonTests {
  struct File: Decodable {
    var tables: [Table]
    var holm: [Family]
    struct Table: Decodable {
      var right: Double
      var rows: Double
      var otherRight: Double
      var otherRows: Double
      var pValue: Double
      var low: Double
      var high: Double
    }
    struct Family: Decodable {
      var p: [Double]
      var adjusted: [Double]
    }
  }

  @Test func fisherAndNewcombeAgreeWithScipyAndStatsmodels() throws {
    let tables = try GoldenCase.load("slices.json", as: File.self).tables
    #expect(tables.count == 44)
    for table in tables {
      let p = FisherExact.twoSidedP(
        (table.right, table.rows - table.right), (table.otherRight, table.otherRows - table.otherRight))
      #expect(abs(p - table.pValue) <= 1e-8 * table.pValue, "\(table) \(p)")
      let interval = try #require(
        Interval.newcombe(
          successes: table.right, trials: table.rows, others: table.otherRight, otherTrials: table.otherRows))
      #expect(isNear(interval.low, table.low) && isNear(interval.high, table.high), "\(table) \(interval)")
      #expect(interval.method == .newcombe && interval.count == Int(table.rows + table.otherRows))
    }
  }

  @Test func fishersTestHasHandWorkedFractions() {
    // Of 70 ways to choose 4 of 8, 1 + 16 are on each side of the middle.
    #expect(isNear(FisherExact.twoSidedP((3, 1), (1, 3)), 34.0 / 70))
    #expect(isNear(FisherExact.twoSidedP((4, 0), (0, 4)), 2.0 / 70))
    #expect(isNear(FisherExact.twoSidedP((0, 2), (2, 0)), 2.0 / 6))
    #expect(FisherExact.twoSidedP((0, 0), (3, 4)) == 1)
    #expect(FisherExact.twoSidedP((5, 0), (9, 0)) == 1)
    #expect(FisherExact.twoSidedP((0, 5), (0, 9)) == 1)
    #expect(FisherExact.twoSidedP((1, 0), (0, 1)) == 1)
  }

  @Test func fishersTestIsSymmetricAndNeverZero() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let (a, b, c, d) = (
        Double(Int.random(in: 0...40, using: &generator)), Double(Int.random(in: 0...40, using: &generator)),
        Double(Int.random(in: 0...90, using: &generator)), Double(Int.random(in: 0...90, using: &generator))
      )
      let p = FisherExact.twoSidedP((a, b), (c, d))
      #expect(p > 0 && p <= 1)
      #expect(isNear(p, FisherExact.twoSidedP((c, d), (a, b))))
      #expect(isNear(p, FisherExact.twoSidedP((b, a), (d, c))))
    }
    #expect(FisherExact.twoSidedP((0, 500_000), (500_000, 0)) == .leastNormalMagnitude)
  }

  @Test func aMillionRowsAreStillExact() {
    let clock = ContinuousClock()
    let time = clock.measure {
      // Close to the normal approximation: z = 2.0.
      let p = FisherExact.twoSidedP((250_500, 249_500), (249_500, 250_500))
      #expect(abs(p - 0.0455) < 0.0005)
    }
    #expect(time < .seconds(2))
  }

  @Test func holmAgreesWithStatsmodels() throws {
    for family in try GoldenCase.load("slices.json", as: File.self).holm {
      for (ours, theirs) in zip(HolmAdjustment.adjusted(family.p), family.adjusted) {
        #expect(isNear(ours, theirs))
      }
    }
    let adjusted = HolmAdjustment.adjusted([0.01, 0.04, 0.03])
    #expect(isNear(adjusted[0], 0.03) && isNear(adjusted[1], 0.06) && isNear(adjusted[2], 0.06))
    #expect(HolmAdjustment.adjusted([]) == [])
    #expect(HolmAdjustment.adjusted([0.7, 0.8]) == [1, 1])
  }

  /// The sums of rows that are right or not, with weights, in groups.
  private func sums(
    _ right: [Bool], weights: [Double]? = nil, groups: [String]? = nil, numbers: inout DistinctValues
  ) -> RightSums {
    let schema = PredictionSchema(task: .binary, labels: ["a", "b"], hasWeights: weights != nil)
    let batch = PredictionBatch(
      count: right.count, truth: right.map { _ in 0 }, predicted: right.map { $0 ? 0 : 1 },
      weights: weights ?? [], groups: groups.map { TextColumn($0) })
    return RightSums(Predictions(schema: schema, batches: [batch]), groupNumbers: &numbers)
  }

  @Test func theVarianceOfWeightedSharesIsWorkedByHand() throws {
    var numbers = DistinctValues()
    let one = sums([true, false], weights: [3, 1], numbers: &numbers)
    let other = sums([true, true, false], weights: [1, 1, 2], numbers: &numbers)
    // p = 3/4 and 1/2; u = 3·¼/4, 1·¾/4; ½/4, ½/4, 2·½/4; n = 5.
    let squares = 18.0 / 256 + 6.0 / 64
    let found = try #require(RightSums.varianceOfDifference(one, other))
    #expect(isNear(found.variance, squares * 5 / 4) && found.count == 5)
    let comparison = ShareComparison(one, other, isExact: false, unit: "row")
    #expect(comparison.difference.value == .value(0.25))
    let interval = try #require(comparison.difference.interval.interval)
    #expect(interval.method == .delta && interval.count == 5)
    let half = 1.959963984540054 * (squares * 5 / 4).squareRoot()
    #expect(isNear(0.25 - interval.low, half))
  }

  @Test func rowsOfAGroupCountTogetherAlsoAcrossParts() throws {
    var numbers = DistinctValues()
    let one = sums([true, true, false, false], groups: ["x", "x", "y", "y"], numbers: &numbers)
    let other = sums([true, false], groups: ["x", "z"], numbers: &numbers)
    // p = ½ in both. u of x: 2·½/4 − ½/2, of y: −2·½/4, of z: ½/2.
    let found = try #require(RightSums.varianceOfDifference(one, other))
    #expect(isNear(found.variance, 2.0 / 16 * 3 / 2) && found.count == 3)
  }

  @Test func weightsOfOneAreNearlyTheBinomialVariance() throws {
    var numbers = DistinctValues()
    let one = sums(
      (0..<40).map { $0 % 4 == 0 }, weights: [Double](repeating: 1, count: 40), numbers: &numbers)
    let other = sums(
      (0..<60).map { $0 % 3 == 0 }, weights: [Double](repeating: 1, count: 60), numbers: &numbers)
    let found = try #require(RightSums.varianceOfDifference(one, other))
    let binomial: Double = 0.25 * 0.75 / 40 + 2.0 / 9 / 60
    #expect(isNear(found.variance, binomial * 100 / 99))
  }

  @Test func withoutRowsOrSpreadThereIsAReason() {
    var numbers = DistinctValues()
    let none = sums([], weights: [], numbers: &numbers)
    let some = sums([true, true], weights: [1, 2], numbers: &numbers)
    #expect(
      ShareComparison(none, some, isExact: false, unit: "row").pValue.reason == "no row of the slice counts")
    #expect(
      ShareComparison(some, none, isExact: true, unit: "row").difference.value.reason
        == "no row outside of the slice counts")
    let flat = ShareComparison(some, some, isExact: false, unit: "row")
    #expect(flat.difference.value == .value(0))
    #expect(flat.pValue.reason == "no row differs from the others")
    let single = sums([true], groups: ["x"], numbers: &numbers)
    let same = sums([false], groups: ["x"], numbers: &numbers)
    #expect(
      ShareComparison(single, same, isExact: false, unit: "group").pValue.reason == "there is one group only")
  }
}
