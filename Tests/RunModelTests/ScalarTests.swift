import Diagnostics
import RunModel
import TestSupport
import Testing

struct ScalarTests {
  @Test func theExamplesOfTheDocumentation() {
    #expect(Scalar.text("1e-07").number == 1e-07)
    #expect(Scalar.real(0.25).text == "0.25")
    #expect(Scalar.text("relu").number == nil)
  }

  @Test(arguments: [
    ("0.1", 0.1), ("3", 3), ("-0", 0), ("+5", 5), ("1e+22", 1e22), ("1E-07", 1e-7), (".5", 0.5), ("5.", 5),
    (" 0.5\n", 0.5), ("007", 7), ("inf", .infinity), ("-inf", -.infinity), ("+Infinity", .infinity),
    ("1e999", .infinity), ("0.30000000000000004", 0.30000000000000004),
  ])
  func textThatPythonWritesForANumberIsRead(text: String, number: Double) {
    #expect(Scalar.text(text).number == number)
  }

  @Test(arguments: ["nan", "NaN", "NAN", "-nan"])
  func textThatSaysNotANumberIsReadAsSuch(text: String) {
    #expect(Scalar.text(text).number?.isNaN == true)
  }

  @Test(arguments: [
    "", " ", "1,000", "1_000", "0x1F", "1e", "1e+", ".", "-", "--1", "1 2", "12%", "nano", "information",
    "infinit",
    "True", "٣", "1.2.3", "3 kg", "nan(0x1)", "0.9f",
  ])
  func textThatIsNoPlainNumberIsNone(text: String) {
    #expect(Scalar.text(text).number == nil)
  }

  @Test func truthValuesAreBooleansAndNoNumbers() {
    for text in ["True", "true"] { #expect(Scalar.text(text).boolean == true) }
    for text in ["False", "false"] { #expect(Scalar.text(text).boolean == false) }
    #expect(Scalar.boolean(true).boolean == true)
    #expect(Scalar.text("True").number == nil)
    #expect(Scalar.boolean(true).number == nil)
    for text in ["TRUE", "yes", "1", ""] { #expect(Scalar.text(text).boolean == nil) }
    #expect(Scalar.integer(1).boolean == nil)
  }

  @Test func nullAndJSONAreNoNumbers() {
    #expect(Scalar(.null, text: "null").number == nil)
    #expect(Scalar(.json, text: "[1]").number == nil)
  }

  @Test func aScalarKeepsItsTextAndItsKindApart() {
    #expect(Scalar.text("0.10") != Scalar.text("0.1"))
    #expect(Scalar.text("0.1") != Scalar.real(0.1))
    #expect(Scalar.text("caf\u{E9}") != Scalar.text("cafe\u{301}"))
  }

  @Test func theSameValueCanBeSpeltInManyWays() {
    #expect(Scalar.text("0.10").hasSameValue(as: .real(0.1)))
    #expect(Scalar.text("nan").hasSameValue(as: .real(.nan)))
    #expect(Scalar.text("True").hasSameValue(as: .boolean(true)))
    #expect(Scalar.text("relu").hasSameValue(as: .text("relu")))
    #expect(!Scalar.text("1").hasSameValue(as: .boolean(true)))
    #expect(!Scalar.text("0.1").hasSameValue(as: .real(0.2)))
    #expect(!Scalar.text("caf\u{E9}").hasSameValue(as: .text("cafe\u{301}")))
  }

  @Test func columnsAreSortedByNumberThenTruthThenText() {
    let sorted = ["relu", "10", "True", "9.5", "nan", "False", "-inf", "layer10", "layer2"].map(Scalar.text)
      .sorted(by: Scalar.precedes)
    #expect(sorted.map(\.text) == ["-inf", "9.5", "10", "nan", "False", "True", "layer2", "layer10", "relu"])
  }

  @Test func theOrderOfScalarsIsStrictAndTransitive() {
    var generator = SeededGenerator(seed: 11)
    let texts = [
      "1", "01", "1.0", "nan", "NaN", "True", "true", "False", "x2", "x10", "", "-inf", "inf", "1e1", "10",
    ]
    for _ in 0..<2000 {
      let (a, b, c) = (pick(), pick(), pick())
      #expect(!(Scalar.precedes(a, b) && Scalar.precedes(b, a)))
      if Scalar.precedes(a, b), Scalar.precedes(b, c) { #expect(Scalar.precedes(a, c)) }
      if a != b { #expect(Scalar.precedes(a, b) || Scalar.precedes(b, a)) }
    }
    func pick() -> Scalar { .text(texts[Int.random(in: 0..<texts.count, using: &generator)]) }
  }

  @Test func literalsSayTheirKind() {
    let values: [Scalar] = ["a", 3, 0.5, true]
    #expect(values == [.text("a"), .integer(3), .real(0.5), .boolean(true)])
  }

  @Test func everyFiniteNumberIsReadBackFromItsText() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Scalar.real(value).number == value)
    }
  }
}
