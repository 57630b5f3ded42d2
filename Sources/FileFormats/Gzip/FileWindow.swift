import Diagnostics

/// Walks along the bytes of a part of a file, a buffer at a time.
struct FileWindow {
  private let file: ReadableFile
  private let path: String
  private var buffer: [UInt8] = []
  private var used = 0
  private var next: Int
  private let end: Int

  private static let bufferSize = 1 << 18

  /// A walk along the bytes of `range`.
  init(_ file: ReadableFile, path: String, range: Range<Int>) {
    self.file = file
    self.path = path
    next = range.lowerBound
    end = range.upperBound
  }

  /// The offset in the file of the next byte.
  var position: Int { next - buffer.count + used }

  /// Reads on if all that was read is used; false at the end.
  mutating func fill() throws(FormatError) -> Bool {
    guard used == buffer.count else { return true }
    used = 0
    do throws(FileSystemError) {
      buffer = try file.bytes(at: next, count: min(Self.bufferSize, end - next))
    } catch {
      throw FormatError(error, path: path)
    }
    next += buffer.count
    return !buffer.isEmpty
  }

  /// Gives the bytes that are read and not used to `body`, which returns how many of them it used.
  mutating func take<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> (used: Int, result: Result)) -> Result {
    let (count, result) = buffer.withUnsafeBufferPointer { body(.init(rebasing: $0[used...])) }
    used += count
    return result
  }
}
