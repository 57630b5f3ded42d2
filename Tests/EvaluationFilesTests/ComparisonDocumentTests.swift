import Evaluation
import FileFormats
import Markup
import Testing

@testable import EvaluationFiles

@Suite struct ComparisonDocumentTests {
  private func json(_ examples: ExamplePolicy, limit: Int? = nil) throws -> JSONValue {
    func evaluation(_ predicted: [String]) throws -> ClassificationEvaluation {
      try Predictions(
        labels: ["cat", "dog"], truth: ["cat", "dog", "dog", "cat"], predicted: predicted,
        ids: ["a", "b", "c", "d"], texts: ["purrs", "barks", "growls", "meows"]
      ).evaluate()
    }
    let comparison = try PairedComparison(
      candidate: evaluation(["cat", "dog", "dog", "dog"]),
      baseline: evaluation(["cat", "cat", "cat", "cat"]),
      primary: "accuracy")
    var writer = JSONWriter(style: .pretty)
    ComparisonDocument(comparison, examples: examples, limit: limit).write(to: &writer)
    return try JSONReader.parse(writer.bytes, path: "comparison.json").root
  }

  @Test func itSaysHowRowsFallAndWhichTestThatPasses() throws {
    let json = try json(.full)
    #expect(json["n"]?.number?.integer == 4)
    #expect(json["churn"]?.object?.members.map { $0.value.number?.integer } == [1, 2, 1, 0])
    #expect(json["mcnemar"]?["b"]?.number?.integer == 1)
    #expect(json["mcnemar"]?["c"]?.number?.integer == 2)
    #expect(json["mcnemar"]?["p_value"]?.number?.value == 1)
    #expect(json["accuracy_difference"]?["value"]?.number?.value == 0.25)
    #expect(json["verdict"]?.string == "no_difference")
  }

  @Test func changedExamplesHaveBothPredictions() throws {
    let fixed = try #require(try json(.full)["fixed"]?.array)
    #expect(fixed.map { $0["id"]?.string } == ["b", "c"])
    #expect(fixed[0]["y_true"]?.string == "dog")
    #expect(fixed[0]["y_pred_baseline"]?.string == "cat")
    #expect(fixed[0]["y_pred_candidate"]?.string == "dog")
    #expect(fixed[0]["text"]?.string == "barks")
    #expect(try json(.full)["broken"]?.array?.count == 1)
    #expect(try json(.full, limit: 1)["fixed"]?.array?.count == 1)
  }

  @Test func textsAndExamplesStayAwayWhereTheyMustNotBeShown() throws {
    #expect(try json(.ids)["fixed"]?.array?.first?["text"]?.isNull == true)
    #expect(try json(.none)["fixed"]?.array?.isEmpty == true)
    #expect(try json(.none)["broken"]?.array?.isEmpty == true)
  }
}
