import FileFormats
import Foundation

/// Numbers as Plotly writes NumPy arrays since its version 6: `{"dtype": "f8", "bdata": "<base64>", "shape": "2, 3"}`.
///
/// The bytes of each number stand lowest first. Numbers stand row by row where there is a shape.
struct TypedArray: Hashable, Sendable {
  /// The first numbers, as doubles.
  let values: [Double]
  /// How many the file has.
  let count: Int
  /// The lengths of the dimensions, the outermost first; empty if the file does not say.
  let shape: [Int]

  /// The first `limit` numbers of an array in a file; nothing if `json` is no such array.
  init?(_ json: JSONValue, limit: Int) throws(PlotlyRefusal) {
    guard let text = json["bdata"]?.string, let name = json["dtype"]?.string else { return nil }
    guard let element = Element(name) else {
      throw PlotlyRefusal(reason: "an array of elements “\(PlainText.of(PlainText.cut(name)))” is not read")
    }
    let padding = text.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    count = max(0, text.utf8.count / 4 * 3 - padding) / element.size
    // Four characters hold three bytes.
    let needed = text.utf8.prefix((min(count, limit) * element.size + 2) / 3 * 4)
    guard text.utf8.count % 4 == 0, padding <= 2,
      !needed.prefix(max(0, text.utf8.count - padding)).contains(UInt8(ascii: "=")),
      let data = Data(base64Encoded: Data(needed))
    else { throw PlotlyRefusal(reason: "a figure whose numbers are not in base64 is not drawn") }
    values = element.numbers(in: [UInt8](data), count: min(count, limit))
    shape = Self.shape(json["shape"])
  }

  /// The lengths in a text such as `2, 3`, in a list or alone.
  private static func shape(_ json: JSONValue?) -> [Int] {
    if let text = json?.string {
      let parts = text.utf8.prefix(60).split(separator: UInt8(ascii: ","))
      return parts.compactMap { part in
        Int(String(decoding: part.filter { $0 != 0x20 }, as: UTF8.self))
      }
    }
    if let list = json?.array { return list.prefix(8).compactMap { $0.number?.integer } }
    return json?.number?.integer.map { [$0] } ?? []
  }

  /// What a number is made of.
  enum Element: Hashable, Sendable {
    case int8, uint8, int16, uint16, int32, uint32, float32, float64

    /// The element that a file calls `name`.
    init?(_ name: String) {
      switch name {
      case "i1", "int8": self = .int8
      case "u1", "u1c", "uint8", "uint8c": self = .uint8
      case "i2", "int16": self = .int16
      case "u2", "uint16": self = .uint16
      case "i4", "int32": self = .int32
      case "u4", "uint32": self = .uint32
      case "f4", "float32": self = .float32
      case "f8", "float64": self = .float64
      default: return nil
      }
    }

    /// How many bytes it takes.
    var size: Int {
      switch self {
      case .int8, .uint8: 1
      case .int16, .uint16: 2
      case .int32, .uint32, .float32: 4
      case .float64: 8
      }
    }

    /// The first `count` numbers in `bytes`, fewer if bytes are missing.
    func numbers(in bytes: [UInt8], count: Int) -> [Double] {
      bytes.withUnsafeBytes { bytes in
        (0..<max(0, min(count, bytes.count / size))).map { index in
          func bits<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Bits {
            Bits(littleEndian: bytes.loadUnaligned(fromByteOffset: index * size, as: type))
          }
          return switch self {
          case .int8: Double(bits(Int8.self))
          case .uint8: Double(bits(UInt8.self))
          case .int16: Double(bits(Int16.self))
          case .uint16: Double(bits(UInt16.self))
          case .int32: Double(bits(Int32.self))
          case .uint32: Double(bits(UInt32.self))
          case .float32: Double(Float(bitPattern: bits(UInt32.self)))
          case .float64: Double(bitPattern: bits(UInt64.self))
          }
        }
      }
    }
  }
}
