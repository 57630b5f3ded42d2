import Diagnostics
import Evaluation
import PredictionFiles
import Testing

@Suite struct JSONLinesPredictionsTests {
  private func read(
    _ lines: [String], columns: [String: String] = [:], pieceSize: Int = 1 << 20
  ) throws -> PredictionFile {
    try PredictionText.read(
      lines.joined(separator: "\n"), name: "p.jsonl", columns: columns, pieceSize: pieceSize)
  }

  @Test func everyNameHasItsPlace() throws {
    let predictions = try read([
      #"{"id": "r1", "y_true": "a", "y_pred": "b", "y_proba": {"a": 0.25, "b": 0.75}, "sample_weight": 2.5, "#
        + #""group": 7, "fold": 1, "text": "Hello,\n\u00e9", "image": "1.png", "site": "north", "age": 35.0, "#
        + #""tags": ["x", 1], "odd": null}"#
    ]).predictions
    let row = predictions.row(0)
    #expect(row.id == "r1")
    #expect(row.truthNames == ["a"])
    #expect(row.predictedNames == ["b"])
    #expect(predictions.batches[0].probabilities == [0.25, 0.75])
    #expect(row.weight == 2.5)
    #expect(row.group == "7")
    #expect(row.fold == "1")
    #expect(row.text == "Hello,\né")
    #expect(row.image == "1.png")
    #expect(predictions.schema.attributeNames == ["site", "age", "tags", "odd"])
    #expect((0..<4).map { row.attribute($0) } == ["north", "35.0", #"["x", 1]"#, ""])
  }

  @Test func aMissingLabelHasTheProbabilityZero() throws {
    let predictions = try read([
      #"{"y_true": "b", "y_proba": {"b": 1}}"#, #"{"y_true": "a", "y_proba": {"c": 0.5, "a": 0.5}}"#,
    ]).predictions
    #expect(predictions.schema.labels == ["a", "b", "c"])
    #expect(predictions.batches[0].probabilities == [0, 1, 0, 0.5, 0, 0.5])
    #expect(predictions.row(1).predictedNames == ["a"])
  }

  @Test func theOrderOfAnObjectThatNamesEveryLabelCounts() throws {
    let predictions = try read([
      #"{"y_true": "low", "y_proba": {"low": 0.5, "mid": 0.5, "high": 0}}"#,
      #"{"y_true": "mid", "y_proba": {"high": 1}}"#,
    ]).predictions
    #expect(predictions.schema.labels == ["low", "mid", "high"])
  }

