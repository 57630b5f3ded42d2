import Diagnostics
import Evaluation
import PredictionFiles
import TestSupport
import Testing

@Suite struct PredictionFuzzTests {
  private func outcome(_ bytes: [UInt8], name: String, pieceSize: Int) -> String {
    do throws(PredictionFileError) {
      let read = try PredictionText.read(bytes: bytes, name: name, pieceSize: pieceSize)
      let predictions = read.predictions
      let rows = (0..<predictions.count).map { number -> String in
        let row = predictions.row(number)
        let attributes = predictions.schema.attributeNames.indices.map { row.attribute($0) }
        return "\(row.id) \(row.truth) \(row.predicted) \(row.weight) \(row.text ?? "") \(attributes)"
      }
      return "\(read.rowsRead) \(predictions.schema) \(rows) "
        + "\(predictions.batches.flatMap(\.probabilities)) \(read.diagnostics)"
    } catch {
      return "\(error) \(error.diagnostics)"
    }
  }

  private func check(_ valid: String, name: String, special: String, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let specialBytes = Array(special.utf8) + [0xC3, 0xFF]
    for _ in 0..<FuzzDose.rounds(default: 400) {
      var text = Array(valid.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<max(text.count, 1), using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: text.insert(specialBytes.randomElement(using: &generator) ?? 0, at: min(index, text.count))
        case 1: text.removeSubrange(min(index, text.count)..<min(index + 3, text.count))
        default: text.insert(contentsOf: text[index..<min(index + 9, text.count)], at: index)
        }
      }
      let whole = outcome(text, name: name, pieceSize: 1 << 20)
      #expect(outcome(text, name: name, pieceSize: 7) == whole)
    }
  }

  @Test func brokenDelimitedFilesNeverCrashAndThePiecesNeverMatter() {
    check(
      "id,y_true,proba_a,\"proba_b\",sample_weight,text\nr0,a,0.25,0.75,1,\"x, \"\"y\"\"\n\"\n"
        + "r1,b,1e-3,0.999,2.5,é\r\n\nr2,\"a\",0.5,0.5,0,\n",
      name: "p.csv", special: ",\"\n\r0.e-ax\0", seed: 41)
  }

  @Test func brokenIndicatorFilesNeverCrashAndThePiecesNeverMatter() {
    check(
      "true_a\ttrue_b\tproba_a\tproba_b\tsite\n1\t0\t0.25\t0.75\tx\n0\t1\t1\t0\t\n1\t1\t0.5\t0.6\ty\n",
      name: "p.tsv", special: "\t\"\n\r01.e-ax\0", seed: 42)
  }

  @Test func brokenJSONLinesNeverCrashAndThePiecesNeverMatter() {
    check(
      #"{"id": "r0", "y_true": "a", "y_proba": {"a": 0.25, "b": 7.5e-1}, "text": "x\u00e9"}"# + "\n"
        + #"{"id": 1, "y_true": "b", "y_pred": "a", "sample_weight": 2, "site": [1]}"# + "\n",
      name: "p.jsonl", special: "\"\\{}[],:\n0.-etu\0", seed: 43)
  }
}
