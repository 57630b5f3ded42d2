import Experiments
import Foundation
import TestSupport
import Testing

@Suite("Fractions of a split")
struct SplitFractionsTests {
  private func problem(_ parts: [Double], hasTestDataset: Bool = false) -> String? {
    do {
      _ = try SplitFractions(parts, hasTestDataset: hasTestDataset)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("Fractions that sum to 1 but for what binary costs are accepted")
  func sums() throws {
    #expect(0.6 + 0.3 + 0.1 != 1)
    #expect(problem([0.6, 0.3, 0.1]) == nil)
    #expect(try SplitFractions([0.6, 0.3, 0.1], hasTestDataset: false).validationShare == 0.3333)
    #expect(problem([0.8, 0.2], hasTestDataset: true) == nil)
    #expect(SplitFractions.standard(hasTestDataset: false).parts == [0.7, 0.1, 0.2])
    #expect(SplitFractions.standard(hasTestDataset: true).parts == [0.8, 0.2])
    #expect(SplitFractions.standard(hasTestDataset: false).validationShare == 0.125)
  }

  @Test("Other fractions are refused with what was expected")
  func faults() {
    #expect(
      problem([0.8, 0.2])
        == "found a split of (0.8, 0.2); train_valid_test_split must be length 3 and sum to 1.")
    #expect(
      problem([0.7, 0.1, 0.2], hasTestDataset: true)
        == "found a split of (0.7, 0.1, 0.2); train_valid_test_split must be length 2 and sum to 1, since there is a test set."
    )
    for parts in [[0.7, 0.1, 0.1], [.nan, 0.5, 0.5], [.infinity, -.infinity, 1], []] {
      #expect(problem(parts)?.contains("must be length 3 and sum to 1") == true)
    }
    #expect(
      problem([1, 0, 0]) == "found a split of (1.0, 0.0, 0.0); every part of the split must be above 0.")
    #expect(problem([1.2, -0.4, 0.2])?.contains("above 0") == true)
  }

  @Test("A part that rounding leaves empty is refused")
  func emptyParts() throws {
    let fractions = SplitFractions.standard(hasTestDataset: false)
    for count in 0...2 {
      #expect(throws: ClassificationExperimentError.self) { try fractions.sizes(of: count) }
    }
    let sizes = try fractions.sizes(of: 3)
    #expect(sizes.train == 1 && sizes.validation == 1 && sizes.test == 1)
    let tiny = try SplitFractions([0.99999, 0.00001], hasTestDataset: true)
    #expect(throws: ClassificationExperimentError.self) { try tiny.sizes(of: 100) }
  }

  @Test("Sizes are those of scikit-learn's train_test_split")
  func scikitLearn() throws {
    let golden = try JSONDecoder().decode(
      [Row].self, from: Data(Fixture.bytes("classification/split_sizes.json")))
    #expect(golden.count > 500)
    for row in golden {
      let fractions = try SplitFractions(row.parts, hasTestDataset: row.parts.count == 2)
      let sizes: [Int]? = (try? fractions.sizes(of: row.n)).map { [$0.train, $0.validation, $0.test] }
      #expect(sizes == row.sizes, "\(row.parts) of \(row.n)")
    }
  }

  private struct Row: Decodable {
    var n: Int
    var parts: [Double]
    var sizes: [Int]?
  }
}
