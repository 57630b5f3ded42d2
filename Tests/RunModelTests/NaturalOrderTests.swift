import Diagnostics
import RunModel
import TestSupport
import Testing

struct NaturalOrderTests {
  @Test func theExampleOfTheDocumentation() {
    #expect(["x10", "x2"].sorted(by: NaturalOrder.precedes) == ["x2", "x10"])
  }

  @Test func numbersCountAsWholesAndLettersRegardlessOfCase() {
    let sorted = ["beta", "x10y2", "Alpha", "x2y10", "x2y9", "run_10", "run_9", "10", "9", ""]
      .sorted(by: NaturalOrder.precedes)
    #expect(sorted == ["", "9", "10", "Alpha", "beta", "run_9", "run_10", "x2y9", "x2y10", "x10y2"])
  }

  @Test func numbersOfAnyLengthAreCompared() {
    let long = String(repeating: "9", count: 400)
    #expect(NaturalOrder.precedes("x" + long, "x1" + long))
    #expect(!NaturalOrder.precedes("x1" + long, "x" + long))
  }

  @Test func equalKeysInDifferentSpellingsAreOrderedByTheirBytes() {
    #expect(["x1", "X1", "x01"].sorted(by: NaturalOrder.precedes) == ["X1", "x01", "x1"])
    #expect(NaturalOrder.precedes("e\u{301}", "\u{E9}"))
    #expect(!NaturalOrder.precedes("\u{E9}", "e\u{301}"))
    #expect(!NaturalOrder.precedes("a", "a"))
  }

  @Test func theOrderIsTotalAndTransitive() {
    var generator = SeededGenerator(seed: 3)
    let letters = Array("0129aAbZ_.é")
    func pick() -> String {
      String(
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in letters.randomElement(using: &generator)! })
    }
    for _ in 0..<20_000 {
      let (a, b, c) = (pick(), pick(), pick())
      #expect(!(NaturalOrder.precedes(a, b) && NaturalOrder.precedes(b, a)))
      if ExactString(a) != ExactString(b) {
        #expect(NaturalOrder.precedes(a, b) || NaturalOrder.precedes(b, a))
      }
      if NaturalOrder.precedes(a, b), NaturalOrder.precedes(b, c) { #expect(NaturalOrder.precedes(a, c)) }
    }
  }
}
