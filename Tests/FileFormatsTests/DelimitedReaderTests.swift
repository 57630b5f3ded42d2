import Diagnostics
import FileFormats
import TestSupport
import Testing

@Suite struct DelimitedReaderTests {
  private func message(_ text: String, pieceSize: Int = 1 << 20) throws -> String {
    try message(Array(text.utf8), pieceSize: pieceSize)
  }

  private func message(_ bytes: [UInt8], pieceSize: Int = 1 << 20) throws -> String {
    let reader = try DelimitedText.reader(bytes, pieceSize: pieceSize)
    do throws(FormatError) {
      _ = try reader.rows()
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test func theExampleOfTheDocumentationHolds() throws {
    let reader = try DelimitedText.reader("epoch,loss\n0,0.7\n1,0.5\n")
    #expect(try reader.header().names == ["epoch", "loss"])
    #expect(try reader.rows() == [["0", "0.7"], ["1", "0.5"]])
  }

  @Test func quotesKeepSeparatorsLineEndsAndQuotes() throws {
    let reader = try DelimitedText.reader("a,b\n\"x,y\",\"two\nlines\"\n\"6\"\" pipe\",\"\"\n")
    #expect(try reader.rows() == [["x,y", "two\nlines"], ["6\" pipe", ""]])
  }

  @Test func aQuoteWithinACellWithoutQuotesIsAnOrdinaryCharacter() throws {
    #expect(try DelimitedText.reader("a,b\n6\" pipe,x\"\n").rows() == [["6\" pipe", "x\""]])
  }

  @Test func cellsAreNotTrimmed() throws {
    #expect(try DelimitedText.reader("a,b\n x , \"y\"\n").rows() == [[" x ", " \"y\""]])
  }

  @Test func linesMayEndWithCarriageReturnAndLineFeed() throws {
    let reader = try DelimitedText.reader("\u{FEFF}a,b\r\n1,\"2\"\r\n\r\n3,4\r\n5,\"x\r\ny\"\r\n7,8\r")
    #expect(try reader.header().names == ["a", "b"])
    #expect(try reader.rows() == [["1", "2"], ["3", "4"], ["5", "x\r\ny"], ["7", "8"]])
  }

  @Test func aCarriageReturnWithinALineIsPartOfTheCell() throws {
    #expect(try DelimitedText.reader("a,b\nx\ry,z\n").rows() == [["x\ry", "z"]])
  }

  @Test func theLastLineNeedsNoLineEnd() throws {
    #expect(try DelimitedText.reader("a,b\n1,2").rows() == [["1", "2"]])
    #expect(try DelimitedText.reader("a,b\n1,").rows() == [["1", ""]])
    #expect(try DelimitedText.reader("a,b\n1,\"2\"").rows() == [["1", "2"]])
    #expect(try DelimitedText.reader("a,b").header().names == ["a", "b"])
  }

  @Test func emptyLinesAreNoRows() throws {
    #expect(try DelimitedText.reader("a,b\n\n1,2\n\n\n").rows() == [["1", "2"]])
  }

  @Test func aZeroByteIsAnOrdinaryCharacter() throws {
    #expect(try DelimitedText.reader("a,b\nx\0y,\"\0\"\n").rows() == [["x\0y", "\0"]])
  }

  @Test func anEmptyFileIsRefused() throws {
    #expect(try message("") == "a.csv: found an empty file; expected a line of column names")
    #expect(try message("\u{FEFF}") == "a.csv: found an empty file; expected a line of column names")
  }

  @Test func aFileInUTF16IsRefused() throws {
    #expect(try message([0xFF, 0xFE, 0x61, 0x00]) == "a.csv: found text in UTF-16; expected text in UTF-8")
  }

  @Test(arguments: [4, 7, 1 << 20]) func anUnclosedQuoteIsReportedWhereItWasOpened(pieceSize: Int) throws {
    let text = "a,b\n1,\"x\ny\"\n3,\"four\n5,6\n7,8\n"
    #expect(
      try message(text, pieceSize: pieceSize)
        == "a.csv:4:3: found a quote that is not closed before the end of the file; expected a closing quote")
    #expect(
      try message("\"a,b\n1,2\n")
        == "a.csv:1:1: found a quote that is not closed before the end of the file; expected a closing quote")
  }

