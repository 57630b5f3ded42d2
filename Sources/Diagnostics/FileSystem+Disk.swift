extension FileSystem {
  /// The file system of this machine.
  public static let disk = FileSystem(
    attributes: { path throws(FileSystemError) in try PosixFiles.attributes(of: path) },
    list: { path throws(FileSystemError) in try PosixFiles.list(path) },
    open: { path throws(FileSystemError) in try PosixFiles.open(path) },
    resolve: { path throws(FileSystemError) in try PosixFiles.resolve(path) },
    write: { bytes, path throws(FileSystemError) in try PosixFiles.write(bytes, to: path) },
    createDirectory: { path throws(FileSystemError) in try PosixFiles.createDirectory(path) },
    remove: { path throws(FileSystemError) in try PosixFiles.remove(path) },
    rename: { from, to throws(FileSystemError) in try PosixFiles.rename(from, to) },
    renameExclusively: { from, to throws(FileSystemError) in try PosixFiles.renameExclusively(from, to) },
    exchange: { one, other throws(FileSystemError) in try PosixFiles.exchange(one, other) },
    copy: { from, to throws(FileSystemError) in try PosixFiles.copy(from, to) },
    link: { from, to throws(FileSystemError) in try PosixFiles.link(from, to) },
    synchronize: { path throws(FileSystemError) in try PosixFiles.synchronize(path) },
    createUniqueDirectory: { folder throws(FileSystemError) in
      try PosixFiles.createUniqueDirectory(in: folder)
    },
    lock: { path, waits throws(FileSystemError) in try PosixFiles.lock(path, waits: waits) }
  )
}
