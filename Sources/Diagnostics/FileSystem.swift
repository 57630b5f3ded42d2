/// Everything that Assay reads and writes goes through one of these.
///
/// `FileSystem.disk` is the real one; ``inMemory(_:)`` holds a tree in memory for tests. Paths are POSIX text with
/// `/`. No operation follows a symbolic link out of sight: ``resolve`` says where a path really leads, and
/// readers that must stay inside a folder ask ``isInside(_:folder:)`` first.
public struct FileSystem: Sendable {
  /// What is at a path (following links); throws ``FileSystemError`` `.notFound` if nothing is.
  public var attributes: @Sendable (_ path: String) throws(FileSystemError) -> FileAttributes
  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  public var list: @Sendable (_ path: String) throws(FileSystemError) -> [DirectoryEntry]
  /// Opens a file for reading at any offset.
  public var open: @Sendable (_ path: String) throws(FileSystemError) -> ReadableFile
  /// The path with every symbolic link and `..` resolved; throws when it leads nowhere or in circles.
  public var resolve: @Sendable (_ path: String) throws(FileSystemError) -> String
  /// Writes a whole file: a temporary file beside it, then a rename, so that a reader sees the old or the new.
  public var write: @Sendable (_ bytes: [UInt8], _ path: String) throws(FileSystemError) -> Void
  /// Makes a folder and those above it; no error if it is there.
  public var createDirectory: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// Removes a file, a link (not what it leads to) or an empty folder.
  public var remove: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// Renames, replacing a file that is there; both paths lie on one volume.
  public var rename: @Sendable (_ from: String, _ to: String) throws(FileSystemError) -> Void
  /// Renames unless something is at `to`: then throws `.exists`, and of two callers only one succeeds.
  public var renameExclusively: @Sendable (_ from: String, _ to: String) throws(FileSystemError) -> Void
  /// Makes each of two paths lead to what the other led to, in one step: a reader sees either before or after.
  ///
  /// Throws `.notSupported` where the file system has no such step.
  public var exchange: @Sendable (_ one: String, _ other: String) throws(FileSystemError) -> Void
  /// Copies a file's bytes to a path where nothing is yet.
  public var copy: @Sendable (_ from: String, _ to: String) throws(FileSystemError) -> Void
  /// Makes a second name for a file that will not be changed in place; throws `.notSupported` where there is none.
  public var link: @Sendable (_ from: String, _ to: String) throws(FileSystemError) -> Void
  /// Waits until a file's bytes, or a folder's names, would survive the loss of power.
  public var synchronize: @Sendable (_ path: String) throws(FileSystemError) -> Void
  /// Makes a folder with a name that nobody else has, below `folder`, and returns its path.
  public var createUniqueDirectory: @Sendable (_ folder: String) throws(FileSystemError) -> String
  /// Locks a file or folder against other holders of its lock, in this process or another on this machine.
  ///
  /// With `waits` it waits for its turn; otherwise it returns nil when another has it. The lock ends with its last
  /// reference, and with the process, however that ends.
  public var lock: @Sendable (_ path: String, _ waits: Bool) throws(FileSystemError) -> FileLock?

  /// A file system of the given operations.
  public init(
    attributes: @escaping @Sendable (String) throws(FileSystemError) -> FileAttributes,
    list: @escaping @Sendable (String) throws(FileSystemError) -> [DirectoryEntry],
    open: @escaping @Sendable (String) throws(FileSystemError) -> ReadableFile,
    resolve: @escaping @Sendable (String) throws(FileSystemError) -> String,
    write: @escaping @Sendable ([UInt8], String) throws(FileSystemError) -> Void,
    createDirectory: @escaping @Sendable (String) throws(FileSystemError) -> Void,
    remove: @escaping @Sendable (String) throws(FileSystemError) -> Void,
    rename: @escaping @Sendable (String, String) throws(FileSystemError) -> Void,
    renameExclusively: @escaping @Sendable (String, String) throws(FileSystemError) -> Void,
    exchange: @escaping @Sendable (String, String) throws(FileSystemError) -> Void,
    copy: @escaping @Sendable (String, String) throws(FileSystemError) -> Void,
    link: @escaping @Sendable (String, String) throws(FileSystemError) -> Void,
    synchronize: @escaping @Sendable (String) throws(FileSystemError) -> Void,
    createUniqueDirectory: @escaping @Sendable (String) throws(FileSystemError) -> String,
    lock: @escaping @Sendable (String, Bool) throws(FileSystemError) -> FileLock?
  ) {
    self.attributes = attributes
    self.list = list
    self.open = open
    self.resolve = resolve
    self.write = write
    self.createDirectory = createDirectory
    self.remove = remove
    self.rename = rename
    self.renameExclusively = renameExclusively
    self.exchange = exchange
    self.copy = copy
    self.link = link
    self.synchronize = synchronize
    self.createUniqueDirectory = createUniqueDirectory
    self.lock = lock
  }
}

extension FileSystem {
  /// Whether anything is at `path`.
  public func exists(_ path: String) -> Bool {
    (try? attributes(path)) != nil
  }

  /// Whether a folder is at `path`.
  public func isDirectory(_ path: String) -> Bool {
    (try? attributes(path))?.kind == .directory
  }

  /// The bytes of a file, refusing one of more than `limit` bytes.
  ///
  /// - Throws: `.tooLarge` beyond the limit, otherwise what opening and reading throw.
  public func read(_ path: String, limit: Int) throws(FileSystemError) -> [UInt8] {
    let file = try open(path)
    guard file.size <= limit else {
      throw FileSystemError(.tooLarge, path: path, detail: "\(file.size) bytes, more than \(limit)")
    }
    return try file.bytes(at: 0, count: file.size)
  }

  /// Whether `path` lies in `folder`, the links of both resolved.
  ///
  /// False for what does not exist.
  /// This is what keeps `../../etc/passwd` and a link to it off a published page.
  public func isInside(_ path: String, folder: String) -> Bool {
    guard let target = try? resolve(path), let root = try? resolve(folder) else { return false }
    let rootBytes = Array(root.utf8)
    let targetBytes = Array(target.utf8)
    if root == "/" { return true }
    return targetBytes == rootBytes || targetBytes.starts(with: rootBytes + [UInt8(ascii: "/")])
  }
}
