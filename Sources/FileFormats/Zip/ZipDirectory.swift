import Diagnostics

/// Where the list of entries of a zip file stands (APPNOTE.TXT 6.3.9, sections 4.3.14 to 4.3.16).
struct ZipDirectory {
  /// How many entries it has.
  let count: Int
  /// Its offset in the file.
  let start: Int
  /// Its size in bytes.
  let size: Int

  private static let endLength = 22
  private static let locatorLength = 20
  private static let longEndLength = 56

  /// Finds the list by the record at the end of the file, behind which a comment may stand.
  init(_ source: ZipSource) throws(FormatError) {
    let tail = try source.tail(Self.endLength + 0xFFFF)
    let bytes = LittleEndianBytes(tail)
    guard let end = Self.end(bytes) else {
      throw source.error("a zip file without the list of its entries", expected: "a whole zip file")
    }
    let offset = source.file.size - bytes.count + end
    guard bytes.uint16(at: end + 4) == bytes.uint16(at: end + 6),
      bytes.uint16(at: end + 8) == bytes.uint16(at: end + 10)
    else { throw source.error("a part of a zip file in several parts", expected: "one whole file") }
    let short = (
      count: bytes.uint16(at: end + 10), size: bytes.uint32(at: end + 12), start: bytes.uint32(at: end + 16)
    )
    let isLong = short.count == 0xFFFF || short.size == 0xFFFF_FFFF || short.start == 0xFFFF_FFFF
    let long = isLong ? try Self.long(source, before: offset) : nil
    count = long?.count ?? short.count
    size = long?.size ?? short.size
    start = long?.start ?? short.start
    guard size <= offset, start <= offset - size else {
      throw source.error(
        "a zip file whose list of entries lies outside of it", expected: "a whole zip file")
    }
  }

  /// The offset in `bytes` of the last record that ends with them.
  private static func end(_ bytes: LittleEndianBytes) -> Int? {
    guard bytes.count >= endLength else { return nil }
    return (0...bytes.count - endLength).last { offset in
      bytes.uint32(at: offset) == 0x0605_4B50
        && offset + endLength + bytes.uint16(at: offset + 20) == bytes.count
    }
  }

  /// What the records of large files say, the last of which stands before `offset`; none if there are none.
  private static func long(
    _ source: ZipSource, before offset: Int
  ) throws(FormatError) -> (count: Int, size: Int, start: Int)? {
    guard offset >= locatorLength else { return nil }
    let locator = try source.fields(at: offset - locatorLength, count: locatorLength)
    guard locator.uint32(at: 0) == 0x0706_4B50 else { return nil }
    guard let start = locator.uint64(at: 8), start <= offset - locatorLength - longEndLength else {
      throw source.error("a zip file whose list of entries cannot be found", expected: "a whole zip file")
    }
    let record = try source.fields(at: start, count: longEndLength)
    guard record.uint32(at: 0) == 0x0606_4B50, let count = record.uint64(at: 32),
      let size = record.uint64(at: 40), let directory = record.uint64(at: 48)
    else {
      throw source.error("a zip file whose list of entries cannot be found", expected: "a whole zip file")
    }
    return (count, size, directory)
  }
}
