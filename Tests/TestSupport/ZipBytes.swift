/// Zip and gzip files made by hand, without compressing anything.
public enum ZipBytes {
  /// One entry; what is not given is as it should be.
  public struct Entry: Sendable {
    /// Its name.
    public var name: String
    /// Its content.
    public var content: [UInt8]
    /// Whether it is a stream of the method of gzip, if one of uncompressed blocks.
    public var isDeflated: Bool
    /// The flags.
    public var flags = 0
    /// The method, where it is to be another one.
    public var method: Int?
    /// The check sum that is declared, where it is to be a wrong one.
    public var checkSum: UInt32?
    /// The size of the content that is declared, where it is to be a wrong one.
    public var declaredSize: Int?

    /// An entry as it should be.
    public init(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
      self.name = name
      self.content = content
      self.isDeflated = isDeflated
    }
  }

  /// A zip file of these entries.
  public static func archive(_ entries: [Entry]) -> [UInt8] {
    var file: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let data = entry.isDeflated ? deflated(entry.content) : entry.content
      let method = entry.method ?? (entry.isDeflated ? 8 : 0)
      let name = Array(entry.name.utf8)
      let common =
        two(entry.flags) + two(method) + four(0) + four(Int(entry.checkSum ?? checkSum(of: entry.content)))
        + four(data.count) + four(entry.declaredSize ?? entry.content.count) + two(name.count) + two(0)
      list += [0x50, 0x4B, 1, 2] + two(20) + two(20) + common + two(0) + two(0) + two(0) + four(0)
      list += four(file.count) + name
      file += [0x50, 0x4B, 3, 4] + two(20) + common + name + data
    }
    let count = two(entries.count)
    let end =
      [0x50, 0x4B, 5, 6] + two(0) + two(0) + count + count + four(list.count) + four(file.count) + two(0)
    return file + list + end
  }

  /// A gzip file of one member.
  public static func gzip(_ content: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + deflated(content) + four(Int(checkSum(of: content)))
      + four(content.count)
  }

  /// The CRC-32 of bytes.
  public static func checkSum(of bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes { sum = sum >> 8 ^ checkSums[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return ~sum
  }

  private static let checkSums: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }

  /// A stream of uncompressed blocks (RFC 1951, section 3.2.4).
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 0xFFFF, content.count)
      result += [end == content.count ? 1 : 0] + two(end - start) + two(~(end - start)) + content[start..<end]
      start = end
    } while start < content.count
    return result
  }

  private static func two(_ value: Int) -> [UInt8] { NumPyBytes.bytes(of: UInt16(truncatingIfNeeded: value)) }

  private static func four(_ value: Int) -> [UInt8] {
    NumPyBytes.bytes(of: UInt32(truncatingIfNeeded: value))
  }
}
