import TestSupport
import Testing

@testable import Jobs

@Suite struct JobIDTests {
  @Test func theFirstTenThousandHaveFourDigits() {
    #expect(JobID.text(7) == "0007")
    #expect(JobID.text(9999) == "9999")
    #expect(JobID.text(10_000) == "a10000")
    #expect(JobID.text(.max) == "o9223372036854775807")
  }

  @Test func theOrderOfTheirBytesIsThatOfAdding() {
    var numbers: [Int64] = [1, 9, 10, 9999, 10_000, 99_999, 100_000, 999_999, 1_000_000, .max]
    var generator = SeededGenerator(seed: 3)
    for digits in 1...18 {
      for _ in 0..<20 {
        numbers.append(
          Int64.random(in: 1...Int64("1" + String(repeating: "0", count: digits))!, using: &generator))
      }
    }
    numbers = Array(Set(numbers)).sorted()
    let texts = numbers.map(JobID.text)
    #expect(texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } == texts)
    #expect(texts.map(JobID.number) == numbers)
  }

  @Test func anythingElseNamesNoJob() {
    for text in [
      "", "0", "1", "0000", "00001", "a0001", "b10000", "A10000", "-001", "+001", "٠٠٠١", "0001 ", "aa10000",
      "p1", "a", "0001\u{0}",
    ] {
      #expect(JobID.number(text) == nil, "\(text)")
    }
  }
}
