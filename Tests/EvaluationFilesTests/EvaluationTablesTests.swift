import Diagnostics
import Evaluation
import Testing

@testable import EvaluationFiles

@Suite struct EvaluationTablesTests {
  private let owls = Result {
    try Predictions(
      labels: ["cat", "dog", "owl"], truth: ["cat", "dog", "dog"], predicted: ["cat", "cat", "dog"],
      probabilities: [[0.5, 0.25, 0.25], [0.75, 0.25, 0], [0, 1, 0]], ids: ["a", "b", "c"],
      texts: ["purrs", "barks, loudly", "barks"])
  }

  private func tables(_ examples: ExamplePolicy = .full) throws -> EvaluationTables {
    EvaluationTables(try owls.get().evaluate(), examples: examples)
  }

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func aMetricHasItsIntervalWithMethodAndCount() throws {
    let lines = try lines(tables().metrics)
    #expect(lines.first == "metric,value,low,high,method,n,reason")
    let accuracy = try #require(lines.first { $0.hasPrefix("accuracy,") }?.split(separator: ","))
    #expect(Double(accuracy[1]) == 2.0 / 3)
    let interval = try #require(try owls.get().evaluate().intervals["accuracy"])
    #expect(accuracy.dropFirst(2) == ["\(interval.low)", "\(interval.high)", "wilson", "3"])
  }

  @Test func whatIsUndefinedIsEmptyAndSaysWhy() throws {
    let area = try #require(try lines(tables().metrics).first { $0.hasPrefix("roc_auc_ovr_macro,") })
    #expect(area == "roc_auc_ovr_macro,,,,,,no row that counts is “owl”")
  }

  @Test func labelsStandInTheirOrderWithWholeCounts() throws {
    let lines = try lines(tables().labels)
    #expect(lines[0].hasPrefix("label,support,precision,recall,f1"))
    #expect(lines[1].hasPrefix("cat,1,0.5,1,"))
    #expect(lines[3].hasPrefix("owl,0,,,,"))
  }

