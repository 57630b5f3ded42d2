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

  /// How many of each label the parts have, for a dataset with so many of each.
  private func counts(_ labels: [Int], _ fractions: [Double], seed: UInt64 = 3) throws -> [[Int]] {
    let names = labels.enumerated().flatMap { number, count in Array(repeating: "\(number)", count: count) }
    let split = try DatasetSplit(
      of: dataset(names), SplitFractions(fractions, hasTestDataset: false), seed: seed, stratified: true)
    return labels.indices.map { number in
      [split.train, split.validation, split.test].map { part in part.count { names[$0] == "\(number)" } }
    }
  }

  @Test("Stratified, each part has one of each label, and each number is within one of its exact share")
  func strata() throws {
    var chance = SeededGenerator(seed: 12)
    var cases: [([Int], [Double])] = [
      ([18, 8, 28, 17], [0.7, 0.1, 0.2]), ([24, 8, 14, 20, 25], [0.1, 0.1, 0.8]),
    ]
    for _ in 0..<200 {
      let labels = (0..<Int.random(in: 2...6, using: &chance)).map { _ in
        Int.random(in: 10...80, using: &chance)
      }
      let test = Double(Int.random(in: 10...40, using: &chance)) / 100
      cases.append((labels, [1 - 0.2 - test, 0.2, test]))
    }
    for (labels, fractions) in cases {
      let counts = try counts(labels, fractions)
      let total = labels.reduce(0, +)
      let sizes = (0..<3).map { part in counts.reduce(0) { $0 + $1[part] } }
      for (label, parts) in zip(labels, counts) {
        for (part, size) in zip(parts, sizes) {
          #expect(
            part >= 1 && abs(Double(part) - Double(label * size) / Double(total)) < 1,
            "\(labels) \(fractions)")
        }
      }
    }
  }

  @Test("The documented numbers")
  func documented() {
    #expect(StratifiedCounts(strata: [70, 30], parts: [20, 10, 70]).counts == [[14, 7, 49], [6, 3, 21]])
  }

  @Test("Where labels are so rare that one of each is more than their share, common labels make room")
  func rareAmongCommon() throws {
    let counts = try counts([6, 26, 21, 16, 5, 14, 3, 3, 3], [0.7, 0.1, 0.2])
    #expect(counts.allSatisfy { $0.allSatisfy { $0 >= 1 } }, "\(counts)")
    #expect(counts.suffix(3) == [[1, 1, 1], [1, 1, 1], [1, 1, 1]])
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
