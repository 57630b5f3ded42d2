import Diagnostics
import Evaluation
import PredictionFiles
import TestSupport
import Testing

@Suite struct GzippedPredictionsTests {
  @Test(arguments: [("p.csv", "digits.csv"), ("p.tsv", "table.tsv"), ("p.jsonl", "headlines.jsonl")])
  func compressedTextIsReadAsTheText(_ name: String, _ fixture: String) throws {
    let text = try Fixture.bytes("predictions/\(fixture)")
    let plain = try PredictionText.read(bytes: text, name: name)
    // Without an extension, a comma in a label hides the tabs.
    for name in [name + ".gz", name, name == "p.tsv" ? "P.TSV.GZ" : "p.gz"] {
      let read = try PredictionText.read(bytes: ZipBytes.gzip(text), name: name)
      #expect(read.predictions.schema == plain.predictions.schema)
      #expect(read.predictions.batches == plain.predictions.batches)
      #expect(read.diagnostics == [])
    }
  }

  @Test func linesAreThoseOfTheText() throws {
    let text = ZipBytes.gzip(Array("y_true,y_pred\na,b\na\n".utf8))
    let read = try PredictionText.read(bytes: text, name: "p.csv.gz")
    #expect(read.diagnostics.map(\.place) == [SourcePlace(path: "p.csv.gz", line: 3, column: 1)])
  }

  @Test func textThatIsOnlyCalledCompressedIsRead() throws {
    #expect(try PredictionText.read("y_true\ty_pred\na,\tb\n", name: "p.tsv.gz").predictions.count == 1)
  }

  @Test func bytesBehindTheTextAreDiagnosed() throws {
    let bytes = ZipBytes.gzip(Array("y_true,y_pred\na,b\n".utf8)) + [1, 2]
    #expect(
      try PredictionText.read(bytes: bytes, name: "p.csv.gz").diagnostics.map(\.description) == [
        "p.csv.gz: warning: found 2 bytes behind the compressed text; expected the end of the file. They are not used."
      ])
  }

  @Test func brokenFilesAndFilesWithinFilesAreRefused() {
    let text = ZipBytes.gzip(Array("y_true,y_pred\na,b\n".utf8))
    #expect(PredictionText.error(bytes: text.dropLast(), name: "p.csv.gz").contains("in the middle"))
    #expect(
      PredictionText.error(bytes: ZipBytes.gzip(text), name: "p.csv.gz").contains(
        "a gzip file in a gzip file"))
    let zip = ZipBytes.archive([.init("y_true.npy", NumPyBytes.integers([1]))])
    #expect(
      PredictionText.error(bytes: ZipBytes.gzip(zip), name: "p.npz.gz").contains("a zip file in a gzip file"))
  }

  @Test func namesTellWhatCanBeRead() {
    for name in [
      "predictions.csv", "predictions.CSV.GZ", "predictions.jsonl.gz", "predictions.npz", "predictions.tab",
    ] {
      #expect(PredictionFileName.isReadable(name))
      #expect(PredictionFileName.stem(of: "a/" + name) == "predictions")
    }
    for name in [
      "predictions.npy", "predictions.gz", "predictions.npz.gz", "predictions", "csv", ".csv", "a.txt",
    ] {
      #expect(!PredictionFileName.isReadable(name))
    }
  }
}
