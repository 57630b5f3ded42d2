import Diagnostics
import TestSupport
import Testing

@testable import Experiments

@Suite("Splitting a dataset")
struct DatasetSplitTests {
  private func dataset(_ labels: [String]) -> ClassificationDataset {
    ClassificationDataset(texts: labels, labels: labels.map { ExactString($0) })
  }

  @Test("Parts are disjoint and complete, of the sizes that are said, and the same for the same seed")
  func parts() throws {
    var chance = SeededGenerator(seed: 11)
    for round in 0..<60 {
      let count = Int.random(in: 10...400, using: &chance)
      let labels = (0..<count).map { _ in ["a", "b", "c"].randomElement(using: &chance) ?? "a" }
      let hasTest = round % 3 == 0
      let fractions = try SplitFractions(
        hasTest ? [0.75, 0.25] : [0.5, 0.2, 0.3], hasTestDataset: hasTest)
      let dataset = dataset(labels)
      for stratified in [false, true] {
        guard let split = try? DatasetSplit(of: dataset, fractions, seed: 5, stratified: stratified) else {
          #expect(stratified)
          continue
        }
        let sizes = try fractions.sizes(of: count)
        #expect(split.train.count == sizes.train && split.validation.count == sizes.validation)
        #expect(split.test.count == sizes.test)
        #expect((split.train + split.validation + split.test).sorted() == Array(0..<count))
        #expect(try split == DatasetSplit(of: dataset, fractions, seed: 5, stratified: stratified))
        #expect(try split != DatasetSplit(of: dataset, fractions, seed: 6, stratified: stratified))
      }
    }
  }

  @Test("Stratified shares are within one of the exact ones")
  func strata() throws {
    var chance = SeededGenerator(seed: 12)
    for _ in 0..<60 {
      let count = Int.random(in: 60...500, using: &chance)
      let labels =
        (0..<count).map { _ in ["a", "a", "a", "b", "b", "c"].randomElement(using: &chance) ?? "a" }
      let fractions = try SplitFractions([0.6, 0.15, 0.25], hasTestDataset: false)
      let split = try DatasetSplit(of: dataset(labels), fractions, seed: 3, stratified: true)
      for label in ["a", "b", "c"] {
        let all = Double(labels.count { $0 == label })
        let test = Double(split.test.count { labels[$0] == label })
        #expect(abs(test - all * Double(split.test.count) / Double(count)) < 1)
        let rest = Double(count - split.test.count)
        let validation = Double(split.validation.count { labels[$0] == label })
        #expect(abs(validation - (all - test) * Double(split.validation.count) / rest) < 1)
      }
    }
  }

  @Test("Labels that are too rare for a stratified split are named")
  func rareLabels() throws {
    let fractions = SplitFractions.standard(hasTestDataset: false)
    let labels = Array(repeating: "a", count: 30) + ["b", "b"]
    let error = #expect(throws: ClassificationExperimentError.self) {
      try DatasetSplit(of: dataset(labels), fractions, seed: 1, stratified: true)
    }
    #expect(
      error?.description.hasPrefix("found 2 of “b”; a stratified split expects at least 3 of each") == true)
    let sets = ClassificationDataset(
      texts: labels, labelSets: labels.map { $0 == "a" ? ["x", "y"] : ["x"] })
    let other = #expect(throws: ClassificationExperimentError.self) {
      try DatasetSplit(of: sets, fractions, seed: 1, stratified: true)
    }
    #expect(other?.description.hasPrefix("found 2 of “x”;") == true)
    let many = (0..<30).map { "\($0 % 10)" }
    let small = #expect(throws: ClassificationExperimentError.self) {
      try DatasetSplit(of: dataset(many), fractions, seed: 1, stratified: true)
    }
    #expect(
      small?.description.hasPrefix("found a part of 3 examples; a stratified split of 10 labels") == true)
  }

  @Test("Every order of three is equally likely")
  func shuffle() {
    var counts: [[Int]: Int] = [:]
    for seed in 0..<6_000 { counts[SeededShuffle.order(of: 3, seed: UInt64(seed)), default: 0] += 1 }
    #expect(counts.count == 6)
    // Six times the standard deviation of a count: √(6000 · 1/6 · 5/6) ≈ 29.
    #expect(counts.values.allSatisfy { abs($0 - 1_000) < 174 })
    #expect(SeededShuffle.order(of: 0, seed: 1) == [])
  }

  @Test("A seed gives the same order for ever")
  func frozen() {
    #expect(SeededShuffle.order(of: 10, seed: 1) == [4, 2, 8, 1, 9, 3, 0, 6, 7, 5])
  }
}
