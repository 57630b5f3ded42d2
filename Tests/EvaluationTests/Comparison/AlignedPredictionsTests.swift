import Diagnostics
import Testing

@testable import Evaluation

struct AlignedPredictionsTests {
  private func predictions(
    _ truth: [String], _ predicted: [String], labels: [String] = ["cat", "dog", "owl"], ids: [String]? = nil,
    weights: [Double] = [], probabilities: [[Double]] = []
  ) throws -> Predictions {
    try Predictions(
      labels: labels, truth: truth, predicted: predicted, probabilities: probabilities, weights: weights,
      ids: ids)
  }

  private func problem(_ candidate: Predictions, _ baseline: Predictions) -> AlignmentError? {
    do throws(AlignmentError) {
      _ = try AlignedPredictions(candidate: candidate, baseline: baseline)
      return nil
    } catch {
      return error
    }
  }

  @Test func rowsAreJoinedByIDWhateverTheirOrder() throws {
    let baseline = try predictions(["cat", "dog", "owl"], ["cat", "cat", "cat"], ids: ["a", "b", "c"])
    let candidate = try predictions(["owl", "cat", "dog"], ["owl", "dog", "dog"], ids: ["c", "a", "b"])
    let pair = try AlignedPredictions(candidate: candidate, baseline: baseline)
    let rows = (0..<3).map { pair.candidateRow($0) }
    #expect(rows == [1, 2, 0])
    #expect(pair.arranged(candidate.flat(\.predicted)) == [1, 1, 2])
  }

  @Test func labelsInAnotherOrderAreTheSameLabels() throws {
    let baseline = try predictions(
      ["cat", "dog"], ["cat", "cat"], probabilities: [[0.7, 0.2, 0.1], [0.5, 0.3, 0.2]])
    let candidate = try predictions(
      ["cat", "dog"], ["owl", "dog"], labels: ["owl", "cat", "dog"],
      probabilities: [[0.6, 0.3, 0.1], [0.1, 0.2, 0.7]])
    let pair = try AlignedPredictions(candidate: candidate, baseline: baseline)
    #expect(pair.candidate.schema.labels == ["cat", "dog", "owl"])
    #expect(pair.candidate.flat(\.predicted) == [2, 1])
    #expect(pair.candidate.flat(\.probabilities) == [0.3, 0.1, 0.6, 0.2, 0.7, 0.1])
  }

  @Test func aLabelThatOnlyOneKnowsIsALabelOfBoth() throws {
    let baseline = try predictions(["cat", "dog", "cat"], ["cat", "dog", "dog"], labels: ["cat", "dog"])
    let candidate = try predictions(["cat", "dog", "cat"], ["cat", "owl", "cat"])
    let pair = try AlignedPredictions(candidate: candidate, baseline: baseline)
    #expect(pair.schema.labels == ["cat", "dog", "owl"])
    #expect(pair.schema.task == .multiclass && pair.schema.positive == nil)
  }

  @Test func rowsThatOnlyOneHasAreRefusedAndNamed() throws {
    let baseline = try predictions(["cat", "dog"], ["cat", "cat"], ids: ["a", "b"])
    let other = try predictions(["cat", "dog", "owl"], ["cat", "cat", "owl"], ids: ["a", "b", "c"])
    #expect(problem(other, baseline)?.found == "1 id that the baseline does not have, first “c”")
    #expect(problem(baseline, other)?.found == "1 id that the candidate does not have, first “c”")
  }

  @Test func anotherTruthIsRefusedAndNamed() throws {
    let baseline = try predictions(["cat", "dog"], ["cat", "cat"], ids: ["a", "b"])
    let candidate = try predictions(["cat", "owl"], ["cat", "cat"], ids: ["a", "b"])
    #expect(problem(candidate, baseline)?.found == "another true label for 1 row, first “b”")
  }

  @Test func anIDThatOccursTwiceIsRefusedOnEitherSide() throws {
    let once = try predictions(["cat", "dog"], ["cat", "cat"], ids: ["a", "b"])
    let twice = try predictions(["cat", "cat"], ["cat", "cat"], ids: ["a", "a"])
    #expect(problem(twice, once)?.found == "the id “a” twice in the candidate")
    #expect(problem(once, twice)?.found == "the id “a” twice in the baseline")
  }

  @Test func idsInOneOnlyAndOtherCountsAreRefused() throws {
    let named = try predictions(["cat", "dog"], ["cat", "cat"], ids: ["a", "b"])
    let plain = try predictions(["cat", "dog"], ["cat", "cat"])
    let longer = try predictions(["cat", "dog", "dog"], ["cat", "cat", "dog"])
    #expect(problem(named, plain)?.found == "ids in one of the two only")
    #expect(problem(longer, plain)?.found == "3 rows without ids beside 2 of the baseline")
  }

  @Test func otherWeightsAndOtherTasksAreRefused() throws {
    let plain = try predictions(["cat", "dog"], ["cat", "cat"])
    let weighted = try predictions(["cat", "dog"], ["cat", "cat"], weights: [1, 2])
    let sets = try Predictions(labels: ["cat"], truthSets: [["cat"], []], predictedSets: [[], []])
    #expect(problem(weighted, plain)?.found == "other weights, first of the row “1”")
    #expect(problem(sets, plain)?.found == "multilabel predictions beside multiclass ones")
  }

  @Test func idsThatDifferInNormalisationAreTwoIDs() throws {
    let baseline = try predictions(["cat"], ["cat"], ids: ["\u{E9}"])
    let candidate = try predictions(["cat"], ["cat"], ids: ["e\u{301}"])
    #expect(problem(candidate, baseline) != nil)
  }
}
