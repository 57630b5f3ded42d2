import Diagnostics
import FileFormats

/// Walks along the elements of a JSON file that is one array, of which only a window is held in memory.
///
/// ```swift
/// var elements = JSONElements(try files.open("cm.json"), path: "cm.json")
/// while try elements.next({ cursor throws(JSONFault) in try cursor.skip() }) { count += 1 }
/// ```
struct JSONElements {
  private let file: ReadableFile
  private let path: String
  private var window: [UInt8] = []
  /// Where in the window the next byte stands.
  private var position = 0
  /// How many bytes of the file are read into windows.
  private var read = 0
  /// How many line ends, and bytes behind the last of them, lie before the window.
  private var before = (lines: 0, column: 0)
  private var isFirst = true
  private var isDone = false

  private static let windowSize = 1 << 18
  private static let elementLimit = 1 << 20
  /// A fault so near to the window's end may be a word that is cut there.
  private static let wordLength = 16

  /// The elements of the array in `file`.
  init(_ file: ReadableFile, path: String) {
    self.file = file
    self.path = path
  }

  /// Gives the next element to `body`, which reads it; false behind the last.
  ///
  /// - Throws: ``FormatError`` where the file is no array, or broken; what was read before stands.
  mutating func next(
    _ body: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(FormatError) -> Bool {
    guard !isDone else { return false }
    let opener = isFirst ? UInt8(ascii: "[") : UInt8(ascii: ",")
    let byte = try nextByte()
    if !isFirst, byte == UInt8(ascii: "]") { return try finish() }
    guard byte == opener else { throw fault(at: position, expected: isFirst ? "an array" : "“,” or “]”") }
    position += 1
    if try nextByte() == UInt8(ascii: "]"), isFirst { return try finish() }
    isFirst = false
    let length = try elementLength()
    let failure = window[position..<position + length].withUnsafeBufferPointer { bytes -> JSONFault? in
      if let invalid = UTF8Validity.firstInvalidByte(in: bytes) {
        return JSONFault(at: invalid, found: "a byte that is not UTF-8", expected: "text in UTF-8")
      }
      var cursor = JSONCursor(bytes)
      do throws(JSONFault) { try body(&cursor) } catch { return error }
      return nil
    }
    if let failure { throw fault(at: position + failure.offset, failure.found, expected: failure.expected) }
    position += length
    return true
  }

  /// How many bytes the element at the position has, the window being made as large as it needs.
  private mutating func elementLength() throws(FormatError) -> Int {
    while true {
      let outcome = window[position...].withUnsafeBufferPointer { bytes -> Result<Int, JSONFault> in
        var cursor = JSONCursor(bytes)
        do throws(JSONFault) { try cursor.skip() } catch { return .failure(error) }
        return .success(cursor.position)
      }
      let rest = window.count - position
      switch outcome {
      case .success(let length) where length < rest || read >= file.size: return length
      case .failure(let error) where error.offset + Self.wordLength < rest || read >= file.size:
        throw fault(at: position + error.offset, error.found, expected: error.expected)
      case .success, .failure: break
      }
      guard rest <= Self.elementLimit, try refill() else {
        throw fault(
          at: position, "an element of more than \(Self.elementLimit) bytes", expected: "smaller ones")
      }
    }
  }

  /// The next byte that is no blank, without moving over it; nil at the end of the file.
  private mutating func nextByte() throws(FormatError) -> UInt8? {
    while true {
      while position < window.count {
        let byte = window[position]
        let isMark = before == (0, 0) && position < 3 && [0xEF, 0xBB, 0xBF][position] == byte
        guard [0x20, 0x0A, 0x0D, 0x09].contains(byte) || isMark else { return byte }
        position += 1
      }
      guard try refill() else { return nil }
    }
  }

  /// Drops what was used and reads on; false at the end of the file.
  private mutating func refill() throws(FormatError) -> Bool {
    guard read < file.size else { return false }
    for byte in window[..<position] {
      before = byte == UInt8(ascii: "\n") ? (before.lines + 1, 0) : (before.lines, before.column + 1)
    }
    window.removeSubrange(..<position)
    position = 0
    let more: [UInt8]
    do throws(FileSystemError) {
      more = try file.bytes(at: read, count: min(Self.windowSize, file.size - read))
    } catch {
      throw FormatError(error, path: path)
    }
    read = more.isEmpty ? file.size : read + more.count
    window += more
    return !more.isEmpty
  }

  private mutating func finish() throws(FormatError) -> Bool {
    position += 1
    isDone = true
    guard try nextByte() == nil else { throw fault(at: position, expected: "the end of the file") }
    return false
  }

  private func fault(at offset: Int, _ found: String? = nil, expected: String) -> FormatError {
    var place = before
    for byte in window.prefix(offset) {
      place = byte == UInt8(ascii: "\n") ? (place.lines + 1, 0) : (place.lines, place.column + 1)
    }
    let byte = offset < window.count ? String(decoding: window[offset...].prefix(1), as: UTF8.self) : nil
    return FormatError(
      at: SourcePlace(path: path, line: place.lines + 1, column: place.column + 1),
      found: found ?? byte.map { VisibleText.quoting($0) } ?? "the end of the file", expected: expected)
  }
}
