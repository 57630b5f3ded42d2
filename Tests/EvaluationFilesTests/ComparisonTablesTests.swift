import Evaluation
import FileFormats
import Testing

@testable import EvaluationFiles

@Suite struct ComparisonTablesTests {
  private func comparison(_ candidate: [String] = ["cat", "dog", "dog", "dog"]) throws -> PairedComparison {
    func evaluation(_ predicted: [String], _ confidence: [Double]) throws -> ClassificationEvaluation {
      try Predictions(
        labels: ["cat", "dog"], truth: ["cat", "dog", "dog", "cat"], predicted: predicted,
        probabilities: zip(predicted, confidence).map { $0 == "cat" ? [$1, 1 - $1] : [1 - $1, $1] },
        ids: ["a", "b", "c", "d"], texts: ["purrs", "barks", "growls", "meows, twice"]
      ).evaluate()
    }
    return try PairedComparison(
      candidate: evaluation(candidate, [0.75, 0.75, 1, 0.75]),
      baseline: evaluation(["cat", "cat", "cat", "cat"], [0.75, 0.75, 0.75, 0.75]), primary: "accuracy")
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func changedRowsHaveBothPredictionsAndBothProbabilitiesOfTheTruth() throws {
    let tables = ComparisonTables(try comparison(), examples: .full)
    #expect(
      lines(tables.fixed) == [
        "id,y_true,y_pred_baseline,y_pred_candidate,probability_baseline,probability_candidate,text",
        "c,dog,cat,dog,0.25,1,growls", "b,dog,cat,dog,0.25,0.75,barks",
      ])
    #expect(lines(tables.broken).dropFirst() == ["d,cat,cat,dog,0.75,0.25,\"meows, twice\""])
  }

  @Test func textsAndRowsStayAwayWhereTheyMustNotBeShown() throws {
    let ids = ComparisonTables(try comparison(), examples: .ids)
    #expect(lines(ids.fixed).dropFirst() == ["c,dog,cat,dog,0.25,1", "b,dog,cat,dog,0.25,0.75"])
    let none = ComparisonTables(try comparison(), examples: .none)
    #expect(lines(none.fixed).count == 1 && lines(none.broken).count == 1)
  }

  @Test func everyMetricHasBothValuesTheIntervalAndTheTest() throws {
    let comparison = try comparison()
    let rows = lines(ComparisonTables(comparison, examples: .full).differences)
    #expect(rows.count == comparison.differences.count + 1)
    let accuracy = try #require(rows.first { $0.hasPrefix("accuracy,") }).split(
      separator: ",", omittingEmptySubsequences: false)
    #expect(accuracy.prefix(5) == ["accuracy", "higher_is_better", "0.5", "0.75", "0.25"])
    #expect(accuracy[7...9] == ["paired_bootstrap", "4", "1"])
    #expect(accuracy.count == 12)
    let error = try #require(rows.first { $0.hasPrefix("expected_calibration_error,") })
    #expect(!error.hasSuffix(","), "it says why there is no interval")
  }

  @Test func cellsAreListedWithTheirTest() throws {
    let rows = lines(ComparisonTables(try comparison(), examples: .none).confusionDifference)
    #expect(
      rows == [
        "y_true,y_pred,baseline,candidate,difference,p_value,p_adjusted,exceeds_chance",
        "dog,cat,2,0,-2,0.5,1,false", "dog,dog,0,2,2,0.5,1,false", "cat,cat,2,1,-1,1,1,false",
        "cat,dog,0,1,1,1,1,false",
      ])
  }

  @Test func withoutAComparisonOnlyTheNamesOfColumnsAreLeft() {
    let tables = ComparisonTables(nil, examples: .full)
    for bytes in [tables.fixed, tables.broken, tables.differences, tables.confusionDifference] {
      #expect(lines(bytes).count == 1)
    }
  }

  @Test func theFileNamesBothSidesOrSaysWhyThereIsNothing() throws {
    let document = ComparisonDocument(try comparison(), examples: .ids)
    let json = try JSONReader.parse(
      ComparisonFile(baseline: "e/a/1", candidate: "e/b/2", comparison: document).bytes, path: "c.json"
    ).root
    #expect(json["schema_version"]?.number?.integer == 1)
    #expect(json["baseline"]?.string == "e/a/1" && json["candidate"]?.string == "e/b/2")
    #expect(json["comparison"]?["fixed"]?.array?.count == 2)
    #expect(json["comparison"]?["fixed"]?.array?.first?["text"]?.isNull == true)
    let nothing = try JSONReader.parse(
      ComparisonFile(baseline: "a", candidate: "b", comparison: nil, reason: "other weights").bytes,
      path: "c.json"
    ).root
    #expect(nothing["comparison"]?.isNull == true)
    #expect(nothing["reason"]?.string == "other weights")
  }
}
