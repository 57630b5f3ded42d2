import Diagnostics
import Evaluation
import PredictionFiles
import TestSupport
import Testing

/// Arrays with bad rows, arrays that do not belong together, and broken files.
@Suite struct BadArrayTests {
  private func read(
    _ arrays: [String: [UInt8]], pieceSize: Int = 1 << 20
  ) throws -> PredictionFile {
    try PredictionText.read(
      bytes: PredictionText.zipped(arrays), name: "p.npz", pieceSize: pieceSize)
  }

  private func error(_ arrays: [String: [UInt8]]) -> String {
    PredictionText.error(bytes: PredictionText.zipped(arrays))
  }

  private func labels(_ file: PredictionFile) -> [String] { file.predictions.schema.labels.map(\.text) }

  private let thirds = NumPyBytes.doubles(rows: [[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]])

  @Test(arguments: [8, 1 << 20]) func badRowsAreLeftOutAndNumbered(_ pieceSize: Int) throws {
    let nan = Double.nan
    let file = try read(
      [
        "y_true": NumPyBytes.texts(["a", "", "b", "a", "ghost", "b"]),
        "y_proba": NumPyBytes.doubles(rows: [[1, 0], [1, 0], [nan, 2], [0, 1], [0, -1], [0.5, 0.5]]),
        "labels": NumPyBytes.texts(["a", "b"]), "sample_weight": NumPyBytes.doubles([1, 1, 1, -1, 1, 3]),
      ], pieceSize: pieceSize)
    #expect(file.rowsRead == 6)
    #expect(file.rowsLeftOut == 4)
    #expect(
      file.diagnostics.map(\.found) == [
        "an empty text in row 1 of y_true", "nan in row 2, column 0, of y_proba",
        "-1.0 in row 3 of sample_weight",
        "-1.0 in row 4, column 1, of y_proba",
      ])
    #expect(labels(file) == ["a", "b"])
    #expect((0..<2).map { file.predictions.row($0).id } == ["0", "5"])
    #expect(file.predictions.row(1).weight == 3)
  }

  @Test func atMostTwentyOfAKindAreListed() throws {
    let scores = NumPyBytes.doubles((0..<100).map { $0 % 2 == 0 ? 7 : 0.5 })
    let truth = NumPyBytes.integers((0..<100).map { $0 % 2 })
    for pieceSize in [8, 100, 1 << 20] {
      let file = try read(["y_true": truth, "y_score": scores], pieceSize: pieceSize)
      #expect(file.rowsLeftOut == 50)
      #expect(file.diagnostics.count == 21)
      #expect(file.diagnostics.last?.found == "30 more like these")
      #expect(file.diagnostics[19].found == "7.0 in row 38 of y_score")
    }
  }

  @Test func sumsOffOneAreDiagnosedWithTheRow() throws {
    let file = try read([
      "y_true": NumPyBytes.integers([0, 1, 2]),
      "y_proba": NumPyBytes.doubles(rows: [[1, 0, 0], [0.5, 0.25, 0.2], [1, 0, 0.0005]]),
    ])
    #expect(
      file.diagnostics.map(\.description) == [
        "p.npz: warning: found probabilities that sum to 0.95 in row 1, and in 1 rows not to 1; expected 1 ± 0.001. "
          + "Multiclass metrics of probabilities are undefined; label metrics stand."
      ])
  }

  @Test func labelsOutsideTheColumnsAreDiagnosed() throws {
    let file = try read([
      "y_true": NumPyBytes.texts(["a", "z"]), "y_proba": NumPyBytes.doubles(rows: [[1, 0], [0, 1]]),
      "labels": NumPyBytes.texts(["b", "a"]),
    ])
    #expect(labels(file) == ["b", "a", "z"])
    #expect(file.diagnostics.map(\.kind) == [.labelWithoutColumn])
  }

  @Test func arraysThatDoNotBelongTogetherAreRefused() {
    let truth = NumPyBytes.integers([0, 1])
    let names = NumPyBytes.texts(["a", "b"])
    let wide = NumPyBytes.doubles(rows: [[1, 0], [0, 1]])
    for (arrays, words) in [
      (["y_true": truth, "y_pred": NumPyBytes.integers([0])], "1 rows in y_pred; expected 2"),
      (["y_true": truth, "y_pred": wide], "2 columns in y_pred"),
      (["y_true": truth, "y_proba": names], "texts in y_proba"),
      (
        ["y_true": truth, "y_proba": wide, "labels": NumPyBytes.texts(["a"])], "1 names in labels; expected 2"
      ),
      (
        ["y_true": truth, "y_proba": wide, "labels": NumPyBytes.texts(["a", "a"])],
        "a label that is there twice"
      ),
      (
        ["y_true": truth, "y_proba": wide, "labels": NumPyBytes.texts(["a", ""])],
        "something that is no label"
      ),
      (["y_true": wide, "y_proba": thirds], "3 columns in y_proba; expected 2"),
      (["y_true": truth, "y_pred": truth, "id": wide], "several columns in id"),
      (["y_true": truth, "y_pred": truth, "sample_weight": names], "something else in sample_weight"),
      (["y_pred": truth], "the arrays “y_pred”; expected one of “y_true”"),
      (["y_true": NumPyBytes.integers([]), "y_pred": NumPyBytes.integers([])], "no rows"),
    ] as [([String: [UInt8]], String)] { #expect(error(arrays).contains(words), "\(error(arrays))") }
  }

  @Test func pickledObjectsRefuseTheFileWhereTheyAreNeeded() throws {
    let objects = try Fixture.bytes("numpy/objects.npy")
    let truth = NumPyBytes.integers([0, 1])
    #expect(error(["y_true": objects, "y_pred": objects]).contains("an array of Python objects"))
    let file = try read(["y_true": truth, "y_pred": truth, "notes": objects])
    #expect(file.diagnostics.map(\.kind) == [.unusedArray])
    #expect(file.predictions.schema.attributeNames.isEmpty)
  }

  @Test func tooManyLabelsAreRefused() {
    let numbers = NumPyBytes.integers((0...Int64(PredictionFileReader.labelLimit)).map { $0 })
    #expect(
      error(["y_true": numbers, "y_pred": numbers]).contains("more than 10000 different labels in y_true"))
  }

  @Test func whatNumPyWritesForLargeFilesIsRead() throws {
    let file = try PredictionText.read(bytes: try Fixture.bytes("numpy/large-records.npz"), name: "p.npz")
    #expect(file.predictions.batches[0].truth == [1, 0, 1])
    #expect(file.predictions.batches[0].predicted == [1, 0, 0])
  }

  @Test func brokenFilesNeverCrashAndThePiecesNeverMatter() throws {
    var generator = SeededGenerator(seed: 61)
    let arrays = [
      "y_true": NumPyBytes.texts(["a", "b", "c"]), "labels": NumPyBytes.texts(["a", "b", "c"]),
      "y_proba": NumPyBytes.doubles(rows: [[1, 0, 0], [0.5, 0.25, 0.25], [0, 1, 0]]),
      "id": NumPyBytes.integers([5, 6, 7]), "sample_weight": NumPyBytes.doubles([1, 2, 0.5]),
    ]
    func outcome(_ bytes: [UInt8], pieceSize: Int) -> String {
      do throws(PredictionFileError) {
        let file = try PredictionText.read(bytes: bytes, name: "p.npz", pieceSize: pieceSize)
        let rows = (0..<file.predictions.count).map { file.predictions.row($0) }
        return
          "\(rows.map { "\($0.id) \($0.truth) \($0.predicted) \($0.weight)" }) \(file.predictions.schema) "
          + "\(file.predictions.batches.flatMap(\.probabilities)) \(file.diagnostics)"
      } catch {
        return "\(error)"
      }
    }
    for _ in 0..<FuzzDose.rounds(default: 200) {
      // Damage within an array, under a check sum that is right.
      var damaged = arrays
      for name in arrays.keys.sorted() where Int.random(in: 0..<3, using: &generator) == 0 {
        guard var bytes = damaged[name] else { continue }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
        damaged[name] = bytes
      }
      let whole = outcome(PredictionText.zipped(damaged), pieceSize: 1 << 20)
      #expect(outcome(PredictionText.zipped(damaged, isDeflated: true), pieceSize: 8) == whole)
    }
  }
}
