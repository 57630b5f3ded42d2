import TestSupport
import Testing

@testable import FileFormats

/// Cells of probabilities, read many at a time.
@Suite struct FractionsTests {
  /// `text` with what follows a window's bytes.
  private func cursor<Result>(_ text: String, _ body: (inout DelimitedCursor) -> Result) -> Result {
    let bytes = Array(text.utf8) + [UInt8(ascii: "\n")] + [UInt8](repeating: 0, count: RecordWindow.padding)
    return bytes.withUnsafeBufferPointer {
      var cursor = DelimitedCursor(
        RecordWindow(
          bytes: $0, origin: 0, start: 0, limit: text.utf8.count, end: text.utf8.count, isFileEnd: true),
        delimiter: UInt8(ascii: ","))
      return body(&cursor)
    }
  }

  private func word(_ text: String) -> UInt64 {
    text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  private func digits(_ count: Int, _ generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
  }

  @Test func numbersOfAFormAreReadAsTheStandardLibraryReadsThem() throws {
    var generator = SeededGenerator(seed: 13)
    for count in 1...FractionForm.digitLimit {
      let form = try #require(FractionForm(digitCount: count))
      for _ in 0..<FuzzDose.rounds(default: 500) {
        let text = "0.\(digits(count, &generator))"
        let behind = [",0.12345", "7,123456", "\n\u{0}\u{0}\u{0}\u{0}\u{0}", "\u{FF}\u{FF}\u{FF}"]
        for behind in behind { #expect(form.value(word(text + behind)) == Double(text), "\(text)\(behind)") }
      }
    }
    #expect(FractionForm(digitCount: 0) == nil && FractionForm(digitCount: 7) == nil)
  }

  @Test func whateverByteIsNotOfTheFormIsSeen() throws {
    for count in 1...FractionForm.digitLimit {
      let form = try #require(FractionForm(digitCount: count))
      for place in 0..<count + 2 {
        for byte in UInt8.min ... .max {
          var bytes = Array("0.950619,".utf8)
          bytes[place] = byte
          let word = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
          let isOfForm =
            place == 0
            ? byte == UInt8(ascii: "0")
            : place == 1
              ? byte == UInt8(ascii: ".") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          #expect((form.value(word) != nil) == isOfForm, "byte \(byte) at \(place) of \(count) digits")
        }
      }
    }
  }

  @Test func rowsOfAnyFormsAreReadAsTheStandardLibraryReadsThem() {
    var generator = SeededGenerator(seed: 14)
    for _ in 0..<FuzzDose.rounds(default: 300) {
      let usual = Int.random(in: 1...19, using: &generator)
      let rows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<5).map { _ in
          let isUsual = Int.random(in: 0...3, using: &generator) > 0
          let count = isUsual ? usual : Int.random(in: 1...20, using: &generator)
          return [
            "0.\(digits(count, &generator))", "0.\(digits(count, &generator))", "1.0", "1", "0", "3e-5",
          ]
          .randomElement(using: &generator) ?? ""
        }
      }
      let end = Bool.random(using: &generator) ? "\n" : "\r\n"
      let text = rows.map { $0.joined(separator: ",") + end }.joined()
      let found = cursor(text) { cursor in
        var found: [[Double]] = []
        while cursor.beginRow() {
          var values = [Double](repeating: -1, count: 5)
          let count = values.withUnsafeMutableBufferPointer { cursor.fractions(into: $0) }
          #expect(count == 5 && !cursor.hasCell)
          found.append(values)
        }
        return found
      }
      #expect(found == rows.map { $0.map { Double($0) ?? .nan } }, "\(text)")
    }
  }

  @Test(arguments: [
    "0.123456x", "0.12345", "-0.250000", "1.000001", "\"0.25\"", "", "0.1234567e", "0.", "nan",
  ])
  func readingStopsBeforeACellThatIsNoneOrHasNoForm(_ cell: String) {
    let count = cursor("0.123456,0.654321,\(cell),0.5\n") { cursor in
      _ = cursor.beginRow()
      var values = [Double](repeating: -1, count: 4)
      let count = values.withUnsafeMutableBufferPointer { cursor.fractions(into: $0) }
      return (count, cursor.position, values[0], values[1])
    }
    let isNumber = Double(cell).map { $0 >= 0 && $0 <= 1 } ?? false
    #expect(count.0 == (isNumber ? 4 : 2))
    if !isNumber { #expect(count.1 == 18) }
    #expect(count.2 == 0.123456 && count.3 == 0.654321)
  }
}
