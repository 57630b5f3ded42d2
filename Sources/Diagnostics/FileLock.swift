#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock that at most one program holds, by a file that is there only for that.
///
/// It is the advisory lock `flock`: it binds those that ask for it, it goes away with the program that holds it
/// however that ends, and programs that are started do not inherit it. Two locks of one program exclude each other
/// too. Network file systems may not know it; then nobody gets it.
package final class FileLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// The lock of the file at `path`, which is made if it is not there; nil if it is held by another.
  ///
  /// It is held until the value goes away.
  ///
  /// - Throws: ``FileSystemError`` if the file cannot be made or the disk knows no locks.
  package static func tryAcquire(_ path: String) throws(FileSystemError) -> FileLock? {
    guard !path.utf8.contains(0) else {
      throw FileSystemError(.notFound, path: path, detail: "a path cannot hold a NUL")
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw FileSystemError(.other, path: path, detail: String(cString: strerror(errno)))
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw FileSystemError(.other, path: path, detail: String(cString: strerror(code)))
    }
    return FileLock(descriptor)
  }
}
