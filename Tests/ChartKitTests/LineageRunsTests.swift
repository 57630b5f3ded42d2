import TestSupport
import Testing

@testable import ChartKit

@Suite("The runs of a lineage")
struct LineageRunsTests {
  private func runs(_ parents: [Int?], best: Int?) -> LineageRuns {
    LineageRuns(
      columnNoun: "generation", columns: parents.indices.map(String.init), rowNoun: "member", rows: ["1"],
      runs: parents.enumerated().map { .init(name: "r\($0)", column: $0, row: 0, parent: $1) },
      metric: "accuracy", isHigherBetter: true, best: best)
  }

  @Test("The best run’s line leads from the first run to the best")
  func path() {
    #expect(runs([nil, 0, 0, 1, 3], best: 4).path == [0, 1, 3, 4])
    #expect(runs([nil, 0], best: nil).path == [])
    #expect(runs([nil, 0], best: 9).path == [])
  }

  @Test("A parent that does not stand before its run is none, so that no walk goes in circles")
  func circles() {
    let data = runs([1, 0, 2, 9, -1], best: 1)
    #expect(data.runs.map(\.parent) == [nil, 0, nil, nil, nil])
    #expect(data.path == [0, 1])
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let parents = (0..<20).map { _ in Optional(Int.random(in: -3..<24, using: &generator)) }
      let path = runs(parents, best: Int.random(in: 0..<20, using: &generator)).path
      #expect(zip(path, path.dropFirst()).allSatisfy { $0 < $1 } && !path.isEmpty)
    }
  }

  @Test("The words of a run say where it stands, what it went on from and what was drawn")
  func words() {
    let data = SampleLineage.population().data
    let taken = data.runs.indices.first { run in
      data.runs[run].parent.map { data.runs[$0].row != data.runs[run].row } ?? false
    }
    let words = taken.map(data.words) ?? ""
    #expect(words.contains(" of member ") && words.contains(", from job-") && words.contains("lr × "))
    #expect(data.words(0).hasPrefix("job-1000: generation 0 of member 1, accuracy 0."))
  }

  @Test("Of many runs those are shown that the last generation or the best run descends from")
  func shown() {
    let small = SampleLineage.population().data
    #expect(small.diedOutCount == 0)
    let large = SampleLineage.population(members: 40, generations: 40).data
    #expect(large.runs.count == 1600 && large.diedOutCount > 800)
    for run in large.runs.indices where large.isShown[run] {
      #expect(large.runs[run].parent.map { large.isShown[$0] } ?? true)
    }
    #expect(large.path.allSatisfy { large.isShown[$0] })
    #expect(large.runs.indices.filter { large.runs[$0].column == 39 }.allSatisfy { large.isShown[$0] })
  }
}
