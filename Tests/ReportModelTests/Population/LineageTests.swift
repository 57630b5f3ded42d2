import Diagnostics
import RunModel
import TestSupport
import Testing

@testable import ReportModel

@Suite("Who went on from whom")
struct LineageTests {
  /// Three members over three generations: 3 is replaced by 1’s line after the first, 2 fails in the second.
  private let entries: [LineageEntry] = [
    .init(run: 0, job: "0001", generation: 0, member: 1, score: 0.5),
    .init(run: 1, job: "0002", generation: 0, member: 2, score: 0.4),
    .init(run: 2, job: "0003", generation: 0, member: 3, score: 0.1),
    .init(run: 3, job: "0004", generation: 1, member: 1, parent: "0001", score: 0.6),
    .init(run: 4, job: "0005", generation: 1, member: 2, parent: "0002", status: .failed),
    .init(run: 5, job: "0006", generation: 1, member: 3, parent: "0001", score: 0.7),
    .init(run: 6, job: "0007", generation: 2, member: 1, parent: "0004", score: 0.65),
    .init(run: 7, job: "0008", generation: 2, member: 2, parent: "0006", score: 0.75),
    .init(run: 8, job: "0009", generation: 2, member: 3, parent: "0006", score: 0.8),
  ]

  @Test("Parents, children, members that took over, and the best run’s line")
  func population() {
    let lineage = Lineage(.population, entries)
    #expect(lineage.nodes.map(\.parent) == [nil, nil, nil, 0, 1, 0, 3, 5, 5])
    #expect(lineage.nodes[0].children == [3, 5])
    #expect(lineage.nodes.indices.filter(lineage.isTakeover) == [5, 7])
    #expect(lineage.best == 8)
    #expect(lineage.bestLine == [0, 5, 8])
    #expect(lineage.generations == [0, 1, 2] && lineage.members == [1, 2, 3])
    #expect(lineage.strays == 0 && lineage.repeats == 0)
  }

  @Test("A run is replaced if its member’s next run has another parent; a failed one stays failed")
  func fates() {
    let fates = Lineage(.population, entries).nodes.map(\.fate)
    #expect(fates == [.kept, .kept, .replaced, .kept, .failed, .kept, .kept, .kept, .kept])
    let nodes = Lineage(.population, entries).nodes
    #expect(nodes[2].successor == 5 && nodes[4].successor == 7 && nodes[8].successor == nil)
  }

  @Test("One that was tried anew after its member had gone on from another is not replaced any more")
  func triedAnew() {
    var entries = entries
    for position in entries.indices {
      entries[position].started = UTCTimestamp(microseconds: Int64(position))
    }
    #expect(Lineage(.population, entries).nodes[2].fate == .replaced)
    entries[2].started = UTCTimestamp(microseconds: 6)
    #expect(Lineage(.population, entries).nodes[2].fate == .kept)
    entries[2].status = .pruned
    #expect(Lineage(.population, entries).nodes[2].fate == .replaced)
  }

  @Test("A run that says it was pruned was replaced if its member went on from another, and else just pruned")
  func saidPruned() {
    var entries = entries
    for position in [2, 3, 8] { entries[position].status = .pruned }
    let fates = Lineage(.population, entries).nodes.map(\.fate)
    #expect([2, 3, 8].map { fates[$0] } == [.replaced, .pruned, .pruned])
    #expect(Lineage(.population, entries).nodes.count(where: \.isPruned) == 3)
  }

  @Test("A run is replaced also where the run of the new parent is not there")
  func missingParent() {
    var entries = entries
    entries[5].parent = "9999"
    let lineage = Lineage(.population, entries)
    #expect(lineage.nodes[2].fate == .replaced && lineage.nodes[5].parent == nil && lineage.strays == 1)
  }

  @Test("Trials that are not taken to a rung that there is were stopped")
  func halving() {
    let entries: [LineageEntry] = [
      .init(run: 0, job: "0001", generation: 0, member: 1, score: 0.5),
      .init(run: 1, job: "0002", generation: 0, member: 2, score: 0.4),
      .init(run: 2, job: "0003", generation: 0, member: 3, status: .pruned),
      .init(run: 3, job: "0004", generation: 1, member: 1, parent: "0001", score: 0.4),
    ]
    #expect(Lineage(.halving, entries).nodes.map(\.fate) == [.kept, .stopped, .stopped, .kept])
    // Where the highest rung has no run that ended well, nobody on the one below was stopped for it.
    var failed = entries
    failed[3].status = .failed
    #expect(Lineage(.halving, failed).nodes.map(\.fate) == [.kept, .kept, .pruned, .failed])
    let open = Lineage(.halving, entries)
    #expect(open.best == 0 && open.generationNoun == "rung" && open.memberNoun == "trial")
  }

