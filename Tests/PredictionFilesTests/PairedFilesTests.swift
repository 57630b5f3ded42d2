import Diagnostics
import Evaluation
import PredictionFiles
import TestSupport
import Testing

/// True labels in one file, probabilities in another.
@Suite struct PairedFilesTests {
  private typealias File = (name: String, bytes: [UInt8])

  private func csv(_ name: String, _ text: String) -> File { (name + ".csv", Array(text.utf8)) }

  private func error(_ truth: File, _ scores: File) -> String {
    do throws(PredictionFileError) {
      _ = try PredictionText.read(truth: truth, scores: scores)
      return "no error"
    } catch {
      return error.description
    }
  }

  private func rows(_ file: PredictionFile) -> [String] {
    (0..<file.predictions.count).map { number in
      let row = file.predictions.row(number)
      let scores = (0..<file.predictions.schema.scoredLabelCount).map { "\(row.probability(of: $0) ?? -1)" }
      return
        "\(row.id) \(row.truthNames.map(\.text).joined(separator: "+")) \(row.predictedNames.map(\.text).joined(separator: "+")) "
        + scores.joined(separator: " ")
    }
  }

  private let scores: File = ("s.npy", NumPyBytes.doubles([0.25, 0.5, 0.75]))

  @Test func arraysOfABinaryProblemBelongTogether() throws {
    let truth: File = ("t.npy", NumPyBytes.integers([0, 1, 1]))
    let file = try PredictionText.read(truth: truth, scores: scores)
    #expect(rows(file) == ["0 0 0 0.75 0.25", "1 1 0 0.5 0.5", "2 1 1 0.25 0.75"])
    let other = try PredictionText.read(truth: truth, scores: scores, positive: "0")
    #expect(rows(other) == ["0 0 1 0.25 0.75", "1 1 0 0.5 0.5", "2 1 0 0.75 0.25"])
  }

  @Test func arraysOfManyLabelsBelongTogether() throws {
    let table: File = ("s.npy", NumPyBytes.doubles(rows: [[0.5, 0.25, 0.25], [0, 0, 1]]))
    let file = try PredictionText.read(truth: ("t.npy", NumPyBytes.integers([1, 2])), scores: table)
    #expect(rows(file) == ["0 1 0 0.5 0.25 0.25", "1 2 2 0.0 0.0 1.0"])
    let sets = NumPyBytes.array("|b1", shape: "(2, 3)", data: [1, 0, 1, 0, 0, 1])
    let several = try PredictionText.read(truth: ("t.npy", sets), scores: table)
    #expect(several.predictions.schema.task == .multilabel)
    #expect(several.predictions.batches[0].truthSets == [1, 0, 1, 0, 0, 1])
  }

