import Diagnostics
import FileFormats
import TestSupport
import Testing

@testable import RunExchange

@Suite struct LogTableTests {
  /// The rows of a log, and the line from which it could not be read.
  private func rows(_ text: String) throws -> (rows: [LogRow], fault: Int?) {
    let files = FileSystem.inMemory(["/a.csv": text])
    var table = try LogTable(try files.open("/a.csv"), path: "a.csv", delimiter: UInt8(ascii: ","))
    var rows: [LogRow] = []
    while let more = try table.next() { rows += more }
    return (rows, table.fault?.line)
  }

  @Test func rowsKnowTheirLines() throws {
    let (rows, fault) = try rows("a,b\r\n1,2\r\n\r\n\"x\ny\",3\n4")
    #expect(rows.map(\.cells) == [["1", "2"], ["x\ny", "3"], ["4"]])
    #expect(rows.map(\.line) == [2, 4, 6])
    #expect(rows.map(\.isOpen) == [false, false, true])
    #expect(fault == nil)
  }

  @Test func aLongLogIsTheSameInPieces() throws {
    var generator = SeededGenerator(seed: 78)
    let expected = (0..<30_000).map { number in
      [String(number), String(repeating: "é", count: Int.random(in: 0...9, using: &generator)) + "\"\n"]
    }
    let text = "a,b\n" + expected.map { "\($0[0]),\"\($0[1].dropLast(2))\"\"\n\"\n" }.joined()
    let (rows, fault) = try rows(text)
    #expect(rows.map(\.cells) == expected)
    #expect(rows.map(\.line) == (0..<30_000).map { 2 + 2 * $0 })
    #expect(fault == nil)
  }

  @Test func aQuoteThatIsNotClosedHidesNothingBefore() throws {
    let (rows, fault) = try rows("a,b\n1,2\n3,\"4\n5,6\n")
    #expect(rows.map(\.cells) == [["1", "2"]])
    #expect(fault == 3)
  }

  @Test func aRowWithoutEndIsGivenUp() throws {
    let (rows, fault) = try rows("a,b\n1,2\n" + String(repeating: "3,", count: 2_000_000) + "\n5,6\n")
    #expect(rows.first?.cells == ["1", "2"])
    #expect(rows.allSatisfy { $0.cells.count <= 1 << 14 })
    #expect(fault == 3)
  }
}
