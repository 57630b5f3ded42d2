import Evaluation
import Testing

@testable import ReportModel

struct ConfusionFindingTests {
  private func text(_ cells: [[Int]]) throws -> String? {
    let evaluation = try Sample.predictions(cells).evaluate()
    return ConfusionFinding.text(
      evaluation, pairs: evaluation.confusedPairs(), noun: ExampleNoun(singular: "image", plural: "images"))?
      .plain
  }

  @Test func theLargestConfusionIsNamedWithItsShare() throws {
    #expect(
      try text([[87, 4, 0], [1, 5, 0], [0, 0, 3]]) == "a → b is the largest confusion: 4 of 91 images of a")
  }

  @Test func countsAreWholeAlsoWhereTheirShareIsNot() throws {
    // 4 / (4 / 91) and the like are not whole in floating point.
    for size in 5...120 {
      let sentence = try #require(try text([[size - 4, 4, 0], [0, 3, 0], [0, 0, 3]]))
      #expect(sentence.hasSuffix("4 of \(size) images of a"))
    }
  }

  @Test func oneImageIsSingular() throws {
    #expect(
      try text([[0, 1, 0], [0, 5, 0], [0, 0, 3]]) == "a → b is the largest confusion: 1 of 1 image of a")
    #expect(
      try text([[4, 1, 0], [0, 4, 1], [0, 0, 3]])
        == "a → b and b → c are the largest confusions, 1 image each")
  }

  @Test func manyEqualConfusionsDoNotStandOut() throws {
    #expect(
      try text([[4, 1, 1], [1, 4, 0], [1, 0, 4]]) == "No confusion stands out: 4 pairs have 1 image each")
  }

  @Test func ofTwoLabelsBothErrorsAreTold() throws {
    #expect(try text([[9, 1], [2, 8]]) == "2 of 10 b are called a and 1 of 10 a is called b")
    #expect(try text([[10, 0], [2, 8]]) == "2 of 10 b are called a")
  }

  @Test func withoutErrorsNothingIsConfused() throws {
    #expect(try text([[2, 0], [0, 2]]) == "No image is taken for another label")
  }

  @Test func withoutRowsThereIsNothingToSay() throws {
    #expect(try text([[0, 0], [0, 0]]) == nil)
  }
}
