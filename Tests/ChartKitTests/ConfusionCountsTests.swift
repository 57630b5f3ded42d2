import Testing

@testable import ChartKit

struct ConfusionCountsTests {
  private let counts = ConfusionCounts(labels: ["a", "b", "c"], cells: [[8, 2, 0], [0, 5, 0], [2, 1, 1]])

  @Test func totalsErrorsAndSharesComeFromTheRows() {
    #expect(counts.totals == [10, 5, 4])
    #expect(counts.errors == [2, 0, 3])
    #expect(counts.total == 19 && counts.correct == 14)
    #expect(counts.share(0, 1) == 0.2)
    #expect(ConfusionCounts(labels: ["a"], cells: [[0]]).share(0, 0) == 0)
  }

  @Test func confusionsAreRankedByCountThenByShareOfTheirRow() {
    // c called a (2 of 4) weighs more than a called b (2 of 10).
    #expect(counts.pairs.map { [$0.truth, $0.predicted] } == [[2, 0], [0, 1], [2, 1]])
  }

  @Test func whatIsNotACountIsNothing() {
    let wild = ConfusionCounts(labels: ["a", "b"], cells: [[.nan, -3], [.infinity, 2]])
    #expect(wild.cells == [[0, 0], [0, 2]])
  }

  @Test func labelsThatAreConfusedStandTogether() {
    var cells = Array(repeating: Array(repeating: 0.0, count: 6), count: 6)
    for label in 0..<6 { cells[label][label] = 10 }
    (cells[0][3], cells[3][0], cells[1][4], cells[5][2]) = (4, 4, 3, 2)
    let order = ConfusionCounts(labels: (0..<6).map(String.init), cells: cells).orderByConfusion
    #expect(order.sorted() == Array(0..<6))
    for (first, second) in [(0, 3), (1, 4), (2, 5)] {
      let places = [first, second].compactMap { order.firstIndex(of: $0) }
      #expect(abs(places[0] - places[1]) == 1)
    }
  }

  @Test func orderingKeepsEveryCount() {
    let ordered = counts.ordered([2, 0, 1])
    #expect(ordered.labels == ["c", "a", "b"])
    #expect(ordered.cells == [[1, 2, 1], [0, 8, 2], [0, 0, 5]])
  }

  @Test func reducingGathersTheRest() {
    let reduced = counts.reduced(to: 1, by: counts.errors)
    #expect(reduced.labels == ["c", "other"])
    #expect(reduced.cells == [[1, 3], [0, 15]])
    #expect(reduced.rest == 1)
    #expect(reduced.total == counts.total)
  }
}
