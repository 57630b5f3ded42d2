import Markup
import Testing

struct CSVWriterTests {
  @Test func cellsAreQuotedOnlyWhereTheyMustBe() {
    var csv = CSVWriter(lineEnd: "\n")
    csv.row(["id", "says \"a,b\""])
    csv.row([" plain ", "two\nlines", "cr\r", ""])
    #expect(csv.string == "id,\"says \"\"a,b\"\"\"\n plain ,\"two\nlines\",\"cr\r\",\n")
  }

  @Test func rowsEndAsTheStandardHasIt() {
    var csv = CSVWriter()
    csv.row(["a", "b"])
    #expect(csv.bytes == Array("a,b\r\n".utf8))
  }

  @Test func theSeparatorMayBeATab() {
    var tsv = CSVWriter(separator: "\t", lineEnd: "\n")
    tsv.row(["a,b", "c\td"])
    #expect(tsv.string == "a,b\t\"c\td\"\n")
  }

  @Test func aRowOfOneEmptyCellIsNotAnEmptyLine() {
    var csv = CSVWriter(lineEnd: "\n")
    csv.row([""])
    csv.row(["", ""])
    #expect(csv.string == "\"\"\n,\n")
  }

  @Test func formulasAreLeftAlone() {
    var csv = CSVWriter(lineEnd: "\n")
    csv.row(["=1+1", "-2"])
    #expect(csv.string == "=1+1,-2\n")
  }
}