  @Test(
    "By a metric of which less is better the lowest is best; of none known which way, none is; of equals the first"
  )
  func direction() {
    #expect(Lineage(.population, entries, isHigherBetter: false).best == 2)
    #expect(Lineage(.population, entries, isHigherBetter: nil).best == nil)
    #expect(Lineage(.population, entries, isHigherBetter: nil).bestLine == [])
    var equal = entries
    for position in equal.indices { equal[position].score = 0.5 }
    #expect(Lineage(.population, equal).best == 0)
    #expect(Lineage(.population, entries, best: 3).best == 3)
  }

  @Test("Jobs are ordered as numbers, so that 10000 comes after 9999")
  func order() {
    let lineage = Lineage(
      .population,
      [
        .init(run: 0, job: "10000", generation: 1, member: 1, parent: "9999"),
        .init(run: 1, job: "9999", generation: 0, member: 1),
      ])
    #expect(lineage.nodes.map(\.entry.run) == [1, 0] && lineage.nodes[1].parent == 0)
  }

  @Test("Parents that are the run itself, come later or are in a circle are none, and counted")
  func circles() {
    let lineage = Lineage(
      .population,
      [
        .init(run: 0, job: "1", generation: 0, member: 1, parent: "1"),
        .init(run: 1, job: "2", generation: 1, member: 1, parent: "3"),
        .init(run: 2, job: "3", generation: 2, member: 1, parent: "2"),
        .init(run: 3, job: nil, generation: 3, member: 1, parent: "3"),
        .init(run: 4, job: nil, generation: 0, member: 9),
      ])
    #expect(lineage.nodes.map(\.parent) == [nil, nil, 1, 2, nil])
    #expect(lineage.strays == 2)
  }

  @Test("Of runs of one member and generation the first counts")
  func repeats() {
    let lineage = Lineage(.population, entries + [.init(run: 9, job: "0010", generation: 0, member: 1)])
    #expect(lineage.nodes.count == 9 && lineage.repeats == 1)
  }

  @Test("Whatever parents runs name, the lineage is a forest whose walks end")
  func forest() {
    var generator = SeededGenerator(seed: 11)
    func any(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let count = any(0..<40)
      let entries = (0..<count).map { run in
        LineageEntry(
          run: run, job: any(0..<5) == 0 ? nil : ExactString("\(any(0..<50))"), generation: any(0..<6),
          member: any(0..<8), parent: any(0..<3) == 0 ? nil : ExactString("\(any(0..<55))"),
          status: RunStatus.allCases[any(0..<RunStatus.allCases.count)],
          score: any(0..<3) == 0 ? nil : Double(any(0..<5)))
      }
      let lineage = Lineage(
        any(0..<2) == 0 ? .population : .halving, entries,
        isHigherBetter: [true, false, nil][any(0..<3)], best: any(0..<60))
      #expect(lineage.nodes.count + lineage.repeats == count)
      for (position, node) in lineage.nodes.enumerated() {
        #expect(node.parent.map { $0 < position } ?? true)
        #expect(node.children.allSatisfy { lineage.nodes[$0].parent == position })
        let line = lineage.line(of: position)
        #expect(line.last == position && Set(line).count == line.count)
        #expect(line.first.map { lineage.nodes[$0].parent == nil } == true)
        if node.fate == .replaced {
          #expect(node.successor.map { lineage.nodes[$0].entry.parent != node.entry.job } == true)
        }
        if node.entry.status == .failed { #expect(node.fate == .failed) }
      }
      let childCount = lineage.nodes.reduce(0) { $0 + $1.children.count }
      #expect(childCount == lineage.nodes.count { $0.parent != nil })
      let stray = lineage.nodes.count { $0.entry.parent != nil && $0.parent == nil }
      #expect(stray == lineage.strays)
      let rows = LineageRows(lineage, isHigherBetter: true).order
      #expect(rows.sorted() == lineage.members)
    }
  }
}
