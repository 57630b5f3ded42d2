import Testing

@testable import RunExchange

struct WireReaderTests {
  @Test func fieldsOfEveryKindAreRead() throws {
    var reader = WireReader(
      ([0x08, 0x96, 0x01] + WandBBytes.field(2, "ab") + [0x19, 1, 0, 0, 0, 0, 0, 0, 0, 0x25, 2, 0, 0, 0]
        + WandBBytes.field(5, integer: -1))[...])
    #expect(try reader.next()?.content.integer == 150)
    #expect(try reader.next()?.content.text == "ab")
    let eight = try reader.next()
    #expect(eight?.number == 3)
    #expect(eight?.content.integer == 1)
    #expect(try reader.next()?.content.integer == 2)
    #expect(try reader.next()?.content.integer == -1)
    #expect(try reader.next() == nil)
  }

  @Test(
    arguments: [
      [0x08], [0x08, 0x80], [0x12, 5, 1], [0x0B], [0x0C], [0x0E], [0x00, 1], [0x19, 1, 2], [0x25, 1],
      [0x08] + [UInt8](repeating: 0xFF, count: 11), [0x12] + [UInt8](repeating: 0xFF, count: 9) + [1],
    ] as [[UInt8]])
  func whatIsNoMessageIsRefused(_ bytes: [UInt8]) {
    var reader = WireReader(bytes[...])
    #expect(throws: WireReader.Fault.self) { while try reader.next() != nil {} }
  }
}

extension WireReader.Field: Equatable {
  /// Whether number and content are the same.
  static func == (left: Self, right: Self) -> Bool {
    left.number == right.number && left.content.bytes == right.content.bytes
      && left.content.integer == right.content.integer
  }
}
