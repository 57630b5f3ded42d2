import Diagnostics
import Evaluation
import Foundation
import PredictionFiles
import TestSupport
import Testing

/// Long texts need not be copied: what stays is where they stand in the file.
@Suite struct StoredTextsTests {
  /// A file of more rows than it takes to decide that texts are long.
  private func file(_ row: (Int) -> String) -> String {
    "id,y_true,y_pred,text\n" + (0..<200).map { row($0) + "\n" }.joined()
  }

  @Test(arguments: [1 << 20, 700])
  func longTextsComeBackFromTheFile(pieceSize: Int) throws {
    let text = file { "a-rather-long-id-\($0),x,y,\"She said: \"\"no. \($0)\"\", and left,\nquickly.\"" }
    let predictions = try PredictionText.read(text, leavesTextsInFile: true, pieceSize: pieceSize).predictions
    #expect(predictions.count == 200)
    for row in [0, 1, 31, 32, 33, 150, 199] {
      #expect(predictions.row(row).id == "a-rather-long-id-\(row)")
      #expect(predictions.row(row).text == "She said: \"no. \(row)\", and left,\nquickly.")
    }
  }

  @Test func longTextsOfRowsThatAreLeftOutAreLeftOutToo() throws {
    let text = file { "a-rather-long-id-\($0),\($0 % 10 == 7 ? "" : "x"),y,the text of row number \($0)" }
    let file = try PredictionText.read(text, leavesTextsInFile: true)
    #expect(file.rowsLeftOut == 20)
    #expect(file.predictions.row(6).id == "a-rather-long-id-6")
    #expect(file.predictions.row(7).id == "a-rather-long-id-8")
    #expect(file.predictions.row(179).text == "the text of row number 199")
  }

  @Test(arguments: [1 << 20, 700])
  func longIdsThatOccurTwiceAreFound(pieceSize: Int) throws {
    let text = file { "a-rather-long-id-\($0 == 120 ? 40 : $0),x,y,t" }
    let found = try PredictionText.read(text, leavesTextsInFile: true, pieceSize: pieceSize).diagnostics
    #expect(found.count == 1)
    #expect(found.first?.found == "the id “a-rather-long-id-40” once more, in row 120 of those used")
  }

  @Test(arguments: [true, false])
  func onlyTextsThatStayedInAFileAreGoneWhenItBecomesShorter(leavesTextsInFile: Bool) throws {
    let folder = try TemporaryDirectory()
    let path = try folder.write(
      file { "a-rather-long-id-\($0),x,y,a text that is long enough \($0)" }, to: "predictions.csv")
    let predictions = try PredictionFileReader(
      options: PredictionFileOptions(leavesTextsInFile: leavesTextsInFile)
    ).read(path).predictions
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.truncate(atOffset: 100)
    try handle.close()
    #expect(predictions.row(0).text == "a text that is long enough 0")
    #expect(predictions.row(199).text == (leavesTextsInFile ? "" : "a text that is long enough 199"))
    #expect(predictions.row(199).id == (leavesTextsInFile ? "" : "a-rather-long-id-199"))
  }

  @Test func probabilitiesOfAnyFormAreTheNearestDoubles() throws {
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<FuzzDose.rounds(default: 200) {
      let cells = (0..<60).map { _ in Self.fraction(&generator) }
      let text =
        "y_true,y_pred,proba_a,proba_b,proba_c\n"
        + stride(from: 0, to: 60, by: 3).map { "a,b,\(cells[$0..<$0 + 3].joined(separator: ","))\r\n" }
        .joined()
      let batches = try PredictionText.read(text).predictions.batches
      #expect(batches.flatMap(\.probabilities) == cells.compactMap { Double($0) }, "\(text)")
    }
  }

  private static func fraction(_ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 0...26, using: &generator)
    let digits = (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
    switch Int.random(in: 0...7, using: &generator) {
    case 0:
      let ends = ["0", "1", "1.0", "0.0", "1.000000000000000000000", "-0.0", "+1"]
      return ends.randomElement(using: &generator) ?? "0"
    case 1: return "0.\(digits)1e-\(Int.random(in: 0...330, using: &generator))"
    case 2:
      let (whole, exponent) = (
        Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator)
      )
      return "\(whole).\(digits)E-0\(exponent)"
    case 3: return ".\(digits)5"
    default: return "0.\(digits)"
    }
  }
}
