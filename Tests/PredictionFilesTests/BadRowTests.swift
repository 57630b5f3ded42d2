import Diagnostics
import Evaluation
import PredictionFiles
import Testing

@Suite struct BadRowTests {
  private func read(_ text: String, pieceSize: Int = 1 << 20) throws -> PredictionFile {
    try PredictionText.read(text, pieceSize: pieceSize)
  }

  @Test func rowsWithAWrongNumberOfCellsAreLeftOutAndDiagnosed() throws {
    let read = try read("y_true,y_pred,site\na,b,1\na,b\na,b,1,2\nb,b,2\n")
    #expect(read.rowsRead == 4)
    #expect(read.rowsLeftOut == 2)
    #expect(read.predictions.count == 2)
    #expect(
      read.diagnostics.map(\.description) == [
        "p.csv:3:1: warning: found 2 cells; expected 3, one for each column. The row is left out.",
        "p.csv:4:1: warning: found 4 cells; expected 3, one for each column. The row is left out.",
      ])
  }

  @Test(arguments: ["1.7", "-0.1", "nan", "inf", "", "0,5", "x", "1e400", " 0.5"])
  func whatIsNoProbabilityLeavesTheRowOut(_ cell: String) throws {
    let read = try read("y_true,proba_a,proba_b\na,0.5,0.5\nb,\"\(cell)\",0.5\n")
    #expect(read.rowsLeftOut == 1)
    #expect(read.predictions.count == 1)
    #expect(read.predictions.batches[0].probabilities == [0.5, 0.5])
    let diagnostic = try #require(read.diagnostics.first)
    #expect(diagnostic.found == "“\(cell)” in the column “proba_a”")
    #expect(diagnostic.expected == "a probability from 0 to 1")
    #expect(diagnostic.place?.line == 3)
  }

  @Test func theColumnOfABadCellIsShown() throws {
    let read = try read("y_true,proba_a,proba_b\n\"é,\n\",0.5,2\na,1,0\n")
    #expect(read.diagnostics.map(\.place) == [SourcePlace(path: "p.csv", line: 3, column: 7)])
  }

  @Test(arguments: ["-1", "nan", "inf", "x", ""]) func whatIsNoWeightLeavesTheRowOut(_ cell: String) throws {
    let read = try read("y_true,y_pred,sample_weight\na,b,\(cell)\na,b,0\n")
    #expect(read.rowsLeftOut == 1)
    #expect(read.predictions.batches[0].weights == [0])
    #expect(read.diagnostics.map(\.kind.name) == ["predictions.weight"])
  }

  @Test func anEmptyLabelLeavesTheRowOut() throws {
    let read = try read("y_true,y_pred\n,b\na,\"\"\na,b\n")
    #expect(read.rowsLeftOut == 2)
    #expect(read.predictions.schema.labels == ["a", "b"])
  }

  @Test func theLabelsOfARowThatIsLeftOutDoNotCount() throws {
    let read = try read("y_true,y_pred\na,b\nghost,b,x\n")
    #expect(read.predictions.schema.labels == ["a", "b"])
  }

  @Test func textBehindAClosingQuoteLeavesTheRowOut() throws {
    let read = try read("y_true,y_pred\n\"a\"x,b\na,b\n")
    #expect(read.rowsLeftOut == 1)
    #expect(read.diagnostics.map(\.kind.name) == ["predictions.quote"])
  }

  @Test func bytesThatAreNotUTF8LeaveTheRowOut() throws {
    let text =
      Array("y_true,y_pred,site\na,b,".utf8) + [0xFF] + Array("\na,b,c\n".utf8) + [0xC3]
      + Array(",b,c\n".utf8)
    let read = try PredictionText.read(bytes: text)
    #expect(read.rowsLeftOut == 2)
    #expect(read.diagnostics.map(\.kind.name) == ["predictions.encoding", "predictions.encoding"])
  }

  @Test(arguments: [10, 100, 1 << 20]) func atMostTwentyOfAKindAreListed(pieceSize: Int) throws {
    let rows = (0..<500).map { $0 % 2 == 0 ? "a\n" : $0 % 3 == 0 ? "a,b,7\n" : "a,b,0.5\n" }.joined()
    let read = try read("y_true,y_pred,sample_weight\n" + rows, pieceSize: pieceSize)
    #expect(read.rowsRead == 500)
    #expect(read.rowsLeftOut == 250)
    #expect(read.diagnostics.count == 21)
    #expect(read.diagnostics.prefix(20).map(\.place?.line) == (0..<20).map { 2 + 2 * $0 })
    #expect(read.diagnostics.last?.found == "230 more like these")
  }

  @Test func withoutIdsARowIsNamedByItsNumberInTheFile() throws {
    let whole = try read("y_true,y_pred\na,b\nb,b\n")
    #expect(whole.predictions.batches[0].ids == nil)
    #expect(whole.predictions.row(1).id == "1")
    for pieceSize in [5, 1 << 20] {
      let holed = try read("y_true,y_pred\na,b\nbad\nb,b\nbad\na,a\n", pieceSize: pieceSize).predictions
      #expect((0..<holed.count).map { holed.row($0).id } == ["0", "2", "4"])
    }
  }

  @Test func anUnclosedQuoteRefusesTheFile() {
    #expect(
      PredictionText.error("y_true,y_pred\na,b\na,\"b\n")
        == "p.csv:3:3: error: found a quote that is not closed before the end of the file; expected a closing quote. "
        + "The file is not used.")
  }

  @Test func linesMayEndWithCarriageReturnAndLineFeedAndCellsMayAllBeQuoted() throws {
    let read = try read(
      "\u{FEFF}\"y_true\",\"proba_a\",\"proba_b\"\r\n\"a\",\"0.25\",\"0.75\"\r\nb,0.5,0.5\r\n\r\n")
    #expect(read.rowsLeftOut == 0)
    #expect(read.predictions.batches[0].probabilities == [0.25, 0.75, 0.5, 0.5])
  }
}
