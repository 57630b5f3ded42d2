import FileFormats
import TestSupport
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    "0", "-0", "1", "0.1", "0.30000000000000004", "1.7976931348623157e308", "4.9e-324",
    "2.4703282292062327e-324",
    "9007199254740993", "9007199254740992.9999999", "1e400", "-1e400", "1e-400",
    "123456789012345678901234567890",
    "0.000000000000000000000000001", "8.98846567431158e307", "2.2250738585072011e-308", "1e22", "1e23",
    "0.500000000000000166533453693773481063544750213623046875", "18446744073709551615",
    "18446744073709551616",
    "1.", ".5", "+3", "00012.5000", "1E5", "1e+05",
  ])
  func textBecomesTheNearestDouble(_ text: String) throws {
    let expected = try #require(Double(text))
    let found = try #require(DecimalNumber.parse(text))
    #expect(found.bitPattern == expected.bitPattern)
  }

  @Test(arguments: [
    "", "-", ".", "e5", "1e", "1e+", "nan", "inf", " 1", "1 ", "0x1p3", "1,5", "1_0", "--1", "١",
  ])
  func whatIsNoNumberIsNone(_ text: String) {
    #expect(DecimalNumber.parse(text) == nil)
  }

  @Test func scanningStopsBehindTheNumber() {
    let bytes = Array("x0.25e,".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      var position = 1
      #expect(DecimalNumber.scan(buffer, at: &position) == 0.25)
      #expect(position == 5)
      position = 0
      #expect(DecimalNumber.scan(buffer, at: &position) == nil)
      #expect(position == 0)
    }
  }

  @Test func anEndlessNumberIsNone() {
    #expect(DecimalNumber.parse(String(repeating: "1", count: 5000)) == nil)
  }

  @Test func everyDoubleComesBackFromItsText() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<FuzzDose.rounds(default: 20_000) {
      let value = Double(bitPattern: .random(in: 0...UInt64.max, using: &generator))
      guard value.isFinite else { continue }
      #expect(DecimalNumber.parse("\(value)")?.bitPattern == value.bitPattern)
    }
  }

  @Test func randomDigitsAreReadAsTheStandardLibraryReadsThem() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<FuzzDose.rounds(default: 20_000) {
      let digits = (0..<Int.random(in: 1...21, using: &generator))
        .map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      let whole = Bool.random(using: &generator) ? "0" : String(Int.random(in: 0...99, using: &generator))
      let exponent =
        Int.random(in: 0...3, using: &generator) == 0 ? "e\(Int.random(in: -30...30, using: &generator))" : ""
      let text = "\(whole).\(digits)\(exponent)"
      #expect(DecimalNumber.parse(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test func tiesGoToTheEvenNeighbour() {
    // Halfway between two doubles, written out: the quotient is exact and its tail is exactly one half.
    #expect(DecimalNumber.parse("9007199254740993.0") == 9_007_199_254_740_992)
    #expect(DecimalNumber.parse("9007199254740995.0") == 9_007_199_254_740_996)
    #expect(DecimalNumber.parse("4503599627370497.5") == 4_503_599_627_370_498)
  }
}