  @Test func errorsHaveTheirTextOnlyWhereTheWholeExampleMayBeShown() throws {
    #expect(
      try lines(tables().errors) == [
        "id,y_true,y_pred,probability_of_predicted,probability_of_truth,text",
        "b,dog,cat,0.75,0.25,\"barks, loudly\"",
      ])
    #expect(try lines(tables(.ids).errors).last == "b,dog,cat,0.75,0.25")
    #expect(try tables(.none).hasErrors == false)
    #expect(try lines(tables(.none).errors).count == 1)
  }

  @Test func everyCalibrationBinWithRowsIsWritten() throws {
    let lines = try lines(tables().calibration)
    #expect(
      lines[0]
        == "of,label,strategy,bins,lower,upper,n,mean_probability,observed_share,low,high")
    // Confidences 0.5, right; 0.75, wrong; 1, right.
    #expect(lines.filter { $0.hasPrefix("top_label,,equal_width,15,") }.count == 3)
    #expect(lines.filter { $0.hasPrefix("top_label,,equal_width,10,") }.count == 3)
    #expect(lines.contains { $0.hasPrefix("top_label,,equal_width,10,0.4,0.5,1,0.5,1,") })
    #expect(lines.contains { $0.hasPrefix("label,owl,equal_width,15,0,") })
  }

  /// From the top: yes 0.9, no 0.8, yes 0.7, yes 0.7, no 0.2.
  private let spam = Result {
    try Predictions(
      labels: ["no", "yes"], truth: ["yes", "no", "yes", "yes", "no"],
      probabilities: [0.9, 0.8, 0.7, 0.7, 0.2].map { [1 - $0, $0] })
  }

  @Test func everyHundredthHasItsRatesAndCounts() throws {
    let tables = EvaluationTables(try spam.get().evaluate(), examples: .full)
    #expect(tables.hasThresholds)
    let lines = lines(tables.thresholds)
    #expect(
      lines[0]
        == "threshold,sensitivity,specificity,accuracy,true_positive_rate,false_positive_rate,geometric_mean,precision,recall,f1,tp,fp,tn,fn"
    )
    #expect(lines.count == 100)
    #expect(
      lines[90] == "0.9,\(1.0 / 3),1,0.6,\(1.0 / 3),0,\((1.0 / 3).squareRoot()),1,\(1.0 / 3),0.5,1,0,2,2")
    // Nothing is predicted, so that nothing is precise.
    #expect(lines[95].hasSuffix(",,0,0,0,0,2,3"))
  }

  @Test func anOperatingPointHasItsCostWhereCostsAreStated() throws {
    let tables = EvaluationTables(try spam.get().evaluate(), examples: .full)
    let plain = lines(tables.operatingPoints(costs: nil))
    #expect(plain[0].hasPrefix("rule,threshold,sensitivity"))
    #expect(plain[1].hasPrefix("max_f1,0.7,1,0.5,0.8,"))
    #expect(plain.count == 10)
    let costly = lines(tables.operatingPoints(costs: ErrorCosts(falsePositive: 10, falseNegative: 1)))
    #expect(costly[0].hasSuffix(",fn,cost"))
    #expect(costly[4].hasPrefix("min_cost,0.9,"))
    #expect(costly[4].hasSuffix(",1,0,2,2,2"))
  }

  @Test func withoutAPositiveLabelThereAreNoThresholds() throws {
    #expect(try tables().hasThresholds == false)
  }

  @Test func everyDistinctScoreIsALineOfTheCurves() throws {
    let lines = lines(EvaluationTables(try spam.get().evaluate(), examples: .full).curves)
    #expect(
      lines[0]
        == "label,threshold,tp,fp,true_positive_rate,false_positive_rate,precision,share_of_rows")
    #expect(
      lines.dropFirst().map { $0.split(separator: ",").prefix(4).joined(separator: ",") }
        == ["yes,0.9,1,0", "yes,0.8,1,1", "yes,0.7,3,1", "yes,0.2,3,2"])
    #expect(lines[3] == "yes,0.7,3,1,1,0.5,0.75,0.8")
  }

  @Test func ofSeveralLabelsEachHasItsCurve() throws {
    let lines = try lines(tables().curves)
    #expect(Set(lines.dropFirst().map { $0.prefix(3) }) == ["cat", "dog", "owl"])
    // No row is an owl: there is no rate of those found.
    #expect(lines.last?.contains(",0,3,,1,0,1") == true)
    #expect(try tables().hasCurves)
  }

  @Test func everyConfusedPairHasItsCountAndShare() throws {
    #expect(try tables().hasConfusedPairs)
    #expect(
      try lines(tables().confusedPairs) == ["y_true,y_pred,count,share_of_true", "dog,cat,1,0.5"])
  }

  private let sited = Predictions(
    schema: PredictionSchema(task: .multiclass, labels: ["a", "b"], attributeNames: ["site"]),
    batches: [
      PredictionBatch(
        count: 30, truth: [Int32](repeating: 0, count: 30),
        predicted: (0..<30).map { $0 % 4 == 0 ? 1 : 0 },
        folds: TextColumn((0..<30).map { "\($0 % 2)" }),
        attributes: [TextColumn((0..<30).map { $0 < 2 ? "rare, \"<i>\"" : $0 < 14 ? "web" : "mail" })])
    ])

  @Test func aSliceHasItsMetricsThoseOfTheRestAndTheDifference() throws {
    let tables = EvaluationTables(sited.evaluate(), examples: .full)
    let lines = lines(tables.slices(sited.slices()))
    #expect(
      lines[0].hasPrefix("slice,rows,share,small,accuracy,accuracy_low,accuracy_high,rest_accuracy,f1_macro,")
    )
    #expect(
      lines[0].hasSuffix(",difference_metric,difference,difference_low,difference_high,p_value,p_adjusted"))
    #expect(lines.count == 4)
    #expect(lines.last?.hasPrefix("\"site = rare, \"\"<i>\"\"\",2,") == true)
    #expect(lines.dropFirst().allSatisfy { $0.contains(",accuracy,") })
  }

  @Test(arguments: [ExamplePolicy.ids, .none])
  func aRareValueIsNotWrittenWhereExamplesAreKeptOff(examples: ExamplePolicy) {
    let lines = lines(EvaluationTables(sited.evaluate(), examples: examples).slices(sited.slices()))
    #expect(lines.count == 3)
    #expect(!lines.contains { $0.contains("rare") })
  }

  @Test func aFoldHasEveryMetric() throws {
    let report = try #require(sited.foldReport())
    let lines = lines(EvaluationTables(sited.evaluate(), examples: .none).folds(report))
    #expect(lines[0].hasPrefix("fold,rows,accuracy,"))
    #expect(lines.dropFirst().map { String($0.prefix(5)) } == ["0,15,", "1,15,"])
  }

  @Test func likelyLabelErrorsHaveTheirTextOnlyWhereTheWholeExampleMayBeShown() throws {
    let predictions = try Predictions(
      labels: ["a", "b"], truth: ["a", "a", "a", "b"],
      probabilities: [[1, 0], [1, 0], [0.25, 0.75], [0.5, 0.5]],
      ids: ["1", "2", "3", "4"], texts: ["t1", "t2", "t3", "t4"])
    func table(_ examples: ExamplePolicy) -> EvaluationTables {
      EvaluationTables(predictions.evaluate(), examples: examples)
    }
    let head = "id,given,suggested,probability_of_given,probability_of_suggested,margin"
    #expect(lines(table(.full).labelErrors) == [head + ",text", "3,a,b,0.25,0.75,-0.5,t3"])
    #expect(lines(table(.ids).labelErrors) == [head, "3,a,b,0.25,0.75,-0.5"])
    #expect(table(.ids).hasLabelErrors && !table(.none).hasLabelErrors)
    #expect(lines(table(.none).labelErrors) == [head])
  }
}
