package import Diagnostics

extension GzipReader {
  /// Up to `count` bytes from the beginning of what a gzip file holds, without decompressing the rest.
  ///
  /// Of a file that is corrupt or cut off, the bytes before that; only the first member is looked at.
  ///
  /// - Throws: ``FormatError`` when the file cannot be read.
  package static func beginning(
    of file: ReadableFile, path: String, count: Int
  ) throws(FormatError) -> [UInt8] {
    var window = FileWindow(file, path: path, range: 0..<file.size)
    let stream = InflateStream(.gzip)
    var bytes = [UInt8](repeating: 0, count: max(count, 0))
    var filled = 0
    while filled < bytes.count {
      _ = try window.fill()
      let step = window.take { input in
        let step = bytes.withUnsafeMutableBufferPointer {
          stream.step(input, into: .init(rebasing: $0[filled...]))
        }
        return (step.consumed, step)
      }
      filled += step.produced
      guard step.state == .open, step.consumed > 0 || step.produced > 0 else { break }
    }
    return Array(bytes[..<filled])
  }
}
