import Diagnostics
import Evaluation
import FileFormats
import PredictionFiles
import TestSupport
import Testing

@Suite struct ArrayPredictionsTests {
  private func read(
    _ arrays: [String: [UInt8]], positive: String? = nil, columns: [String: String] = [:],
    pieceSize: Int = 1 << 20
  ) throws -> PredictionFile {
    try PredictionText.read(
      bytes: PredictionText.zipped(arrays), name: "p.npz", positive: positive, columns: columns,
      pieceSize: pieceSize)
  }

  private func error(_ arrays: [String: [UInt8]]) -> String {
    PredictionText.error(bytes: PredictionText.zipped(arrays))
  }

  private func labels(_ file: PredictionFile) -> [String] { file.predictions.schema.labels.map(\.text) }

  private func truth(_ file: PredictionFile) -> [String] {
    (0..<file.predictions.count).flatMap { file.predictions.row($0).truthNames.map(\.text) }
  }

  private let thirds = NumPyBytes.doubles(rows: [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]])

  @Test(arguments: ["arrays", "arrays-compressed"])
  func metricsAreThoseOfScikitLearn(_ name: String) throws {
    let file = try PredictionFileReader().read(Fixture.path("predictions/\(name).npz"))
    let golden = try JSONReader.parse(try Fixture.bytes("predictions/\(name).golden.json"), path: "golden")
      .root
    let evaluation = file.predictions.evaluate()
    for (metric, expected) in try #require(golden["metrics"]?.object).members.map({ ($0.name, $0.value) }) {
      guard case .value(let value)? = evaluation[metric], let expected = expected.number?.value else {
        Issue.record("\(metric) is undefined")
        continue
      }
      #expect(abs(value - expected) <= 1e-9 * abs(expected), "\(metric)")
    }
  }

  @Test func labelsWithoutAnOrderAreSortedByNumberOrByBytes() throws {
    let numbers = try read(["y_true": NumPyBytes.integers([10, 9]), "y_pred": NumPyBytes.integers([9, -1])])
    #expect(labels(numbers) == ["-1", "9", "10"])
    #expect(truth(numbers) == ["10", "9"])
    let texts = try read(["y_true": NumPyBytes.texts(["b", "a"]), "y_pred": NumPyBytes.texts(["b", "É"])])
    #expect(labels(texts) == ["a", "b", "É"])
  }

  @Test func theArrayOfLabelsGivesTheOrderOfTheColumns() throws {
    let file = try read([
      "y_true": NumPyBytes.texts(["b", "c"]), "y_proba": thirds, "labels": NumPyBytes.texts(["c", "b", "a"]),
    ])
    #expect(labels(file) == ["c", "b", "a"])
    #expect(truth(file) == ["b", "c"])
    #expect(file.predictions.row(0).probability(of: 0) == 0.5)
    #expect((0..<2).map { file.predictions.row($0).predictedNames } == [["c"], ["b"]])
  }

  @Test func wholeNumbersAreIndicesIfTheNamesAreTexts() throws {
    let file = try read([
      "y_true": NumPyBytes.integers([2, 3, 0]), "y_pred": NumPyBytes.integers([0, 0, 1]),
      "labels": NumPyBytes.texts(["cat", "dog", "bird"]),
    ])
    #expect(truth(file) == ["bird", "cat"])
    #expect(
      file.diagnostics.map(\.description) == [
        "p.npz: warning: found a whole number in row 1 of y_true; expected the index of a label. The row is left out."
      ])
    #expect((0..<2).map { file.predictions.row($0).id } == ["0", "2"])
  }

  @Test func wholeNumbersAreLabelsIfTheNamesAreWholeNumbersToo() throws {
    for names in [NumPyBytes.integers([3, 1, 2]), NumPyBytes.texts(["3", "1", "2"])] {
      let file = try read(["y_true": NumPyBytes.integers([2, 3]), "y_proba": thirds, "labels": names])
      #expect(labels(file) == ["3", "1", "2"])
      #expect(truth(file) == ["2", "3"])
      #expect(file.predictions.row(0).predictedNames == ["3"])
    }
  }

  @Test func columnsWithoutNamesBelongToTheSortedLabels() throws {
    let file = try read([
      "y_true": NumPyBytes.texts(["b", "c"]), "y_pred": NumPyBytes.texts(["a", "c"]), "y_proba": thirds,
    ])
    #expect(labels(file) == ["a", "b", "c"])
    let numbered = try read(["y_true": NumPyBytes.integers([2, 0]), "y_proba": thirds])
    #expect(labels(numbered) == ["0", "1", "2"])
    #expect(
      error(["y_true": NumPyBytes.integers([2, 3]), "y_proba": thirds])
        == "p.npz: error: found 3 columns of probabilities for 2 labels in y_proba; expected a column for each label, "
        + "or an array “labels” that names them. The file is not used.")
  }

  @Test func booleansAndWholeFloatsAreWholeNumbers() throws {
    let file = try read([
      "y_true": NumPyBytes.array("|b1", shape: "(3,)", data: [1, 0, 1]),
      "y_pred": NumPyBytes.doubles([1, 0, 0]),
    ])
    #expect(labels(file) == ["0", "1"])
    #expect(file.predictions.schema.task == .binary)
    #expect(file.predictions.schema.positive == 1)
    let holed = try read([
      "y_true": NumPyBytes.doubles([1, 0.5, .nan, 2]), "y_pred": NumPyBytes.integers([1, 1, 1, 1]),
    ])
    #expect(holed.rowsLeftOut == 2)
    #expect(
      holed.diagnostics.map(\.found) == [
        "a number that is not whole in row 1 of y_true", "a number that is not whole in row 2 of y_true",
      ])
  }

  @Test func oneColumnIsOfThePositiveLabel() throws {
    let arrays = [
      "y_true": NumPyBytes.integers([0, 1, 1]), "y_score": NumPyBytes.doubles([0.25, 0.5, 0.9]),
    ]
    let file = try read(arrays)
    #expect(file.predictions.batches[0].probabilities == [0.75, 0.25, 0.5, 0.5, 1 - 0.9, 0.9])
    // Of equal probabilities the first label’s counts as the largest.
    #expect(file.predictions.batches[0].predicted == [0, 0, 1])
    let other = try read(arrays, positive: "0")
    #expect(other.predictions.schema.positive == 0)
    #expect(other.predictions.batches[0].probabilities == [0.25, 0.75, 0.5, 0.5, 0.9, 1 - 0.9])
    let column = NumPyBytes.array("<f8", shape: "(1, 1)", data: NumPyBytes.bytes(of: (0.25).bitPattern))
    #expect(
      try read(["y_true": NumPyBytes.integers([0]), "y_proba": column]).predictions.schema.scoredLabelCount
        == 2)
  }

  @Test func oneColumnNeedsTwoLabels() {
    #expect(
      error(["y_true": NumPyBytes.texts(["a", "b", "c"]), "y_score": NumPyBytes.doubles([0, 0, 1])]).contains(
        "found one column of probabilities for 3 labels (“a”, “b” and “c”) in y_score; expected two labels"))
  }

  @Test func severalAxesOfTruthAreLabelSets() throws {
    let truth = NumPyBytes.array("|u1", shape: "(3, 2)", data: [1, 0, 1, 1, 2, 0])
    let file = try read([
      "y_true": truth, "y_proba": NumPyBytes.doubles(rows: [[0.9, 0.5], [0.1, 0.6], [0, 0]]),
      "labels": NumPyBytes.texts(["x", "y"]),
    ])
    #expect(file.predictions.schema.task == .multilabel)
    #expect(labels(file) == ["x", "y"])
    #expect(file.predictions.batches[0].truthSets == [1, 0, 1, 1])
    #expect(file.predictions.batches[0].predictedSets == [1, 0, 0, 1])
    #expect(file.diagnostics.map(\.found) == ["2.0 in row 2, column 0, of y_true"])
    let named = try read(["y_true": truth, "y_pred": truth])
    #expect(labels(named) == ["0", "1"])
    #expect(named.predictions.batches[0].predictedSets == [1, 0, 1, 1])
  }

  @Test func furtherArraysAreColumns() throws {
    let file = try read([
      "y_true": NumPyBytes.texts(["a", "b"]), "y_pred": NumPyBytes.texts(["a", "b"]),
      "id": NumPyBytes.integers([7, 8]), "sample_weight": NumPyBytes.doubles([0.5, 2]),
      "fold": NumPyBytes.integers([1, 2]), "text": NumPyBytes.texts(["é", ""]),
      "site": NumPyBytes.texts(["north", "south"]), "embedding": thirds,
    ])
    let row = file.predictions.row(0)
    #expect(row.id == "7")
    #expect(row.weight == 0.5)
    #expect(row.text == "é")
    #expect(file.predictions.batches[0].folds?[1] == "2")
    #expect(file.predictions.schema.attributeNames == ["site"])
    #expect(row.attribute(0) == "north")
    #expect(
      file.diagnostics.map(\.description) == [
        "p.npz: note: found the array “embedding” of 2 × 3 elements; expected one value for each row. It is not used."
      ])
  }

  @Test func optionsAndAliasesNameArrays() throws {
    let arrays = ["target": NumPyBytes.texts(["a", "b"]), "guess": NumPyBytes.texts(["b", "b"])]
    let file = try read(arrays, columns: ["y_pred": "guess"])
    #expect(file.predictions.batches[0].predicted == [1, 1])
    #expect(
      error(arrays)
        == "p.npz: error: found the arrays “guess” and “target”; expected one of “y_pred”, “prediction” and "
        + "“predicted”, or “y_proba”. The file is not used.")
  }
}
