import Diagnostics
import Evaluation
import PredictionFiles
import Testing

@Suite struct DelimitedPredictionsTests {
  private func read(
    _ text: String, positive: String? = nil, columns: [String: String] = [:]
  ) throws -> PredictionFile {
    try PredictionText.read(text, positive: positive, columns: columns)
  }

  @Test func everyColumnHasItsPlace() throws {
    let predictions = try read(
      """
      id,y_true,y_pred,proba_a,proba_b,sample_weight,group,fold,text,image,site
      r1,a,b,0.25,0.75,2.5,p7,1,"Hello, you",images/1.png,north
      """
    ).predictions
    let row = predictions.row(0)
    #expect(row.id == "r1")
    #expect(row.truthNames == ["a"])
    #expect(row.predictedNames == ["b"])
    #expect(row.probability(of: 0) == 0.25)
    #expect(row.probability(of: 1) == 0.75)
    #expect(row.weight == 2.5)
    #expect(row.group == "p7")
    #expect(row.fold == "1")
    #expect(row.text == "Hello, you")
    #expect(row.image == "images/1.png")
    #expect(predictions.schema.attributeNames == ["site"])
    #expect(row.attribute(0) == "north")
  }

  @Test func namesHaveAnOrderOfPreference() throws {
    let read = try read("actual,label,target,predicted,prediction\na,b,c,d,e\n").predictions
    #expect(read.row(0).truthNames == ["c"])
    #expect(read.row(0).predictedNames == ["e"])
    #expect(read.schema.attributeNames == ["actual", "label", "predicted"])
  }

  @Test func optionsMapAnyNames() throws {
    let predictions = try read(
      "gold,guess,score of a,score of b,y_true\na,b,0.5,0.5,extra\n",
      columns: ["y_true": "gold", "y_pred": "guess", "proba_a": "score of a", "proba_b": "score of b"]
    ).predictions
    #expect(predictions.row(0).truthNames == ["a"])
    #expect(predictions.row(0).predictedNames == ["b"])
    #expect(predictions.schema.scoredLabelCount == 2)
    #expect(predictions.schema.attributeNames == ["y_true"])
    #expect(predictions.row(0).attribute(0) == "extra")
  }

