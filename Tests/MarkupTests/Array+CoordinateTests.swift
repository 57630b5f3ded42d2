import Foundation
import Markup
import TestSupport
import Testing

struct ArrayCoordinateTests {
  private func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    bytes.appendCoordinate(number)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (-0.004, "0"), (0.005, "0.01"), (1.5, "1.5"), (1.05, "1.05"), (-12.25, "-12.25"),
    (366, "366"), (262.999, "263"), (.nan, "0"), (.infinity, "0"), (1e300, "1000000000000"),
  ])
  func twoDecimalsWithoutTrailingZeros(number: Double, expected: String) {
    #expect(text(number) == expected)
  }

  @Test func randomCoordinatesReadBackWithinHalfAHundredth() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      let number = Double.random(in: -2000...2000, using: &generator)
      let back = try #require(Double(text(number)))
      #expect(abs(back - number) <= 0.005 + 1e-9)
    }
  }

  @Test func wholeNumbersOfEverySizeAreWritten() {
    for number in [0, 7, -10, Int.max, Int.min] {
      var bytes: [UInt8] = []
      bytes.appendInteger(number)
      #expect(String(decoding: bytes, as: UTF8.self) == String(number))
    }
  }
}
