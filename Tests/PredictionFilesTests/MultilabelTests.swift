import Diagnostics
import Evaluation
import PredictionFiles
import Testing

@Suite struct MultilabelTests {
  @Test func indicatorColumnsSayWhatIsTrueAndPredicted() throws {
    let predictions = try PredictionText.read(
      """
      id,true_b,true_a,pred_b,pred_a,proba_b,proba_a,site
      x,1,0,0,1,0.9,0.1,north
      y,True,0.0,1.0,false,0.5,0.6,south
      """
    ).predictions
    #expect(predictions.schema.task == .multilabel)
    #expect(predictions.schema.labels == ["b", "a"])
    #expect(predictions.schema.scoredLabelCount == 2)
    #expect(predictions.schema.attributeNames == ["site"])
    #expect(predictions.batches[0].truthSets == [1, 0, 1, 0])
    #expect(predictions.batches[0].predictedSets == [0, 1, 1, 0])
    #expect(predictions.batches[0].probabilities == [0.9, 0.1, 0.5, 0.6])
  }

  @Test func withoutPredictionsProbabilitiesAboveOneHalfCount() throws {
    let predictions = try PredictionText.read(
      "true_a,true_b,proba_a,proba_b\n1,0,0.5,0.5000001\n"
    ).predictions
    #expect(predictions.batches[0].predictedSets == [0, 1])
    #expect(predictions.schema.probabilityProblem == nil)
  }

  @Test func labelsWithoutProbabilitiesStandBehindThoseThatHaveThem() throws {
    let schema = try PredictionText.read(
      "true_a,true_b,pred_a,pred_b,proba_b\n1,0,1,0,0.5\n"
    ).predictions.schema
    #expect(schema.labels == ["b", "a"])
    #expect(schema.scoredLabelCount == 1)
  }

  @Test func whatIsNoIndicatorLeavesTheRowOut() throws {
    let read = try PredictionText.read("true_a,true_b,pred_a,pred_b\n1,0,2,0\n1,0,1,0\n,0,1,0\n1,0,yes,0\n")
    #expect(read.rowsLeftOut == 3)
    #expect(read.predictions.batches[0].truthSets == [1, 0])
    #expect(read.diagnostics[0].found == "“2” in the column “pred_a”")
    #expect(read.diagnostics[0].expected == "0 or 1")
  }

  @Test func everyLabelNeedsItsColumns() {
    #expect(PredictionText.error("true_a,proba_a,proba_b\n1,0,0\n").contains("expected “true_b”"))
    #expect(PredictionText.error("true_a,true_b,pred_a\n1,0,0\n").contains("expected “pred_b”"))
    #expect(PredictionText.error("true_a,true_b,proba_a\n1,0,0\n").contains("expected “pred_a”"))
  }

  @Test func aTrueLabelColumnMakesTheOthersAttributes() throws {
    let schema = try PredictionText.read("y_true,y_pred,true_a\na,b,1\n").predictions.schema
    #expect(schema.task == .binary)
    #expect(schema.attributeNames == ["true_a"])
  }
}
