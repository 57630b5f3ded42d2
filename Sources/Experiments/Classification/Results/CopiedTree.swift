import Diagnostics

/// Copies and removes files and folders with all that is in them, and follows no link.
struct CopiedTree {
  private let fileSystem: FileSystem
  private static let depthLimit = 256
  private static let entryLimit = 1_000_000

  init(_ fileSystem: FileSystem) {
    self.fileSystem = fileSystem
  }

  /// Copies a file or folder to a path where nothing is.
  ///
  /// - Throws: `FileSystemError` for links, devices and pipes, more than a million entries or 256 folders in each other, and
  ///   what the file system throws.
  func copy(_ source: String, to target: String) throws(FileSystemError) {
    let name = FilePath.name(of: source)
    let entries = try fileSystem.list(FilePath.parent(of: source))
    guard let entry = entries.first(where: { ExactString($0.name) == ExactString(name) }) else {
      throw FileSystemError(.notFound, path: source)
    }
    var count = 0
    try copy(source, entry.kind, to: target, depth: 0, &count)
  }

  private func copy(
    _ source: String, _ kind: FileKind, to target: String, depth: Int, _ count: inout Int
  ) throws(FileSystemError) {
    count += 1
    guard count <= Self.entryLimit, depth <= Self.depthLimit else {
      throw FileSystemError(.tooLarge, path: source, detail: "too many files, or folders in each other")
    }
    switch kind {
    case .file: try fileSystem.copy(source, target)
    case .directory:
      try fileSystem.createDirectory(target)
      for entry in try fileSystem.list(source) {
        try copy(
          FilePath.join(source, entry.name), entry.kind, to: FilePath.join(target, entry.name),
          depth: depth + 1, &count)
      }
    case .symbolicLink, .other:
      throw FileSystemError(
        .wrongKind, path: source, detail: "neither a file nor a folder; links are not followed")
    }
  }

  /// Removes a file, or a folder with all that is in it; of a link the link.
  func remove(_ path: String) throws(FileSystemError) {
    try remove(path, depth: 0)
  }

  private func remove(_ path: String, depth: Int) throws(FileSystemError) {
    guard depth <= Self.depthLimit else {
      throw FileSystemError(.other, path: path, detail: "more than \(Self.depthLimit) folders in each other")
    }
    for entry in try fileSystem.list(path) {
      let inner = FilePath.join(path, entry.name)
      if entry.kind == .directory {
        try remove(inner, depth: depth + 1)
      } else {
        try fileSystem.remove(inner)
      }
    }
    try fileSystem.remove(path)
  }
}
