import Diagnostics
import TestSupport
import Testing

@testable import PredictionFiles

@Suite struct DuplicateIDsTests {
  private func duplicates(in columns: [[String]]) -> DuplicateIDs {
    let rows = columns.map { texts in
      var rows = TextRows()
      for text in texts { rows.append(text) }
      return rows
    }
    return DuplicateIDs(in: rows, of: ReadableFile(size: 0) { _, _ in 0 })
  }

  @Test func numberedIdsAreAllDifferent() {
    let found = duplicates(in: [(0..<50).map { "r\($0)" }, (50..<200).map { "r\($0)" }])
    #expect(found.count == 0)
    #expect(found.first.isEmpty)
  }

  @Test func repetitionsAreFoundAcrossPieces() {
    let found = duplicates(in: [["b", "a", "é"], ["c", "a"], ["e\u{301}", "b"]])
    #expect(found.count == 2)
    #expect(found.first.map(\.id) == ["a", "b"])
    #expect(found.first.map(\.row) == [4, 6])
  }

  @Test func aSetFindsAsMany() {
    var generator = SeededGenerator(seed: 61)
    for _ in 0..<FuzzDose.rounds(default: 50) {
      let ids = (0..<300).map { _ in "\(Int.random(in: 0...1000, using: &generator))" }
      #expect(duplicates(in: [ids]).count == ids.count - Set(ids).count)
    }
  }
}
