import Diagnostics
import Evaluation
import PredictionFiles
import TestSupport
import Testing

@Suite struct PredictionFileReaderTests {
  @Test func theExampleOfTheDocumentationHolds() throws {
    let reader = PredictionFileReader(
      fileSystem: .inMemory(["/p.csv": "y_true,y_pred\ncat,dog\ndog,dog\n"]))
    #expect(try reader.read("/p.csv").predictions.count == 2)
  }

  @Test func aMissingFileIsAnError() {
    let reader = PredictionFileReader(fileSystem: .inMemory([:]))
    #expect {
      try reader.read("/runs/p.csv", displayPath: "p.csv")
    } throws: { error in
      "\(error)".contains("p.csv: error: found no such file; expected a readable file.")
    }
  }

  @Test(arguments: [("p.csv", ","), ("p.tsv", "\t"), ("p.TAB", "\t"), ("p", ","), ("p.txt", "\t")])
  func theFormatIsToldByTheNameElseByTheContent(_ name: String, _ separator: String) throws {
    let text = "y_true,y_pred\ncat,dog\n".split(separator: ",").joined(separator: separator)
    #expect(try PredictionText.read(text, name: name).predictions.schema.labels == ["cat", "dog"])
  }

  @Test func jsonLinesAreKnownByTheirFirstBrace() throws {
    let text = #"{"y_true": "a", "y_pred": "b"}"#
    for name in ["p.jsonl", "p.ndjson", "p", "p.json"] {
      #expect(try PredictionText.read(text, name: name).predictions.count == 1)
    }
  }

  @Test func anArrayByItselfIsRefused() {
    let bytes = NumPyBytes.doubles([0.5])
    for name in ["p.npy", "p.csv"] {
      #expect(
        PredictionText.error(bytes: bytes, name: name).contains(
          "found one array by itself; expected an NPZ file"))
    }
  }

  @Test func aFileThatIsNotWhatItsNameSaysIsRefused() {
    #expect(
      PredictionText.error("y_true,y_pred\na,b\n", name: "p.npz").contains(
        "found a zip file without the list"))
    #expect(PredictionText.error("y_true,y_pred\na,b\n", name: "p.npy").contains("one array by itself"))
  }

  @Test(arguments: ["p.csv", "p.jsonl"]) func anEmptyFileIsRefused(_ name: String) {
    #expect(PredictionText.error("", name: name).contains("found an empty file"))
    #expect(PredictionText.error("\u{FEFF}", name: name) != "no error")
    #expect(PredictionText.error("\n\n", name: name) != "no error")
  }

  @Test func aFileWithoutRowsIsRefused() {
    #expect(
      PredictionText.error("y_true,y_pred\n")
        == "p.csv: error: found no rows; expected rows of predictions. The file is not used.")
  }

  @Test func aFileWhoseRowsAreAllUselessIsRefusedWithTheReasons() {
    do throws(PredictionFileError) {
      _ = try PredictionText.read("y_true,y_pred\na\nb\n")
      Issue.record("no row can be used")
    } catch {
      #expect(error.cause.found == "no row that can be used among 2")
      #expect(error.diagnostics.map(\.kind.name) == ["predictions.ragged-row", "predictions.ragged-row"])
    }
  }

  @Test func theLastOfTwoLabelsIsPositiveUnlessTheUserSaysOtherwise() throws {
    let text = "y_true,y_pred\nno,yes\nyes,yes\n"
    #expect(try PredictionText.read(text).predictions.schema.positive == 1)
    #expect(try PredictionText.read(text, positive: "no").predictions.schema.positive == 0)
    #expect(try PredictionText.read(text).predictions.schema.task == .binary)
  }

  @Test func anUnknownPositiveLabelIsAnErrorWithTheNearName() {
    #expect(
      PredictionText.error("y_true,y_pred\nbenign,malignant\n", positive: "malignat")
        == "p.csv: error: found the positive label “malignat”; expected “malignant”. The file is not used.")
  }

  @Test func aPositiveLabelForManyLabelsIsNotUsedAndThatIsSaid() throws {
    let read = try PredictionText.read("y_true,y_pred\na,b\nc,b\n", positive: "a")
    #expect(read.predictions.schema.positive == nil)
    #expect(read.diagnostics.map(\.kind) == [.positiveLabel])
    #expect(read.diagnostics.map(\.severity) == [.note])
  }

  @Test func labelsThatDifferInNormalisationStayTwoAndGiveANote() throws {
    let read = try PredictionText.read("y_true,y_pred\ncaf\u{E9},cafe\u{301}\ncaf\u{E9},caf\u{E9}\n")
    #expect(read.predictions.schema.labels == ["cafe\u{301}", "caf\u{E9}"])
    #expect(read.predictions.row(0).isRight == false)
    #expect(read.diagnostics.map(\.kind) == [.lookalikeLabels])
    #expect(read.diagnostics[0].found.contains("U+63 U+61 U+66 U+65 U+301"))
  }

  @Test func idsThatOccurTwiceAreDiagnosedAndBothRowsCount() throws {
    let read = try PredictionText.read("id,y_true,y_pred\nx,a,a\ny,a,b\nx,b,b\n")
    #expect(read.predictions.count == 3)
    #expect(
      read.diagnostics.map(\.description) == [
        "p.csv: warning: found the id “x” once more, in row 2 of those used; expected each id once. "
          + "Both rows count; files cannot be joined by it."
      ])
  }

  @Test func manyRepeatedIdsAreCounted() throws {
    let rows = (0..<100).map { _ in "x,a,b\n" }.joined()
    let read = try PredictionText.read("id,y_true,y_pred\n" + rows)
    #expect(read.diagnostics.count == 21)
    #expect(read.diagnostics.last?.found == "79 more like these")
  }

  @Test func moreLabelsThanAnybodyHasAreRefused() {
    let rows = (0...PredictionFileReader.labelLimit).map { "label \($0),x\n" }.joined()
    #expect(PredictionText.error("y_true,y_pred\n" + rows).contains("different labels"))
    let lines = (0...PredictionFileReader.labelLimit)
      .map { #"{"y_true": "label \#($0)", "y_pred": "x"}"# + "\n" }.joined()
    #expect(PredictionText.error(lines, name: "p.jsonl").contains("different labels"))
  }
}
