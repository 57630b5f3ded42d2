/// An open file that can be read at any offset, also from several tasks at once.
///
/// The file is closed when the last copy goes away.
public struct ReadableFile: Sendable {
  /// Bytes in the file when it was opened.
  public let size: Int
  /// Whether the bytes take up memory as long as the file is open, as decompressed ones do.
  public let isInMemory: Bool
  private let readInto:
    @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) throws(FileSystemError) -> Int

  /// A file of `size` bytes; `readInto` fills a buffer from an offset and returns how many bytes it wrote, 0 at the end.
  public init(
    size: Int,
    isInMemory: Bool = false,
    readInto: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) throws(FileSystemError) -> Int
  ) {
    self.size = size
    self.isInMemory = isInMemory
    self.readInto = readInto
  }

  /// Fills `buffer` from `offset`; returns the number of bytes, less than asked for only at the end of the file.
  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileSystemError) -> Int
  {
    var done = 0
    while done < buffer.count {
      let count = try readInto(offset + done, UnsafeMutableRawBufferPointer(rebasing: buffer[done...]))
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Up to `count` bytes from `offset`; fewer at the end of the file.
  public func bytes(at offset: Int, count: Int) throws(FileSystemError) -> [UInt8] {
    var failure: FileSystemError?
    let result = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, initialized in
      do throws(FileSystemError) {
        initialized = try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return result
  }
}
