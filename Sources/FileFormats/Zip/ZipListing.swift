import Diagnostics

/// Reads the list of entries of a zip file and holds it against what stands before the entries themselves.
struct ZipListing {
  /// The most entries that are read.
  private static let countLimit = 1000
  /// The longest list, in bytes.
  private static let sizeLimit = 1 << 20
  private static let headerLength = 46
  private static let localHeaderLength = 30

  private let source: ZipSource

  /// A reader of the list of this file.
  init(_ source: ZipSource) {
    self.source = source
  }

  /// The entries in the order of the list; folders are none.
  ///
  /// - Throws: ``FormatError`` for an entry that is encrypted, of another method, lies outside of the file or over
  ///   another one, is declared to be larger than it can become, or has another name in the list than in its place.
  func entries() throws(FormatError) -> [ZipEntry] {
    let directory = try ZipDirectory(source)
    guard directory.count <= Self.countLimit, directory.size <= Self.sizeLimit else {
      throw source.error(
        "a zip file of \(directory.count) entries", expected: "at most \(Self.countLimit), with short names")
    }
    let fields = try source.fields(at: directory.start, count: directory.size)
    var entries: [ZipEntry] = []
    var offset = 0
    for _ in 0..<directory.count {
      guard offset + Self.headerLength <= fields.count, fields.uint32(at: offset) == 0x0201_4B50 else {
        throw listError()
      }
      let lengths = [28, 30, 32].map { fields.uint16(at: offset + $0) }
      let end = offset + Self.headerLength + lengths[0] + lengths[1] + lengths[2]
      guard end <= fields.count else { throw listError() }
      let entry = try entry(fields, at: offset, nameLength: lengths[0], extraLength: lengths[1], directory)
      if entry.name.utf8.last != UInt8(ascii: "/") {
        entries.append(entry)
      }
      offset = end
    }
    try checkOverlap(entries)
    return entries
  }

  private func entry(
    _ fields: LittleEndianBytes, at offset: Int, nameLength: Int, extraLength: Int, _ directory: ZipDirectory
  ) throws(FormatError) -> ZipEntry {
    let nameStart = offset + Self.headerLength
    let name = fields[nameStart..<nameStart + nameLength]
    let text = String(decoding: name, as: UTF8.self)
    let quoted = VisibleText.quoting(text)
    guard fields.uint16(at: offset + 8) & 0x2041 == 0 else {
      throw source.error("the encrypted entry \(quoted)", expected: "entries without a password")
    }
    let method: ZipEntry.Method
    switch fields.uint16(at: offset + 10) {
    case 0: method = .stored
    case 8: method = .deflated
    case let other:
      throw source.error(
        "the entry \(quoted) compressed by method \(other)", expected: "stored or deflated entries")
    }
    let extra = fields[nameStart + nameLength..<nameStart + nameLength + extraLength]
    let sizes = try sizes(fields, at: offset, extra, quoted)
    let start = try startOfData(of: sizes.header, name: name, quoted)
    guard sizes.compressed <= directory.start, start <= directory.start - sizes.compressed else {
      throw source.error("the entry \(quoted), which reaches beyond its place", expected: "a whole zip file")
    }
    // No stream of this method becomes more than 1,032 times as long.
    let longest = sizes.compressed.multipliedReportingOverflow(by: 1032)
    guard
      method == .stored
        ? sizes.content == sizes.compressed : longest.overflow || sizes.content <= longest.partialValue
    else {
      throw source.error(
        "the entry \(quoted) of \(sizes.content) bytes in \(sizes.compressed)",
        expected: "a size that its bytes can have")
    }
    return ZipEntry(
      name: text, size: sizes.content, compressedSize: sizes.compressed,
      checkSum: UInt32(truncatingIfNeeded: fields.uint32(at: offset + 16)), method: method, start: start)
  }

  /// The sizes of an entry and where its own header stands; those of large files are in the extra fields.
  private func sizes(
    _ fields: LittleEndianBytes, at offset: Int, _ extra: ArraySlice<UInt8>, _ quoted: String
  ) throws(FormatError) -> (content: Int, compressed: Int, header: Int) {
    var values = [24, 20, 42].map { fields.uint32(at: offset + $0) }
    guard values.contains(0xFFFF_FFFF) else { return (values[0], values[1], values[2]) }
    let extra = LittleEndianBytes(extra)
    var position = 0
    while position + 4 <= extra.count {
      let length = extra.uint16(at: position + 2)
      let end = position + 4 + length
      guard end <= extra.count else { break }
      if extra.uint16(at: position) == 1 {
        var next = position + 4
        for index in values.indices where values[index] == 0xFFFF_FFFF {
          guard next + 8 <= end, let value = extra.uint64(at: next) else { throw listError() }
          values[index] = value
          next += 8
        }
        return (values[0], values[1], values[2])
      }
      position = end
    }
    throw source.error("the entry \(quoted) without its sizes", expected: "a whole zip file")
  }

  /// Where the bytes of an entry begin, behind its own header at `offset`.
  private func startOfData(
    of offset: Int, name: ArraySlice<UInt8>, _ quoted: String
  ) throws(FormatError) -> Int {
    let header = try source.fields(at: offset, count: Self.localHeaderLength)
    let nameLength = header.uint16(at: 26)
    let ownName = try source.bytes(at: offset + Self.localHeaderLength, count: nameLength)
    guard header.uint32(at: 0) == 0x0403_4B50, ownName.elementsEqual(name) else {
      throw source.error("the entry \(quoted), which is not in its place", expected: "a whole zip file")
    }
    return offset + Self.localHeaderLength + nameLength + header.uint16(at: 28)
  }

  /// That no two entries share bytes: so can a small file be made that becomes very large.
  private func checkOverlap(_ entries: [ZipEntry]) throws(FormatError) {
    let sorted = entries.sorted { ($0.start, $0.compressedSize) < ($1.start, $1.compressedSize) }
    for (entry, next) in zip(sorted, sorted.dropFirst()) where entry.range.upperBound > next.start {
      throw source.error(
        "the entries \(VisibleText.quoting(entry.name)) and \(VisibleText.quoting(next.name)) in one place",
        expected: "a place for each entry")
    }
  }

  private func listError() -> FormatError {
    source.error("a zip file whose list of entries is broken", expected: "a whole zip file")
  }
}
