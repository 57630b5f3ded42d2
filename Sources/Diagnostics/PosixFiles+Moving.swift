import CAtomicRename

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension PosixFiles {
  static func renameExclusively(_ from: String, _ to: String) throws(FileSystemError) {
    try refuseNUL(in: from)
    try refuseNUL(in: to)
    if assay_rename_exclusively(from, to) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS else { throw failure(errno == EEXIST ? to : from) }
    // A file system without flags still refuses to replace a folder that is not empty; a file needs a second name.
    if try attributes(of: from).kind == .directory {
      try rename(from, to)
    } else {
      try link(from, to)
      try remove(from)
    }
  }

  static func exchange(_ one: String, _ other: String) throws(FileSystemError) {
    try refuseNUL(in: one)
    try refuseNUL(in: other)
    guard assay_rename_exchanging(one, other) == 0 else { throw failure(one) }
  }

  static func link(_ from: String, _ to: String) throws(FileSystemError) {
    try refuseNUL(in: from)
    try refuseNUL(in: to)
    guard systemLink(from, to) == 0 else { throw failure(errno == EEXIST ? to : from) }
  }

  static func copy(_ from: String, _ to: String) throws(FileSystemError) {
    let source = try open(from)
    try refuseNUL(in: to)
    let descriptor = systemCreate(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(to) }
    var isWhole = false
    defer { if !isWhole { unlink(to) } }
    do throws(FileSystemError) {
      var offset = 0
      while true {
        // To the end of the file as it is now, not as it was when it was opened.
        let piece = try source.bytes(at: offset, count: min(1 << 20, max(1, source.size - offset)))
        if piece.isEmpty { break }
        guard writeAll(piece, to: descriptor) else { throw failure(to) }
        offset += piece.count
        if offset >= source.size { break }
      }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure(to) }
    isWhole = true
  }

  static func synchronize(_ path: String) throws(FileSystemError) {
    try refuseNUL(in: path)
    let descriptor = systemOpen(path)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    // Some file systems cannot synchronise folders and say so; then there is nothing more to be done.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw failure(path) }
  }

  static func createUniqueDirectory(in folder: String) throws(FileSystemError) -> String {
    try refuseNUL(in: folder)
    var template = Array(FilePath.join(folder, ".assay-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw failure(folder) }
    let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    // Unlike `mkdir`, `mkdtemp` gives a folder that only its owner may enter.
    guard chmod(path, 0o777 & ~currentMask) == 0 else { throw failure(path) }
    return path
  }

  static func lock(_ path: String, waits: Bool) throws(FileSystemError) -> FileLock? {
    try refuseNUL(in: path)
    let descriptor = systemOpen(path)
    guard descriptor >= 0 else { throw failure(path) }
    let owner = OpenDescriptor(descriptor)
    while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return nil
      default: throw failure(path)
      }
    }
    return FileLock { _ = owner }
  }
}

// Inside `PosixFiles` the members of these names would hide the system's functions.
private func systemOpen(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
private func systemCreate(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
private func systemLink(_ from: String, _ to: String) -> Int32 { link(from, to) }
