@testable import RunExchange

/// Makes `.wandb` files for tests: protobuf messages, and the blocks around them.
struct WandBBytes {
  /// The file so far.
  private(set) var bytes: [UInt8] = WandBLog.magic + [0]

  /// A message field that holds bytes.
  static func field(_ number: Int, _ content: [UInt8]) -> [UInt8] {
    varint(UInt64(number) << 3 | 2) + varint(UInt64(content.count)) + content
  }

  /// A message field that holds text.
  static func field(_ number: Int, _ content: String) -> [UInt8] { field(number, Array(content.utf8)) }

  /// A message field that holds a number.
  static func field(_ number: Int, integer: Int) -> [UInt8] {
    varint(UInt64(number) << 3) + varint(UInt64(bitPattern: Int64(integer)))
  }

  /// An item of a history, a summary or a configuration.
  static func item(_ path: [String], _ json: String) -> [UInt8] {
    path.flatMap { field(2, $0) } + field(16, json)
  }

  /// A record of values at a step.
  static func history(_ values: [(path: [String], json: String)], step: Int?) -> [UInt8] {
    field(
      2,
      values.flatMap { field(1, item($0.path, $0.json)) }
        + (step.map { field(2, field(1, integer: $0)) } ?? []))
  }

  /// A record that changes the configuration (5) or the summary (3).
  static func change(_ kind: Int, _ values: [(path: [String], json: String)], removing: [[String]] = [])
    -> [UInt8]
  {
    field(
      kind,
      values.flatMap { field(1, item($0.path, $0.json)) } + removing.flatMap { field(2, item($0, "")) })
  }

  /// A run record with these texts, by the numbers of their fields.
  static func run(_ texts: [(Int, String)]) -> [UInt8] { field(17, texts.flatMap { field($0.0, $0.1) }) }

  /// The record of the end.
  static func exit(_ code: Int, runtime: Int = 0) -> [UInt8] {
    field(18, (code == 0 ? [] : field(1, integer: code)) + field(2, integer: runtime))
  }

  /// Adds a record, in as many pieces as the blocks want.
  mutating func append(_ record: [UInt8]) {
    var rest = record[...]
    var isFirst = true
    repeat {
      let left = BlockedLog.blockSize - bytes.count % BlockedLog.blockSize
      if left < 7 {
        bytes += [UInt8](repeating: 0, count: left)
        continue
      }
      let piece = rest.prefix(left - 7)
      rest = rest.dropFirst(piece.count)
      append(piece: Array(piece), type: isFirst ? (rest.isEmpty ? 1 : 2) : (rest.isEmpty ? 4 : 3))
      isFirst = false
    } while !rest.isEmpty || isFirst
  }

  /// Adds one piece as it is.
  mutating func append(piece: [UInt8], type: UInt8) {
    let sum = CyclicRedundancyCheck.of([type] + piece)
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt32($0))) }
    bytes += [UInt8(piece.count & 255), UInt8(piece.count >> 8), type] + piece
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    var value = value
    var bytes: [UInt8] = []
    while value >= 0x80 {
      bytes.append(UInt8(value & 0x7F) | 0x80)
      value >>= 7
    }
    return bytes + [UInt8(value)]
  }
}

extension CyclicRedundancyCheck {
  /// The sum of an array.
  static func of(_ bytes: [UInt8]) -> UInt32 { of(bytes[...]) }
}
