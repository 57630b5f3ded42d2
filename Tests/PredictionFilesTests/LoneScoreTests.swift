import Diagnostics
import Evaluation
import PredictionFiles
import Testing

/// One column of probabilities in text: of the positive label of two, or of the label that the column is named for.
@Suite struct LoneScoreTests {
  private func columns(_ file: PredictionFile) -> [Double] {
    file.predictions.batches.flatMap(\.probabilities)
  }

  private func labels(_ file: PredictionFile) -> [String] { file.predictions.schema.labels.map(\.text) }

  @Test(arguments: ["y_score", "y_proba", "score", "probability", "proba", "proba_yes"])
  func oneColumnIsOfTheLastLabelOrTheOneItIsNamedFor(_ name: String) throws {
    let file = try PredictionText.read("y_true,\(name)\nno,0.25\nyes,0.5\nyes,0.75\n")
    #expect(labels(file) == ["no", "yes"])
    #expect(file.predictions.schema.task == .binary)
    #expect(file.predictions.schema.positive == 1)
    #expect(columns(file) == [0.75, 0.25, 0.5, 0.5, 0.25, 0.75])
    #expect(file.predictions.batches[0].predicted == [0, 0, 1])
    #expect(file.diagnostics.isEmpty)
  }

  @Test func theUserNamesThePositiveLabel() throws {
    let file = try PredictionText.read("y_true,y_score\nno,0.25\nyes,0.5\n", positive: "no")
    #expect(file.predictions.schema.positive == 0)
    #expect(columns(file) == [0.25, 0.75, 0.5, 0.5])
    #expect(
      PredictionText.error("y_true,y_score\nno,0.25\nyes,0.5\n", positive: "nö").contains("expected “no”"))
  }

  @Test func aColumnNamedForALabelIsOfThatLabelWhicheverIsPositive() throws {
    let text = "y_true,proba_ham\nham,0.75\nspam,0.5\n"
    for positive in [nil, "ham", "spam"] {
      let file = try PredictionText.read(text, positive: positive)
      #expect(columns(file) == [0.75, 0.25, 0.5, 0.5])
      #expect(file.predictions.schema.positive == (positive == "ham" ? 0 : 1))
    }
  }

  @Test func predictedLabelsBesideItCount() throws {
    let file = try PredictionText.read("y_true,y_pred,y_score\nno,yes,0.25\nyes,no,0.75\n")
    #expect(file.predictions.batches[0].predicted == [1, 0])
    #expect(columns(file) == [0.75, 0.25, 0.25, 0.75])
  }

  @Test func besidePredictedLabelsItMustHoldProbabilitiesOfTwoLabels() throws {
    for text in ["y_true,y_pred,y_score\na,b,3\nb,b,0\n", "y_true,y_pred,y_score\na,b,1\nc,b,0\n"] {
      let file = try PredictionText.read(text)
      #expect(file.predictions.schema.scoredLabelCount == 0)
      #expect(file.predictions.schema.attributeNames == ["y_score"])
      #expect(file.rowsLeftOut == 0)
    }
  }

  @Test func besidePredictedLabelsAScoreMayMeanSomethingElse() throws {
    let file = try PredictionText.read("y_true,y_pred,score\na,b,0.9\nb,b,0.8\n")
    #expect(file.predictions.schema.attributeNames == ["score"])
  }

  @Test func manyLabelsRefuseTheFileIfNothingElseIsPredicted() {
    #expect(
      PredictionText.error("y_true,y_score\na,0\nb,1\nc,1\n")
        == "p.csv: error: found one column of probabilities, and the labels “a”, “b” and “c”; expected two labels, "
        + "or “proba_…” for each. The file is not used.")
  }

  @Test func ofOneLabelTheOtherIsKnownByItsOppositeOrTheUser() throws {
    #expect(try labels(PredictionText.read("y_true,y_score\n1,0.5\n")) == ["0", "1"])
    #expect(try labels(PredictionText.read("y_true,y_score\nFalse,0.5\n")) == ["False", "True"])
    #expect(
      try labels(PredictionText.read("y_true,y_score\nham,0.5\n", positive: "spam")) == ["ham", "spam"])
    #expect(try labels(PredictionText.read("y_true,proba_spam\nham,0.5\n")) == ["ham", "spam"])
    #expect(PredictionText.error("y_true,y_score\nham,0.5\n").contains("and only the label “ham”"))
  }

  @Test func whatIsNoProbabilityLeavesTheRowOut() throws {
    let file = try PredictionText.read("y_true,y_score\n0,0.25\n1,1.5\n1,nan\n1,1\n")
    #expect(file.rowsLeftOut == 2)
    #expect(columns(file) == [0.75, 0.25, 0, 1])
    #expect(file.diagnostics.map(\.place?.line) == [3, 4])
  }

  @Test(arguments: [10, 1 << 20]) func jsonLinesMayHaveANumber(_ pieceSize: Int) throws {
    for name in ["y_proba", "y_score", "probability"] {
      let lines = [("no", "0.25"), ("yes", "0.5"), ("yes", "0.75"), ("no", "2")]
        .map { #"{"y_true": "\#($0.0)", "\#(name)": \#($0.1)}"# + "\n" }
      let file = try PredictionText.read(lines.joined(), name: "p.jsonl", pieceSize: pieceSize)
      #expect(labels(file) == ["no", "yes"])
      #expect(columns(file) == [0.75, 0.25, 0.5, 0.5, 0.25, 0.75])
      #expect(file.predictions.batches.flatMap(\.predicted) == [0, 0, 1])
      #expect(file.diagnostics.map(\.kind.name) == ["predictions.probability"])
    }
  }

  @Test func inJSONLinesALineWithoutTheNumberIsLeftOut() throws {
    let file = try PredictionText.read(
      #"{"y_true": 1, "y_pred": 0, "y_proba": 0.9}"# + "\n" + #"{"y_true": 0, "y_pred": 0}"# + "\n"
        + #"{"y_true": 0, "y_pred": 1, "y_proba": 0.1}"#, name: "p.jsonl")
    #expect(file.diagnostics.map(\.found) == ["no probability"])
    #expect(file.predictions.batches[0].predicted == [0, 1])
    #expect(columns(file) == [1 - 0.9, 0.9, 0.9, 0.1])
  }

  @Test func inJSONLinesOneNumberForManyLabelsIsNotUsedOrRefusesTheFile() throws {
    func lines(_ rest: String) -> String {
      ["a", "b", "c"].map { #"{"y_true": "\#($0)", "y_proba": 0.5\#(rest)}"# + "\n" }.joined()
    }
    let file = try PredictionText.read(lines(#", "y_pred": "a""#), name: "p.jsonl")
    #expect(file.predictions.schema.scoredLabelCount == 0)
    #expect(file.predictions.count == 3)
    #expect(file.diagnostics.map(\.found) == ["one probability in each row for 3 labels"])
    #expect(PredictionText.error(lines(""), name: "p.jsonl").contains("one column of probabilities"))
  }

  @Test func optionsMapTheColumn() throws {
    let file = try PredictionText.read("y_true,risk\n0,0.25\n1,1\n", columns: ["y_proba": "risk"])
    #expect(columns(file) == [0.75, 0.25, 0, 1])
  }
}