  @Test func badNumbersNameTheFileAndTheRow() throws {
    let file = try PredictionText.read(
      truth: ("t.npy", NumPyBytes.texts(["a", "b", ""])),
      scores: ("s.npy", NumPyBytes.doubles([.nan, 0.5, 0.5])))
    #expect(
      file.diagnostics.map(\.description) == [
        "s.npy: warning: found nan in row 0; expected a probability from 0 to 1. The row is left out.",
        "t.npy: warning: found an empty text in row 2; expected a label. The row is left out.",
      ])
    #expect(rows(file) == ["1 b a 0.5 0.5"])
  }

  @Test func sumsOffOneNameTheFileOfTheProbabilities() throws {
    let table: File = ("s.npy", NumPyBytes.doubles(rows: [[0.5, 0.25, 0.25], [0, 0, 0.5]]))
    let array = try PredictionText.read(truth: ("t.npy", NumPyBytes.integers([1, 2])), scores: table)
    let text = try PredictionText.read(truth: csv("t", "y_true\n1\n2\n"), scores: table)
    for file in [array, text] {
      #expect(file.diagnostics.map(\.place) == [SourcePlace(path: "s.npy")])
      #expect(
        file.diagnostics.first?.found == "probabilities that sum to 0.5 in row 1, and in 1 rows not to 1")
    }
  }

  @Test func textAndArraysGiveTheSame() throws {
    let texts = [
      csv("t", "y_true\nno\nyes\nyes\n"), csv("t", "answer\nno\nyes\nyes\n"),
      ("t.npy", NumPyBytes.texts(["no", "yes", "yes"])),
    ]
    let numbers = [
      scores, csv("s", "y_score\n0.25\n0.5\n0.75\n"), csv("s", "proba_yes\n0.25\n0.5\n0.75\n"),
      csv("s", "p\n0.25\n0.5\n0.75\n"), csv("s", "no,yes\n0.75,0.25\n0.5,0.5\n0.25,0.75\n"),
      csv("s", ",proba_no,proba_yes\n0,0.75,0.25\n1,0.5,0.5\n2,0.25,0.75\n"),
      ("s.csv.gz", ZipBytes.gzip(Array("y_score\n0.25\n0.5\n0.75\n".utf8))),
    ]
    for truth in texts {
      for scores in numbers {
        for pieceSize in [4, 1 << 20] {
          let file = try PredictionText.read(truth: truth, scores: scores, pieceSize: pieceSize)
          #expect(rows(file) == ["0 no no 0.75 0.25", "1 yes no 0.5 0.5", "2 yes yes 0.25 0.75"])
          #expect(file.diagnostics == [])
        }
      }
    }
  }

  @Test(arguments: [5, 1 << 20]) func idsJoinTheRowsWhateverTheirOrder(_ pieceSize: Int) throws {
    let file = try PredictionText.read(
      truth: csv("t", "id,y_true,site\nx,a,1\ny,b,2\nz,a,3\n"),
      scores: csv("s", "proba_a,proba_b,id,site,model\n0.25,0.75,z,9,m\n1,0,q,9,m\n0.5,0.5,x,9,n\n"),
      pieceSize: pieceSize)
    #expect(rows(file) == ["x a a 0.5 0.5", "z a b 0.25 0.75"])
    #expect(file.predictions.schema.attributeNames == ["site", "model"])
    #expect(file.predictions.row(1).attribute(0) == "3")
    #expect(file.predictions.row(0).attribute(1) == "n")
    #expect(file.rowsRead == 4)
    #expect(file.rowsLeftOut == 2)
    #expect(
      file.diagnostics.map(\.description) == [
        "t.csv: warning: found the id “y”; expected a row of that id that can be used in s.csv. The row is left out.",
        "s.csv: warning: found the id “q”; expected a row of that id that can be used in t.csv. The row is left out.",
      ])
  }

  @Test(arguments: [5, 1 << 20]) func rowsThatCannotBeUsedLeaveOutTheirPartners(_ pieceSize: Int) throws {
    let file = try PredictionText.read(
      truth: csv("t", "y_true,sample_weight\na,1\n,1\nb,2\na,3\n"),
      scores: csv("s", "proba_a,proba_b\n1,0\n1,0\n0,2\n0.25,0.75\n"), pieceSize: pieceSize)
    #expect(rows(file) == ["0 a a 1.0 0.0", "3 a b 0.25 0.75"])
    #expect(file.predictions.batches.flatMap(\.weights) == [1, 3])
    #expect(
      file.diagnostics.map(\.place) == [
        SourcePlace(path: "t.csv", line: 3, column: 1), SourcePlace(path: "s.csv", line: 4, column: 3),
      ])
    #expect(file.rowsLeftOut == 2)
  }

  @Test func predictedLabelsMayStandWithTheProbabilities() throws {
    let file = try PredictionText.read(
      truth: csv("t", "y_true\na\nb\n"), scores: csv("s", "y_pred,proba_a,proba_b\nb,1,0\nz,0,1\n"))
    #expect(file.predictions.schema.labels == ["a", "b", "z"])
    #expect((0..<2).map { file.predictions.row($0).predictedNames } == [["b"], ["z"]])
  }

  @Test func labelSetsMatchByName() throws {
    let file = try PredictionText.read(
      truth: csv("t", "true_x,true_y\n1,0\n0,1\n"), scores: csv("s", "proba_y,proba_x\n0.9,0.1\n0.2,0.8\n"))
    #expect(file.predictions.schema.task == .multilabel)
    #expect(rows(file) == ["0 x y 0.9 0.1", "1 y x 0.2 0.8"])
    #expect(
      error(csv("t", "true_x,true_y\n1,0\n"), csv("s", "proba_y,proba_z\n0.9,0.1\n")).contains(
        "found probabilities of “y” and “z”; expected “x” and “y”"))
  }

  @Test func filesThatDoNotBelongTogetherAreRefused() {
    #expect(
      error(csv("t", "y_true\na\nb\n"), scores)
        == "s.npy: error: found 3 rows of probabilities; expected 2, one for each true label, or an id in both files. "
        + "The file is not used.")
    #expect(
      error(("t.npy", NumPyBytes.integers([1])), scores).contains("s.npy: error: found 3 rows; expected 1"))
    #expect(
      error(csv("t", "id,y_true\nx,a\nx,b\n"), csv("s", "id,y_score\nx,0\ny,1\n")).contains(
        "t.csv: error: found the id “x” more than once"))
    #expect(error(csv("t", "y_true,x\na,b\n"), csv("s", "id\n1\n")).contains("one column of probabilities"))
    #expect(error(csv("t", "a,b\na,b\n"), scores).contains("expected one of “y_true”"))
    #expect(
      error(csv("t", "y_true\na\n"), csv("s", "proba_a,proba_b\n0.5,nan\n")).contains(
        "no row that can be used"))
    #expect(error(csv("t", "y_true\na\nb\nc\n"), scores).contains("and the labels “a”, “b” and “c”"))
  }

  @Test func aFirstLineOfNumbersIsNoHeader() {
    #expect(error(csv("t", "0\n1\n"), scores).contains("expected a first line with the names of the columns"))
    #expect(error(csv("t", "y_true\n0\n"), csv("s", "0.25,0.75\n")).contains("a first line with the names"))
    #expect(error(csv("t", "y_true\n0\n1\n"), csv("s", "0,1\n0.25,0.75\n1,0\n")) == "no error")
  }

  @Test func otherFormatsAreNamed() {
    #expect(error(("t.jsonl", Array("{}".utf8)), scores).contains("found JSON lines"))
    #expect(error(csv("t", "y_true\n0\n"), ("s.npz", ZipBytes.archive([]))).contains("found an NPZ file"))
  }

  @Test func optionsMapTheColumnsOfEitherFile() throws {
    let file = try PredictionText.read(
      truth: csv("t", "who,gold\n1,a\n2,b\n"), scores: csv("s", "who,risk,other\n2,1,7\n1,0,7\n"),
      columns: ["id": "who", "y_true": "gold", "y_proba": "risk"])
    #expect(rows(file) == ["1 a a 1.0 0.0", "2 b b 0.0 1.0"])
  }
}
