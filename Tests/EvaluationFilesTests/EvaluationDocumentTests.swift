import Diagnostics
import Evaluation
import FileFormats
import Testing

@testable import EvaluationFiles

@Suite struct EvaluationDocumentTests {
  private func document(_ predictions: Predictions) throws -> JSONValue {
    let evaluation = predictions.evaluate()
    let document = EvaluationDocument(
      evaluation: evaluation, rowsRead: predictions.count + 1, rowsLeftOut: 1,
      errors: evaluation.errors(limit: 2), diagnostics: evaluation.diagnostics)
    return try JSONReader.parse(document.bytes(), path: "evaluation.json").root
  }

  private let cats = Result {
    try Predictions(
      labels: ["cat", "dog", "owl"], truth: ["cat", "dog", "dog"], predicted: ["cat", "cat", "dog"],
      probabilities: [[0.5, 0.25, 0.25], [0.75, 0.25, 0], [0, 1, 0]], texts: ["a", "b", "c"])
  }

  @Test func theHeaderSaysWhatWasEvaluated() throws {
    let json = try document(cats.get())
    #expect(json["schema_version"]?.number?.integer == 1)
    #expect(json["task"]?.string == "multiclass")
    #expect(json["rows"]?.number?.integer == 3)
    #expect(json["rows_read"]?.number?.integer == 4)
    #expect(json["rows_left_out"]?.number?.integer == 1)
    #expect(json["labels"]?.array?.map(\.string) == ["cat", "dog", "owl"])
    #expect(json["positive"]?.isNull == true)
  }

  @Test func whatIsUndefinedIsNull() throws {
    let json = try document(cats.get())
    #expect(json["metrics"]?["accuracy"]?.number?.value == 2.0 / 3)
    #expect(json["per_label"]?["owl"]?["recall"]?.isNull == true)
    #expect(json["per_label"]?["owl"]?["precision"]?.isNull == true)
    #expect(json["per_label"]?["owl"]?["support"]?.number?.text == "0")
    #expect(json["metrics"]?["roc_auc_ovr_macro"]?.isNull == true)
  }

  @Test func confusionsHaveTruthInRowsAndWholeNumbersWithoutFraction() throws {
    let json = try document(cats.get())
    let counts = json["confusion"]?["counts"]?.array?.map { $0.array?.map(\.number?.text) }
    #expect(counts == [["1", "0", "0"], ["1", "1", "0"], ["0", "0", "0"]])
    #expect(json["confusion_per_label"] == nil)
    let pair = json["confused_pairs"]?.array?.first
    #expect(pair?["y_true"]?.string == "dog")
    #expect(pair?["y_pred"]?.string == "cat")
    #expect(pair?["share_of_true"]?.number?.value == 0.5)
  }

  @Test func errorsNameRowLabelsProbabilityAndText() throws {
    let json = try document(cats.get())
    let wrong = json["errors"]?["cat"]?["false_positives"]?.array
    #expect(wrong?.count == 1)
    #expect(wrong?.first?["id"]?.string == "1")
    #expect(wrong?.first?["y_true"]?.string == "dog")
    #expect(wrong?.first?["y_pred"]?.string == "cat")
    #expect(wrong?.first?["probability"]?.number?.value == 0.75)
    #expect(wrong?.first?["text"]?.string == "b")
    #expect(json["errors"]?["dog"]?["false_negatives"]?.array?.first?["probability"]?.number?.value == 0.25)
  }

  @Test func curvesHaveThresholdsOfWhichTheFirstIsInfinite() throws {
    let json = try document(cats.get())
    let roc = json["curves"]?["cat"]?["roc"]
    #expect(roc?["fpr"]?.array?.compactMap(\.number?.value) == [0, 0.5, 0.5, 1])
    #expect(roc?["tpr"]?.array?.compactMap(\.number?.value) == [0, 0, 1, 1])
    #expect(roc?["thresholds"]?.array?.first?.string == "Infinity")
    #expect(json["curves"]?["cat"]?["precision_recall"]?["precision"]?.array?.last?.number?.value == 1)
    #expect(json["curves"]?["owl"]?["roc"]?["fpr"]?.array?.isEmpty == true)
  }

  /// From the top: yes 0.9, no 0.8, yes 0.7, yes 0.7, no 0.2.
  private func spam(costs: ErrorCosts? = nil) throws -> JSONValue {
    let evaluation = try Predictions(
      labels: ["no", "yes"], truth: ["yes", "no", "yes", "yes", "no"],
      probabilities: [0.9, 0.8, 0.7, 0.7, 0.2].map { [1 - $0, $0] }
    ).evaluate()
    let document = EvaluationDocument(
      evaluation: evaluation, rowsRead: 5, rowsLeftOut: 0, errors: [], diagnostics: [], costs: costs)
    return try JSONReader.parse(document.bytes(), path: "evaluation.json").root
  }

  private func numbers(_ value: JSONValue?) -> [Double?] { value?.array?.map { $0.number?.value } ?? [] }

