import FileFormats
import TestSupport
import Testing

@Suite struct UTF8ValidityTests {
  private func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Validity.firstInvalidByte(in: $0) }
  }

  @Test func textOfAllLengthsOfSequencesIsValid() {
    #expect(firstInvalid(Array("aé€🍋\u{7FF}\u{800}\u{FFFF}\u{10FFFF}\0".utf8)) == nil)
    #expect(firstInvalid([]) == nil)
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x8D],
      [0xC3, 0x28], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xF0, 0x9F, 0x28, 0x8B],
    ] as [[UInt8]])
  func illFormedSequencesAreFoundWhereTheyBegin(_ bytes: [UInt8]) {
    #expect(firstInvalid(Array("é".utf8) + bytes) == 2)
    #expect(firstInvalid(bytes + [0x61]) == 0)
  }

  @Test func itAgreesWithTheStandardLibraryOnRandomBytes() {
    var generator = SeededGenerator(seed: 51)
    let bytes: [UInt8] = [0x61, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xF0, 0x90, 0xF4, 0x8F]
    for _ in 0..<FuzzDose.rounds(default: 5000) {
      let text = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        bytes.randomElement(using: &generator) ?? 0
      }
      #expect((firstInvalid(text) == nil) == (String(validating: text, as: UTF8.self) != nil))
    }
  }
}
