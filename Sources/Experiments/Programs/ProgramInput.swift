#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a program finds on standard input: a file that has no name any more.
///
/// A pipe would end this process by a signal when the program does not read it.
enum ProgramInput {
  /// A descriptor from which these bytes can be read; the caller closes it.
  ///
  /// - Returns: Nil if the system has no room for them.
  static func descriptor(of bytes: [UInt8]) -> Int32? {
    if bytes.isEmpty {
      let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
      return null < 0 ? nil : null
    }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/assay-input-XXXXXX").utf8CString)
    let descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0, writeAll(bytes, to: descriptor),
      lseek(descriptor, 0, SEEK_SET) == 0
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = write(descriptor, base + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }
}