  @Test func textBehindAClosingQuoteIsReported() throws {
    #expect(
      try message("a,b\n1,\"x\"y\n")
        == "a.csv:2:3: found text after the closing quote of a cell; expected a separator or a line end")
  }

  @Test func bytesThatAreNotUTF8AreReported() throws {
    #expect(
      try message(Array("a,b\n1,x".utf8) + [0xC3, 0x0A])
        == "a.csv:2:4: found a byte that is not UTF-8; expected text in UTF-8")
  }

  @Test func aHugeFileOfOneLineIsRefusedInBoundedMemory() throws {
    // A file of 200 MB that holds no line end; it is never whole in memory.
    let file = ReadableFile(size: 200_000_000) { offset, buffer throws(FileSystemError) in
      let count = max(0, min(buffer.count, 200_000_000 - offset))
      UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).initializeMemory(
        as: UInt8.self, repeating: 0x78)
      return count
    }
    let reader = DelimitedReader(file, path: "a.csv", delimiter: UInt8(ascii: ","))
    do throws(FormatError) {
      _ = try reader.header()
      Issue.record("a line of 200 MB was read")
    } catch {
      #expect(
        error.description == "a.csv:1:1: found a line of more than 16777216 bytes; expected shorter lines")
    }
  }

  @Test func moreColumnsThanAnyFileNeedsAreRefused() throws {
    #expect(try message(String(repeating: ",", count: 20_000)).contains("more than 16384 cells in a line"))
  }

  @Test func whatWasWrittenIsReadBackWhateverThePieces() throws {
    var generator = SeededGenerator(seed: 21)
    let alphabet = ["a", "b", ",", "\"", "\n", "\r", "\r\n", "é", "🍋", " ", "\0", "\u{301}", ""]
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let columns = Int.random(in: 1...4, using: &generator)
      let rows = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        (0..<columns).map { _ in
          (0..<Int.random(in: 0...6, using: &generator))
            .map { _ in alphabet.randomElement(using: &generator) ?? "" }.joined()
        }
      }
      let text = DelimitedText.write(
        [(0..<columns).map { "c\($0)" }] + rows, lineEnd: Bool.random(using: &generator) ? "\n" : "\r\n",
        quotesAll: Bool.random(using: &generator))
      for pieceSize in [1, 2, 3, 5, 16, 1 << 20] {
        let found = try DelimitedText.reader(text, pieceSize: pieceSize).rows()
        #expect(found.map { $0.map(\.utf8).map(Array.init) } == rows.map { $0.map(\.utf8).map(Array.init) })
      }
    }
  }

  @Test func brokenFilesNeverCrashAndThePiecesNeverMatter() throws {
    var generator = SeededGenerator(seed: 22)
    let valid = Array("id,y\r\n1,\"a,\"\"b\"\"\n\"\r\n\n2,é\n\"3\",\"x\r\ny\"\n4,5".utf8)
    let bytes: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0xC3, 0x00, 0x61]
    for _ in 0..<FuzzDose.rounds(default: 1000) {
      let text = Mutation.mutate(valid, with: bytes, using: &generator)
      let whole = outcome(text, pieceSize: 1 << 20)
      for pieceSize in [1, 3, 8] { #expect(outcome(text, pieceSize: pieceSize) == whole) }
    }
  }

  private func outcome(_ bytes: [UInt8], pieceSize: Int) -> String {
    do {
      return "\(try DelimitedText.reader(bytes, pieceSize: pieceSize).rows())"
    } catch {
      return "\(error)"
    }
  }
}
