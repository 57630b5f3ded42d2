import Evaluation
import Testing

@testable import ReportModel

struct FailureSentenceTests {
  private func text(_ predictions: Predictions) -> String {
    let evaluation = predictions.evaluate()
    return FailureSentence.text(evaluation, pairs: evaluation.confusedPairs(), noun: .example).plain
  }

  @Test func withoutErrorsItFailsNowhere() throws {
    #expect(text(try Sample.predictions([[2, 0], [0, 3]])) == "Nowhere: no error on 5 examples.")
    #expect(text(try Sample.predictions([[1]])) == "Nowhere: no error on 1 example.")
  }

  @Test func oneErrorIsSingular() throws {
    #expect(
      text(try Sample.predictions([[3, 1], [0, 4]]))
        == "1 error. Label a has recall 0.750 [0.301, 0.954]; it is taken for b (1×).")
  }

  @Test func theLabelThatIsMissedMostAndTheOneThatAttractsMostAreNamed() throws {
    let sentence = text(try Sample.predictions([[4, 4, 2], [0, 10, 0], [0, 1, 9]]))
    #expect(sentence.hasPrefix("7 errors. Label a has recall 0.400 "))
    #expect(sentence.contains("; it is taken for b (4×) and c (2×). "))
    #expect(sentence.hasSuffix("Label b collects 5 examples that are not b."))
  }

  @Test func ofEqualRecallsTheLabelWithMoreSupportIsNamed() throws {
    #expect(text(try Sample.predictions([[1, 1], [2, 2]])).contains("Label b has recall 0.500"))
  }

  @Test func weightsAreNotCalledErrors() throws {
    let predictions = try Sample.predictions([[1, 1], [0, 1]], weights: [1, 0.5, 2])
    #expect(
      text(predictions) == "Errors weigh 0.500 of 3.50. Label a has recall 0.667; it is taken for b (0.500).")
  }

  @Test func errorsThatWeighNothingDoNotCount() throws {
    #expect(text(try Sample.predictions([[1, 1], [0, 1]], weights: [1, 0, 1])).hasPrefix("Nowhere"))
  }

  @Test func labelSetsFailByWhatIsMissedAndWhatIsAdded() throws {
    let sentence = text(try Sample.multilabel())
    #expect(sentence.hasPrefix("1 label is missed, 1 label is given wrongly. "))
    #expect(sentence.contains("Label a is found least often: recall is 0.500 ["))
  }

  @Test func rightLabelSetsFailNowhere() throws {
    let predictions = try Predictions(
      labels: ["a", "b", "c"], truthSets: [["a"], []], predictedSets: [["a"], []])
    #expect(text(predictions) == "Nowhere: every set of labels is right.")
  }
}