  @Test func detectionErrorsGainAndHistogramFollowFromTheCounts() throws {
    let curves = try spam()["curves"]?["yes"]
    #expect(numbers(curves?["det"]?["fpr"]) == [0, 0.5, 0.5])
    #expect(numbers(curves?["det"]?["thresholds"]) == [0.9, 0.8, 0.7])
    #expect(curves?["det"]?["equal_error_rate"]?.number?.value == 0.5)
    #expect(numbers(curves?["gain"]?["share_of_rows"]) == [0, 0.2, 0.4, 0.8, 1])
    #expect(numbers(curves?["gain"]?["lift"]).first == .some(nil))
    #expect(numbers(curves?["gain"]?["lift"]).last == 1)
    #expect(numbers(curves?["score_histogram"]?["edges"]).count == 21)
    #expect(curves?["score_histogram"]?["positives"]?.array?[14].number?.text == "2")
  }

  @Test func theCheapestThresholdIsThereWhereCostsAreStated() throws {
    #expect(try spam()["operating_points"]?["min_cost"] == nil)
    let cheapest = try spam(costs: ErrorCosts(falsePositive: 10))["operating_points"]?["min_cost"]
    #expect(cheapest?["threshold"]?.number?.value == 0.9)
    #expect(cheapest?["cost"]?.number?.text == "2")
    #expect(cheapest?["false_positive_cost"]?.number?.text == "10")
  }

  @Test(arguments: [ExamplePolicy.full, .ids, .none])
  func examplesAreWrittenAsFarAsTheyMayBe(examples: ExamplePolicy) throws {
    let evaluation = try cats.get().evaluate()
    let document = EvaluationDocument(
      evaluation: evaluation, rowsRead: 3, rowsLeftOut: 0, errors: evaluation.errors(limit: 2),
      diagnostics: [], labelErrors: evaluation.likelyLabelErrors(limit: 2), examples: examples)
    let json = try JSONReader.parse(document.bytes(), path: "evaluation.json").root
    let error = json["errors"]?["cat"]?["false_positives"]?.array?.first
    #expect(error?["id"]?.string == (examples == .none ? nil : "1"))
    #expect(error?["text"]?.string == (examples == .full ? "b" : nil))
  }

  @Test func aBinaryProblemHasTheCurvesOfItsPositiveLabel() throws {
    let predictions = try Predictions(
      labels: ["no", "yes"], truth: ["no", "yes"], probabilities: [[0.9, 0.1], [0.2, 0.8]])
    let json = try document(predictions)
    #expect(json["positive"]?.string == "yes")
    #expect(json["curves"]?.object?.members.map(\.name) == ["yes"])
  }

  @Test func severalLabelsPerRowHaveAConfusionEach() throws {
    let predictions = try Predictions(
      labels: ["a", "b"], truthSets: [["a"], ["a", "b"], []], predictedSets: [["a"], ["b"], ["b"]])
    let json = try document(predictions)
    #expect(json["task"]?.string == "multilabel")
    #expect(json["confusion"] == nil)
    let counts = json["confusion_per_label"]?["b"]?.array?.map { $0.array?.map(\.number?.integer) }
    #expect(counts == [[1, 1], [0, 1]])
    #expect(
      json["errors"]?["a"]?["false_negatives"]?.array?.first?["y_true"]?.array?.map(\.string) == ["a", "b"])
    #expect(json["curves"]?.object?.count == 0)
  }

  @Test func manyLabelsAreWrittenAsTheCellsThatAreNotZero() throws {
    let labels = (0...EvaluationDocument.denseLabelLimit).map { "label \($0)" }
    let json = try document(Predictions(labels: labels, truth: [labels[7]], predicted: [labels[9]]))
    #expect(json["confusion"]?["counts"]?.isNull == true)
    #expect(json["confusion"]?["cells"]?.array?.map { $0.array?.map(\.number?.integer) } == [[7, 9, 1]])
  }

  @Test func labelsThatDifferInNormalisationAreTwoMembers() throws {
    let json = try document(
      Predictions(
        labels: ["\u{E9}", "e\u{301}"], truth: ["\u{E9}", "e\u{301}"], predicted: ["\u{E9}", "\u{E9}"]))
    #expect(json["per_label"]?.object?.count == 2)
    #expect(json["per_label"]?["e\u{301}"]?["recall"]?.number?.value == 0)
  }

  @Test func aDiagnosticHasItsPlace() throws {
    let evaluation = try cats.get().evaluate()
    let problem = Diagnostic(
      .warning, .init("predictions.probability"), at: SourcePlace(path: "a.csv", line: 3, column: 5),
      found: "1.7", expected: "0 to 1", consequence: "The row is left out.")
    let document = EvaluationDocument(
      evaluation: evaluation, rowsRead: 4, rowsLeftOut: 1, errors: [], diagnostics: [problem])
    let json = try JSONReader.parse(document.bytes(), path: "evaluation.json").root
    let written = json["diagnostics"]?.array?.first
    #expect(written?["severity"]?.string == "warning")
    #expect(written?["kind"]?.string == "predictions.probability")
    #expect(written?["path"]?.string == "a.csv")
    #expect(written?["line"]?.number?.integer == 3)
    #expect(written?["column"]?.number?.integer == 5)
    #expect(written?["found"]?.string == "1.7")
  }
}