  @Test func aMappedColumnMustBeThere() {
    #expect(
      PredictionText.error("y_true,y_pred\na,b\n", columns: ["y_true": "gold"])
        == "p.csv:1: error: found the columns “y_true” and “y_pred”; expected “gold”, which the options name as "
        + "“y_true”. The file is not used.")
  }

  @Test func anUnknownRoleIsAnErrorWithTheNearName() {
    #expect(
      PredictionText.error("y_true,y_pred\na,b\n", columns: ["y_tru": "y_true"])
        .contains("found the column role “y_tru”; expected “y_true”"))
    #expect(
      PredictionText.error("y_true,y_pred\na,b\n", columns: ["id": "y_true", "text": "y_true"])
        .contains("named for two roles"))
  }

  @Test func aMissingColumnRefusesTheFileAndSaysWhichThereAre() {
    #expect(
      PredictionText.error("id,guess\nx,b\n")
        == "p.csv:1: error: found the columns “id” and “guess”; expected one of “y_true”, “target”, “label” and "
        + "“actual”, or “true_…” for each label. The file is not used.")
    #expect(
      PredictionText.error("y_true,site\na,0.5\n")
        == "p.csv:1: error: found the columns “y_true” and “site”; expected one of “y_pred”, “prediction” and "
        + "“predicted”, or “proba_…” for each label. The file is not used.")
  }

  @Test func aSecondColumnOfANameIsNotUsedAndDiagnosed() throws {
    let read = try read("y_true,y_pred,y_true,site,site\na,b,b,1,2\n")
    #expect(read.predictions.row(0).truthNames == ["a"])
    #expect(read.predictions.schema.attributeNames == ["site"])
    #expect(read.diagnostics.map(\.kind) == [.duplicateColumn, .duplicateColumn])
  }

  @Test func withoutAPredictedLabelTheFirstLargestProbabilityCounts() throws {
    let predictions = try read("y_true,proba_b,proba_a,proba_c\na,0.4,0.4,0.2\na,0.1,0.2,0.7\n").predictions
    #expect(predictions.schema.labels == ["b", "a", "c"])
    #expect(predictions.row(0).predictedNames == ["b"])
    #expect(predictions.row(1).predictedNames == ["c"])
  }

  @Test func labelsStandInTheOrderOfTheColumnsElseOfTheirNumbersElseOfTheirBytes() throws {
    #expect(try read("y_true,y_pred,proba_z,proba_a\na,z,0.5,0.5\n").predictions.schema.labels == ["z", "a"])
    #expect(try read("y_true,y_pred\n10,9\n-1,2.5\n").predictions.schema.labels == ["-1", "2.5", "9", "10"])
    #expect(try read("y_true,y_pred\n10,9\nx,2\n").predictions.schema.labels == ["10", "2", "9", "x"])
    #expect(try read("y_true,y_pred\nb,Z\né,a\n").predictions.schema.labels == ["Z", "a", "b", "é"])
  }

  @Test func notAvailableIsALabelAndCellsAreNotTrimmed() throws {
    #expect(
      try read("y_true,y_pred\nNA, NA\n\" a\",a \n").predictions.schema.labels == [" NA", " a", "NA", "a "])
  }

  @Test func aLabelWithoutAColumnCountsWithAWarning() throws {
    let read = try read("y_true,y_pred,proba_a,proba_b\na,b,0.5,0.5\nz,y,0.5,0.5\n")
    let schema = read.predictions.schema
    #expect(schema.labels == ["a", "b", "y", "z"])
    #expect(schema.scoredLabelCount == 2)
    #expect(schema.probabilityProblem == "the label “y” has no probabilities")
    #expect(read.diagnostics.map(\.kind) == [.labelWithoutColumn, .labelWithoutColumn])
    #expect(read.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(read.predictions.row(1).truthNames == ["z"])
    #expect(read.predictions.row(1).predictedNames == ["y"])
  }

  @Test func otherPrefixesCountIfAtLeastTwoColumnsHoldProbabilities() throws {
    let two = try read("y_true,p_a,p_b\na,0.5,0.5\n").predictions.schema
    #expect(two.labels == ["a", "b"])
    #expect(two.scoredLabelCount == 2)
    let other = try read("y_true,y_pred,prob_a,prob_b,p_value\na,b,1,0,0.01\n").predictions.schema
    #expect(other.scoredLabelCount == 2)
    #expect(other.attributeNames == ["p_value"])
    let one = try read("y_true,y_pred,p_value\na,b,0.01\n").predictions.schema
    #expect(one.scoredLabelCount == 0)
    #expect(one.attributeNames == ["p_value"])
    let beside = try read("y_true,proba_a,proba_b,p_x,p_y\na,1,0,0.5,0.5\n").predictions.schema
    #expect(beside.labels == ["a", "b"])
    #expect(beside.attributeNames == ["p_x", "p_y"])
  }

  @Test func otherPrefixesAreAttributesIfAnyValueIsNoProbability() throws {
    let read = try read("y_true,y_pred,p_height,p_age\na,b,0.5,1\na,b,0.7,35\n")
    #expect(read.predictions.schema.attributeNames == ["p_height", "p_age"])
    #expect(read.predictions.schema.scoredLabelCount == 0)
    #expect(read.rowsLeftOut == 0)
    #expect(read.diagnostics.isEmpty)
  }

  @Test func probabilitiesThatDoNotSumToOneGiveOneDiagnostic() throws {
    let read = try read("y_true,proba_a,proba_b\na,0.5,0.5\na,0.5,0.502\nb,0.5009,0.5\nb,0.1,0.1\n")
    #expect(
      read.diagnostics.map(\.description) == [
        "p.csv:3: warning: found probabilities that sum to 1.002 here, and in 2 rows not to 1; expected 1 ± 0.001. "
          + "Multiclass metrics of probabilities are undefined; label metrics stand."
      ])
    #expect(
      read.predictions.schema.probabilityProblem
        == "the probabilities of 2 rows do not sum to 1, first of row 1")
    #expect(read.predictions.count == 4)
    #expect(read.predictions.row(3).probability(of: 0) == 0.1)
  }
}
