import Diagnostics
import Evaluation
import Testing

@testable import PredictionFiles

@Suite struct TextTableTests {
  @Test func textsAreNumberedAsTheyCome() {
    var table = TextTable()
    #expect(
      ["b", "", "b", "a", "caf\u{E9}", "cafe\u{301}", ""].map { table.insert($0) } == [0, 1, 0, 2, 3, 4, 1])
    #expect(table.count == 5)
    #expect((0..<5).map { table.texts[$0] }[3].unicodeScalars.count == 4)
  }

  @Test func manyTextsKeepTheirNumbers() {
    var table = TextTable()
    for number in 0..<5000 { #expect(table.insert("a longer text, number \(number)") == Int32(number)) }
    for number in 0..<5000 { #expect(table.insert("a longer text, number \(number)") == Int32(number)) }
    var missing = "another"
    #expect(missing.withUTF8 { table.index(of: $0) } == nil)
  }

  @Test func textsOfAllLengthsAreToldApart() {
    // Alike in their first and last bytes, and in all but one.
    var texts: [String] = []
    for length in 0...20 {
      let text = String(repeating: "a", count: length)
      texts.append(text)
      for place in 0..<length {
        texts.append(String(text.prefix(place)) + "b" + String(text.dropFirst(place + 1)))
      }
    }
    var table = TextTable()
    for _ in 0..<3 { #expect(texts.map { table.insert($0) } == (0..<Int32(texts.count)).map { $0 }) }
    #expect(table.all.map(\.text) == texts)
  }

  @Test func textsThatWereTakenBackAreNewAgain() {
    var table = TextTable()
    for number in 0..<300 { table.insert("\(number)") }
    table.truncate(to: 100)
    #expect(table.count == 100)
    #expect(table.insert("7") == 7 && table.insert("299") == 100 && table.insert("100") == 101)
    #expect(table.insert("299") == 100 && table.texts[101] == "100")
  }
}
