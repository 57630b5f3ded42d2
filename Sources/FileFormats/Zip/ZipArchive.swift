import CZlib
package import Diagnostics

/// A zip file whose entries can be read; nothing is unpacked to the disk.
///
/// ```swift
/// let archive = try ZipArchive(try files.open("arrays.npz"), path: "arrays.npz")
/// archive.entries.map(\.name)  // ["y_true.npy", "y_pred.npy"]
/// try archive.content(of: archive.entries[0]).size
/// ```
///
/// Stored and deflated entries are read, also those of large files (zip64). Check sums are checked.
package struct ZipArchive: Sendable {
  /// The files in it, in the order of its list.
  package let entries: [ZipEntry]
  private let source: ZipSource

  /// Whether a file that begins with these bytes is a zip file.
  package static func isZip(_ head: some Collection<UInt8>) -> Bool {
    head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// The zip file in `file`.
  ///
  /// - Throws: ``FormatError`` when the list of entries cannot be read, speaks of more than 1,000 entries, an entry is
  ///   encrypted, compressed by another method or not in its place, or the compressed entries would become more than
  ///   `limit` allows.
  package init(
    _ file: ReadableFile, path: String, limit: ExpansionLimit = .standard
  ) throws(FormatError) {
    source = ZipSource(file: file, path: path)
    entries = try ZipListing(source).entries()
    let byteLimit = limit.bytes(from: file.size)
    var size = 0
    for entry in entries where entry.method == .deflated {
      size += min(entry.size, byteLimit + 1)
      guard size <= byteLimit else {
        throw source.error(
          "a zip file that becomes more than \(byteLimit) bytes",
          expected: "at most \(limit.ratio) times its size, and \(limit.ceiling) bytes")
      }
    }
  }

  /// The content of an entry: a part of the file where it is stored, bytes in memory where it was compressed.
  ///
  /// - Throws: ``FormatError`` when it cannot be read, is not as long as declared, or has another check sum.
  /// - Complexity: Linear in its size, also where it is stored, because of the check sum.
  package func content(of entry: ZipEntry) throws(FormatError) -> ReadableFile {
    let content = entry.method == .stored ? part(entry.range) : try inflated(entry)
    guard try checkSum(of: content) == entry.checkSum else {
      throw source.error(
        "the entry \(VisibleText.quoting(entry.name)) with another check sum than declared",
        expected: "a file that is not damaged")
    }
    return content
  }

  private func part(_ range: Range<Int>) -> ReadableFile {
    ReadableFile(size: range.count) { [file = source.file] offset, buffer throws(FileSystemError) in
      guard offset < range.count else { return 0 }
      return try file.read(
        at: range.lowerBound + offset,
        into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(range.count - offset)))
    }
  }

  private func inflated(_ entry: ZipEntry) throws(FormatError) -> ReadableFile {
    var window = FileWindow(source.file, path: source.path, range: entry.range)
    var bytes = InflatedBytes(limit: entry.size, chunkSize: min(max(entry.size, 1), 1 << 20))
    let stop = try bytes.append(InflateStream(.none), from: &window)
    let problem: String? =
      switch stop {
      case .ended:
        bytes.count == entry.size && window.position == entry.range.upperBound
          ? nil : "is not as long as declared"
      case .truncated: "ends too early"
      case .corrupt(let reason): "is corrupt (\(reason))"
      case .tooLong: "becomes longer than declared"
      }
    if let problem {
      throw source.error(
        "the entry \(VisibleText.quoting(entry.name)), which \(problem)",
        expected: "a file that is not damaged")
    }
    return bytes.file()
  }

  private func checkSum(of content: ReadableFile) throws(FormatError) -> UInt32 {
    var window = FileWindow(content, path: source.path, range: 0..<content.size)
    var sum = crc32(0, nil, 0)
    while try window.fill() {
      sum = window.take { ($0.count, crc32(sum, $0.baseAddress, UInt32($0.count))) }
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}