  @Test func numbersAndBooleansAreLabelsByTheirText() throws {
    let predictions = try read([#"{"y_true": 10, "y_pred": 9}"#, #"{"y_true": 9, "y_pred": 10}"#]).predictions
    #expect(predictions.schema.labels == ["9", "10"])
    let booleans = try read([#"{"y_true": true, "y_pred": false}"#]).predictions
    #expect(booleans.schema.labels == ["false", "true"])
  }

  @Test func escapesInLabelsAreResolved() throws {
    let predictions = try read([
      #"{"y_true": "caf\u00e9", "y_pred": "café", "y_proba": {"caf\u00E9": 1, "x": 0}}"#
    ]).predictions
    #expect(predictions.schema.labels == ["café", "x"])
    #expect(predictions.row(0).isRight)
  }

  @Test func arraysMakeSeveralLabels() throws {
    let predictions = try read([
      #"{"y_true": ["b", "a"], "y_pred": [], "y_proba": {"a": 0.6, "b": 0.1}}"#,
      #"{"y_true": [], "y_proba": {"a": 0.5, "b": 0.51}}"#, #"{"y_true": ["z"], "y_pred": ["z", "a"]}"#,
    ]).predictions
    #expect(predictions.schema.task == .multilabel)
    #expect(predictions.schema.labels == ["a", "b", "z"])
    #expect(predictions.schema.scoredLabelCount == 2)
    #expect(predictions.batches[0].truthSets == [1, 1, 0, 0, 0, 0, 0, 0, 1])
    #expect(predictions.batches[0].predictedSets == [0, 0, 0, 0, 1, 0, 1, 0, 1])
  }

  @Test func optionsMapAnyNames() throws {
    let predictions = try read(
      [#"{"gold": "a", "guess": "b", "scores": {"a": 0.5, "b": 0.5}, "y_true": "z"}"#],
      columns: ["y_true": "gold", "y_pred": "guess", "y_proba": "scores"]
    ).predictions
    #expect(predictions.row(0).truthNames == ["a"])
    #expect(predictions.schema.scoredLabelCount == 2)
    #expect(predictions.schema.attributeNames == ["y_true"])
  }

  @Test func missingNamesRefuseTheFile() {
    #expect(
      PredictionText.error(#"{"id": 1, "guess": "b"}"#, name: "p.jsonl")
        == "p.jsonl:1: error: found the names “id” and “guess”; expected one of “y_true”, “target”, “label” and "
        + "“actual”. The file is not used.")
    #expect(
      PredictionText.error(#"{"y_true": 1}"#, name: "p.jsonl").contains("or “y_proba”"))
  }

  @Test func badLinesAreLeftOutAndDiagnosed() throws {
    let good = #"{"y_true": "a", "y_proba": {"a": 0.5, "b": 0.5}}"#
    let read = try read([
      good, "", "{", #"[1]"#, #"{"y_true": "a", "y_proba": {"a": 1.5}}"#, #"{"y_true": null, "y_pred": "a"}"#,
      #"{"y_true": ["a"], "y_pred": "a"}"#, #"{"y_pred": "a"}"#, #"{"y_true": "a"}"#,
      #"{"y_true": "", "y_pred": "a"}"#, #"{"y_true": "a", "y_pred": "a", "sample_weight": -1}"#,
      #"{"y_true": "a", "y_proba": [0.5, 0.5]}"#, good + " x", good,
    ])
    #expect(read.rowsRead == 13)
    #expect(read.predictions.count == 2)
    #expect(
      read.diagnostics.map(\.description) == [
        "p.jsonl:3:2: warning: found the end of the line; expected a name in quotes. The row is left out.",
        "p.jsonl:4:1: warning: found an array; expected an object. The row is left out.",
        "p.jsonl:5:34: warning: found 1.5; expected a probability from 0 to 1. The row is left out.",
        "p.jsonl:6:12: warning: found null; expected a label. The row is left out.",
        "p.jsonl:7:12: warning: found an array; expected a label. The row is left out.",
        "p.jsonl:8:16: warning: found no true label; expected one. The row is left out.",
        "p.jsonl:9:16: warning: found neither a predicted label nor probabilities; expected one of them. "
          + "The row is left out.",
        "p.jsonl:10:12: warning: found an empty text; expected a label. The row is left out.",
        "p.jsonl:11:49: warning: found -1; expected a number of at least 0. The row is left out.",
        "p.jsonl:12:28: warning: found an array; expected an object of a probability for each label. "
          + "The row is left out.",
        "p.jsonl:13:50: warning: found “x”; expected the end of the line. The row is left out.",
      ])
  }

  @Test func theLastOfTwoValuesOfANameCounts() throws {
    let predictions = try read([
      #"{"id": "x", "y_true": "a", "y_pred": "b", "y_true": "b", "id": "y", "y_proba": {"a": 0.2, "b": 0, "a": 1}}"#
    ]).predictions
    #expect(predictions.row(0).truthNames == ["b"])
    #expect(predictions.row(0).id == "y")
    #expect(predictions.batches[0].probabilities == [1, 0])
    #expect(predictions.schema.probabilityProblem == nil)
  }

  @Test func attributesOfSomeRowsAreEmptyInTheOthersWhateverThePieces() throws {
    let lines = [
      #"{"y_true": "a", "y_pred": "a", "u": 1}"#, #"{"y_true": "a", "y_pred": "b", "v": "x", "u": 2}"#,
      #"{"y_true": "b", "y_pred": "b", "w": true}"#,
    ]
    for pieceSize in [10, 45, 1 << 20] {
      let predictions = try read(lines, pieceSize: pieceSize).predictions
      #expect(predictions.schema.attributeNames == ["u", "v", "w"])
      let table = (0..<3).map { row in (0..<3).map { predictions.row(row).attribute($0) } }
      #expect(table == [["1", "", ""], ["2", "x", ""], ["", "", "true"]])
    }
  }

  @Test func sparseRowsOfManyLabelsDoNotFillTheMemory() {
    let lines = (0..<14_000)
      .map { #"{"y_true": "a", "y_proba": {"l\#($0 % 9999)": 1}}"# + "\n" }.joined()
    #expect(PredictionText.error(lines, name: "p.jsonl").contains("found 14000 rows of 10000 labels"))
  }
}
