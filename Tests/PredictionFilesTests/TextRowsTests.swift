import Diagnostics
import Evaluation
import Testing

@testable import PredictionFiles

@Suite struct TextRowsTests {
  @Test func theLastRowsCanBeTakenBack() {
    var rows = TextRows()
    for text in ["one", "two", "three"] { rows.append(text) }
    rows.truncate(to: 1)
    rows.append("four")
    rows.fill(to: 4)
    #expect((0..<rows.count).map { rows[$0] } == ["one", "four", "", ""])
    rows.truncate(to: 0)
    #expect(rows.count == 0)
  }

  /// A column of texts that stand one after another in a file, settled after `settled` of them.
  private func column(of texts: [String], settled: Int) -> TextRows {
    var rows = TextRows(ofPlacesHashed: true)
    var offset = 0
    for (row, text) in texts.enumerated() {
      if row == settled { rows.settle() }
      var text = text
      text.withUTF8 { rows.append($0, at: offset..<offset + $0.count, hasDoubledQuotes: false) }
      offset += text.utf8.count
    }
    return rows
  }

  private func texts(_ rows: TextRows, of texts: [String]) -> [String] {
    let bytes = Array(texts.joined().utf8)
    let column = rows.column(
      in: ReadableFile(size: bytes.count) { offset, buffer in
        let found = bytes[min(offset, bytes.count)..<min(offset + buffer.count, bytes.count)]
        buffer.copyBytes(from: found)
        return found.count
      })
    return (0..<column.count).map { column[$0] }
  }

  @Test(arguments: [
    (0..<2_000).map { "\($0)" },
    (95..<105).map { "\($0)" } + ["105x", "106"],
    (95..<105).map { "\($0)" } + ["104", "105"],
    (95..<105).map { "\($0)" } + ["0105", "+106", "", "9999999999999999999"],
    ["00", "01", "02", "03", "04"],
    ["-1", "0", "1", "2"],
    ["7", "7", "7", "7"],
    ["999999999999999998", "999999999999999999", "1000000000000000000", "1000000000000000001"],
  ]) func textsAreTheSameWhetherOrNotTheyCountUp(_ texts: [String]) {
    for settled in 1...4 {
      let rows = column(of: texts, settled: settled)
      #expect(self.texts(rows, of: texts) == texts)
      guard rows.isHere else { continue }
      #expect((0..<rows.count).map { rows[$0] } == texts)
      guard column(of: texts, settled: texts.count).isHere else { continue }
      #expect(rows.isAscending == column(of: texts, settled: texts.count).isAscending)
      #expect(
        (0..<rows.count).map { rows.hash(of: $0) }
          == (0..<rows.count).map { column(of: texts, settled: texts.count).hash(of: $0) })
    }
  }

  @Test func aNumberThatWasTakenBackIsTheNextAgain() {
    var rows = column(of: ["8", "9", "10", "11"], settled: 2)
    rows.truncate(to: 3)
    for text in ["11", "10"] {
      var text = text; text.withUTF8 { rows.append($0, at: 0..<2, hasDoubledQuotes: false) }
    }
    #expect((0..<rows.count).map { rows[$0] } == ["8", "9", "10", "11", "10"])
    rows.truncate(to: 0)
    #expect(rows.count == 0)
  }
}
