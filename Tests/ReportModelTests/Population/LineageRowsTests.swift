import Diagnostics
import Testing

@testable import ReportModel

@Suite("The order of the rows of a lineage")
struct LineageRowsTests {
  @Test("Trials that came furthest come first, of equals the better one, then those without a score")
  func halving() {
    let lineage = Lineage(
      .halving,
      [
        .init(run: 0, job: "1", generation: 0, member: 1),
        .init(run: 1, job: "2", generation: 0, member: 2, score: 0.2),
        .init(run: 2, job: "3", generation: 0, member: 3, score: 0.4),
        .init(run: 3, job: "4", generation: 0, member: 4, score: 0.6),
        .init(run: 4, job: "5", generation: 1, member: 4, parent: "4", score: 0.1),
      ])
    #expect(LineageRows(lineage, isHigherBetter: true).order == [4, 3, 2, 1])
    #expect(LineageRows(lineage, isHigherBetter: false).order == [4, 2, 3, 1])
  }

  @Test("Members that took over stand by the member they took over from, where that shortens lines")
  func families() {
    let first = (1...6).map {
      LineageEntry(run: $0, job: ExactString("\($0)"), generation: 0, member: $0)
    }
    let second = (1...6).map { member in
      LineageEntry(
        run: 6 + member, job: ExactString("\(6 + member)"), generation: 1, member: member,
        parent: member == 6 ? "1" : ExactString("\(member)"))
    }
    let lineage = Lineage(.population, first + second)
    #expect(LineageRows(lineage, isHigherBetter: true).order == [1, 6, 2, 3, 4, 5])
    #expect(LineageRows(Lineage(.population, first), isHigherBetter: true).order == [1, 2, 3, 4, 5, 6])
  }
}
