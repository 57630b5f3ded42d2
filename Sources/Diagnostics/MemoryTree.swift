/// Folders and files as a value, without links.
///
/// This is what ``FileSystem/inMemory(_:)`` reads and writes.
struct MemoryTree: Sendable {
  private enum Node {
    case file([UInt8])
    case folder
  }

  /// Normal absolute path → what is there; every node's folders are there too.
  private var nodes: [ExactString: Node] = ["/": .folder]

  /// How many folders got a name of their own.
  private var uniqueCount = 0

  /// A tree of these files and the folders above them.
  init(_ files: [String: [UInt8]]) {
    for (path, bytes) in files {
      let path = Self.normal(path)
      addFolders(downTo: FilePath.parent(of: path))
      nodes[ExactString(path)] = .file(bytes)
    }
  }

  func attributes(of path: String) throws(FileSystemError) -> FileAttributes {
    switch try node(path) {
    case .file(let bytes): FileAttributes(kind: .file, size: bytes.count, modified: 0)
    case .folder: FileAttributes(kind: .directory, size: 0, modified: 0)
    }
  }

  func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    guard case .folder = try node(path) else { throw FileSystemError(.wrongKind, path: path) }
    let folder = ExactString(Self.normal(path))
    var entries: [(name: ExactString, kind: FileKind)] = []
    for (key, node) in nodes where key != "/" && ExactString(FilePath.parent(of: key.text)) == folder {
      let kind: FileKind = if case .folder = node { .directory } else { .file }
      entries.append((ExactString(FilePath.name(of: key.text)), kind))
    }
    return entries.sorted { $0.name < $1.name }.map { DirectoryEntry(name: $0.name.text, kind: $0.kind) }
  }

  func open(_ path: String) throws(FileSystemError) -> ReadableFile {
    guard case .file(let bytes) = try node(path) else { throw FileSystemError(.wrongKind, path: path) }
    return ReadableFile(size: bytes.count) { offset, buffer throws(FileSystemError) in
      let count = max(0, min(buffer.count, bytes.count - offset))
      if count > 0 { bytes[offset..<offset + count].withUnsafeBytes { buffer.copyMemory(from: $0) } }
      return count
    }
  }

  func resolve(_ path: String) throws(FileSystemError) -> String {
    _ = try node(path)
    return Self.normal(path)
  }

  mutating func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let key = try placeForNewNode(path)
    if case .folder = nodes[key] { throw FileSystemError(.wrongKind, path: path) }
    nodes[key] = .file(bytes)
  }

  mutating func createDirectory(_ path: String) throws(FileSystemError) {
    var above = Self.normal(path)
    while above != "/" {
      if case .file = nodes[ExactString(above)] { throw FileSystemError(.wrongKind, path: path) }
      above = FilePath.parent(of: above)
    }
    addFolders(downTo: Self.normal(path))
  }

  mutating func remove(_ path: String) throws(FileSystemError) {
    if case .folder = try node(path), try !list(path).isEmpty {
      throw FileSystemError(.exists, path: path, detail: "the folder is not empty")
    }
    nodes[ExactString(Self.normal(path))] = nil
  }

  mutating func rename(_ from: String, to: String) throws(FileSystemError) {
    let source = Self.normal(from)
    _ = try node(from)
    let target = try placeForNewNode(to).text
    for (key, node) in nodes where Self.lies(key.text, inOrAt: source) {
      nodes[key] = nil
      nodes[
        ExactString(target + String(decoding: key.text.utf8.dropFirst(source.utf8.count), as: UTF8.self))] =
        node
    }
  }

  func exists(_ path: String) -> Bool { nodes[ExactString(Self.normal(path))] != nil }

  mutating func copy(_ from: String, to: String) throws(FileSystemError) {
    guard case .file(let bytes) = try node(from) else { throw FileSystemError(.wrongKind, path: from) }
    if exists(to) { throw FileSystemError(.exists, path: to) }
    nodes[try placeForNewNode(to)] = .file(bytes)
  }

  mutating func exchange(_ one: String, _ other: String) throws(FileSystemError) {
    _ = try node(one)
    _ = try node(other)
    let between = try createUniqueDirectory(in: FilePath.parent(of: Self.normal(one)))
    try remove(between)
    try rename(one, to: between)
    try rename(other, to: one)
    try rename(between, to: other)
  }

  mutating func createUniqueDirectory(in folder: String) throws(FileSystemError) -> String {
    guard case .folder = try node(folder) else { throw FileSystemError(.wrongKind, path: folder) }
    uniqueCount += 1
    let path = FilePath.join(folder, ".assay-\(uniqueCount)")
    try createDirectory(path)
    return path
  }

  private func node(_ path: String) throws(FileSystemError) -> Node {
    guard let node = nodes[ExactString(Self.normal(path))] else {
      throw FileSystemError(.notFound, path: path)
    }
    return node
  }

  /// The key for something new at `path`, whose folder must be there.
  private func placeForNewNode(_ path: String) throws(FileSystemError) -> ExactString {
    let normal = Self.normal(path)
    switch nodes[ExactString(FilePath.parent(of: normal))] {
    case .folder: return ExactString(normal)
    case .file: throw FileSystemError(.wrongKind, path: path)
    case nil: throw FileSystemError(.notFound, path: path)
    }
  }

  private mutating func addFolders(downTo path: String) {
    var folder = path
    while nodes.updateValue(.folder, forKey: ExactString(folder)) == nil {
      folder = FilePath.parent(of: folder)
    }
  }

  private static func lies(_ path: String, inOrAt folder: String) -> Bool {
    path.utf8.starts(with: folder.utf8)
      && [nil, UInt8(ascii: "/")].contains(path.utf8.dropFirst(folder.utf8.count).first)
  }

  /// `path` from the root, without empty, `.` and `..` components.
  private static func normal(_ path: String) -> String {
    var parts: [Substring.UTF8View] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }
}
