import Diagnostics

/// The memory into which one window after another of a file is read.
///
/// It stays the same for all pieces that one worker reads: memory that was touched once costs nothing more.
struct WindowBuffer: ~Copyable {
  private var memory: UnsafeMutableRawBufferPointer?
  private var count = 0

  /// The bytes that were read last, then a line end and zeros.
  var bytes: UnsafeBufferPointer<UInt8> {
    guard let memory else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      UnsafeMutableRawBufferPointer(rebasing: memory[..<(count + RecordWindow.padding)])
        .bindMemory(to: UInt8.self))
  }

  /// Reads up to `count` bytes from `offset`; returns how many the file has there.
  mutating func fill(from file: ReadableFile, at offset: Int, count wanted: Int) throws(FileSystemError)
    -> Int
  {
    let memory = room(for: wanted + RecordWindow.padding)
    count = try file.read(at: offset, into: UnsafeMutableRawBufferPointer(rebasing: memory[..<wanted]))
    for index in count..<count + RecordWindow.padding { memory[index] = 0 }
    memory[count] = UInt8(ascii: "\n")
    return count
  }

  private mutating func room(for size: Int) -> UnsafeMutableRawBufferPointer {
    if let memory, memory.count >= size { return memory }
    memory?.deallocate()
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    memory = larger
    return larger
  }

  deinit { memory?.deallocate() }
}
