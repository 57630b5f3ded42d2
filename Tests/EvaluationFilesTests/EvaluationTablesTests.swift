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
}
