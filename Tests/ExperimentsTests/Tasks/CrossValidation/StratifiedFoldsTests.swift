import Diagnostics
import FileFormats
import TestSupport
import Testing

@testable import Experiments

@Suite struct StratifiedFoldsTests {
  @Test func withoutShufflingTheFoldsAreScikitLearns() throws {
    let cases = try JSONReader.parse(try Fixture.bytes("skrobot-tasks/folds.json"), path: "folds.json").root
    let all = try #require(cases.array)
    #expect(all.count == 7)
    for document in all {
      let labels = try #require(document["labels"]?.array).compactMap { $0.string.map { ExactString($0) } }
      let expected = try #require(document["assignment"]?.array).compactMap {
        $0.number.map { Int($0.value) }
      }
      let count = Int(try #require(document["folds"]?.number).value)
      #expect(try StratifiedFolds.assignment(of: labels, count: count, seed: nil) == expected)
    }
  }

  @Test func theExampleOfTheDocumentation() throws {
    #expect(
      try StratifiedFolds.assignment(of: ["a", "a", "b", "b", "a", "a"], count: 2, seed: nil)
        == [0, 0, 0, 1, 1, 1])
  }

  @Test func shufflingMovesExamplesButKeepsTheSharesAndDependsOnTheSeedAlone() throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<200 {
      let labels = (0..<Int.random(in: 12...80, using: &generator)).map { _ in
        ExactString("\(Int.random(in: 0..<3, using: &generator))")
      }
      let count = Int.random(in: 2...4, using: &generator)
      let plain = try StratifiedFolds.assignment(of: labels, count: count, seed: nil)
      let mixed = try StratifiedFolds.assignment(of: labels, count: count, seed: UInt64(round))
      #expect(mixed == (try StratifiedFolds.assignment(of: labels, count: count, seed: UInt64(round))))
      func shares(_ folds: [Int]) -> [String: Int] {
        zip(labels, folds).reduce(into: [:]) { $0["\($1.0) \($1.1)", default: 0] += 1 }
      }
      #expect(shares(mixed) == shares(plain))
      let sizes = (0..<count).map { fold in plain.count { $0 == fold } }
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
    let labels = (0..<40).map { ExactString($0 % 2 == 0 ? "a" : "b") }
    #expect(
      try StratifiedFolds.assignment(of: labels, count: 4, seed: 1)
        != StratifiedFolds.assignment(of: labels, count: 4, seed: 2))
  }

  @Test func tooFewExamplesAndUnknownIdsAreErrors() throws {
    #expect(throws: TaskError.self) { try StratifiedFolds.assignment(of: ["a", "b"], count: 2, seed: nil) }
    #expect(throws: TaskError.self) { try StratifiedFolds.assignment(of: [], count: 2, seed: nil) }
    #expect(throws: TaskError.self) { try StratifiedFolds.assignment(of: ["a", "a"], count: 1, seed: nil) }
    let data = ClassificationDataset(ids: ["x1", "x2"], texts: ["", ""], labels: ["a", "b"])
    let error = #expect(throws: TaskError.self) {
      try CrossValidationFolds.custom(["x1": "1", "x3": "2"]).splits(of: data, seed: 1)
    }
    #expect(error?.detail.contains("“x3”") == true)
    #expect(throws: TaskError.self) { try CrossValidationFolds.custom(["x1": "1"]).splits(of: data, seed: 1) }
  }

  @Test func customFoldsComeInTheOrderOfTheirNumbersAndLeaveOutWhoHasNone() throws {
    let data = ClassificationDataset(
      ids: ["a", "b", "c", "d"], texts: ["", "", "", ""], labels: ["x", "y", "x", "y"])
    let splits = try CrossValidationFolds.custom(["a": "10", "b": "9", "d": "10"]).splits(of: data, seed: 1)
    #expect(splits.map(\.fold) == ["9", "10"])
    #expect(splits.map(\.train) == [[0, 3], [1]])
    #expect(splits.map(\.validation) == [[1], [0, 3]])
  }
}
