#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The operations of ``FileSystem/disk`` on the POSIX interface.
enum PosixFiles {
  static func attributes(of path: String) throws(FileSystemError) -> FileAttributes {
    try refuseNUL(in: path)
    var info = stat()
    guard stat(path, &info) == 0 else { throw failure(path) }
    return attributes(info)
  }

  static func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    try refuseNUL(in: path)
    guard let folder = opendir(path) else { throw failure(path) }
    defer { closedir(folder) }
    var entries: [DirectoryEntry] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw failure(path) }
        break
      }
      let type = entry.pointee.d_type
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      entries.append(DirectoryEntry(name: name, kind: kind(ofEntry: type, at: path + "/" + name)))
    }
    return entries.sorted { ExactString($0.name) < ExactString($1.name) }
  }

  static func open(_ path: String) throws(FileSystemError) -> ReadableFile {
    try refuseNUL(in: path)
    // Without O_NONBLOCK, opening a named pipe would wait for a writer that may never come.
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    let owner = OpenDescriptor(descriptor)
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw failure(path) }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw FileSystemError(.wrongKind, path: path, detail: "not a regular file")
    }
    return ReadableFile(size: Int(info.st_size)) { offset, buffer throws(FileSystemError) in
      guard let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
      while true {
        let count = pread(owner.descriptor, base, buffer.count, off_t(offset))
        if count >= 0 { return count }
        if errno != EINTR { throw failure(path) }
      }
    }
  }

  static func resolve(_ path: String) throws(FileSystemError) -> String {
    try refuseNUL(in: path)
    guard let resolved = realpath(path, nil) else { throw failure(path) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    try refuseNUL(in: path)
    if isDevice(path) { return try writeToDevice(bytes, path) }
    var template = Array(FilePath.join(FilePath.parent(of: path), ".assay-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw failure(path) }
    var isInPlace = false
    defer { if !isInPlace { unlink(template) } }
    guard writeAll(bytes, to: descriptor), fchmod(descriptor, 0o666 & ~currentMask) == 0 else {
      let problem = failure(path)
      close(descriptor)
      throw problem
    }
    // A network file system may refuse only now what it took before.
    guard close(descriptor) == 0 else { throw failure(path) }
    guard systemRename(template, path) == 0 else { throw failure(path) }
    isInPlace = true
  }

  /// Whether a device is at `path` itself, such as `/dev/null`: it is written to, never replaced.
  ///
  /// A link to one is replaced like any other link, and so is a pipe, which might have no reader for ever.
  private static func isDevice(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFCHR
  }

  private static func writeToDevice(_ bytes: [UInt8], _ path: String) throws(FileSystemError) {
    let descriptor = systemOpen(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    guard writeAll(bytes, to: descriptor) else {
      let problem = failure(path)
      close(descriptor)
      throw problem
    }
    guard close(descriptor) == 0 else { throw failure(path) }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer -> Bool in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let count = systemWrite(descriptor, base + done, buffer.count - done)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
  }

  static func createDirectory(_ path: String) throws(FileSystemError) {
    try refuseNUL(in: path)
    if path.isEmpty || path == "/" { return }
    if mkdir(path, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      guard try attributes(of: path).kind == .directory else {
        throw FileSystemError(.wrongKind, path: path, detail: "not a folder")
      }
    case ENOENT:
      let parent = FilePath.parent(of: path)
      guard parent != path, !parent.isEmpty else { throw failure(path) }
      try createDirectory(parent)
      guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path) }
    default: throw failure(path)
    }
  }

  static func remove(_ path: String) throws(FileSystemError) {
    try refuseNUL(in: path)
    if unlink(path) == 0 { return }
    // Linux says EISDIR of a folder, other systems EPERM.
    guard errno == EISDIR || errno == EPERM else { throw failure(path) }
    guard rmdir(path) == 0 else { throw failure(path) }
  }

  static func rename(_ from: String, _ to: String) throws(FileSystemError) {
    try refuseNUL(in: from)
    try refuseNUL(in: to)
    guard systemRename(from, to) == 0 else { throw failure(from) }
  }

  /// The process's mask for new files; reading it means setting it, so it is read once.
  static let currentMask: mode_t = {
    let mask = umask(0)
    _ = umask(mask)
    return mask
  }()

  private static func attributes(_ info: stat) -> FileAttributes {
    let kind: FileKind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symbolicLink
      default: .other
      }
    #if canImport(Glibc)
      let (modified, changed) = (info.st_mtim, info.st_ctim)
    #else
      let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
    #endif
    return FileAttributes(
      kind: kind, size: kind == .file ? Int(info.st_size) : 0, modified: nanoseconds(modified),
      changed: nanoseconds(changed))
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  private static func kind(ofEntry type: UInt8, at path: String) -> FileKind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .directory
    case Int(DT_LNK): return .symbolicLink
    case Int(DT_UNKNOWN):
      var info = stat()
      return lstat(path, &info) == 0 ? attributes(info).kind : .other
    default: return .other
    }
  }

  /// The system's functions would stop reading at a NUL and use another file than the one that was asked for.
  static func refuseNUL(in path: String) throws(FileSystemError) {
    guard !path.utf8.contains(0) else {
      throw FileSystemError(.notFound, path: path, detail: "a path cannot hold a NUL")
    }
  }

  static func failure(_ path: String) -> FileSystemError {
    let code = errno
    let reason: FileSystemError.Reason =
      switch code {
      case ENOENT: .notFound
      case EACCES, EPERM: .permissionDenied
      case EEXIST, ENOTEMPTY: .exists
      case ENOSYS, EINVAL, EOPNOTSUPP, EXDEV, EMLINK: .notSupported
      case ENOTDIR, EISDIR: .wrongKind
      case ELOOP: .tooManyLinks
      case ENOSPC, EROFS, EDQUOT: .notWritable
      default: .other
      }
    return FileSystemError(
      reason, path: path,
      detail: [.other, .notSupported].contains(reason) ? String(cString: strerror(code)) : "")
  }
}

// Inside `PosixFiles` the members of these names would hide the system's functions.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
private func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, base, count)
}
private func systemRename(_ from: String, _ to: String) -> Int32 { rename(from, to) }
private func systemRename(_ from: [CChar], _ to: String) -> Int32 { rename(from, to) }
