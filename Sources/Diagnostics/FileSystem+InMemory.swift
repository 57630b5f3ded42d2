import Synchronization

extension FileSystem {
  /// A tree held in memory, given as path → content.
  ///
  /// Folders are implied by the paths; `/` is the root. It refuses what a disk refuses, such as writing into a folder that is not there.
  ///
  /// ```swift
  /// let files = FileSystem.inMemory(["/runs/a/notes.md": "Fine."])
  /// try files.list("/runs").map(\.name)  // ["a"]
  /// ```
  public static func inMemory(_ texts: [String: String]) -> FileSystem {
    inMemory(bytes: texts.mapValues { Array($0.utf8) })
  }

  /// A tree of bytes held in memory.
  public static func inMemory(bytes files: [String: [UInt8]]) -> FileSystem {
    let shared = SharedTree(MemoryTree(files))
    return FileSystem(
      attributes: { path throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.attributes(of: path) }
      },
      list: { path throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.list(path) }
      },
      open: { path throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.open(path) }
      },
      resolve: { path throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.resolve(path) }
      },
      write: { bytes, path throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.write(bytes, to: path) }
      },
      createDirectory: { path throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.createDirectory(path) }
      },
      remove: { path throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.remove(path) }
      },
      rename: { from, to throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.rename(from, to: to) }
      },
      renameExclusively: { from, to throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in
          if tree.exists(to) { throw FileSystemError(.exists, path: to) }
          try tree.rename(from, to: to)
        }
      },
      exchange: { one, other throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.exchange(one, other) }
      },
      copy: { from, to throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.copy(from, to: to) }
      },
      link: { from, to throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.copy(from, to: to) }
      },
      synchronize: { path throws(FileSystemError) in
        _ = try shared.tree.withLock { tree throws(FileSystemError) in try tree.attributes(of: path) }
      },
      createUniqueDirectory: { folder throws(FileSystemError) in
        try shared.tree.withLock { tree throws(FileSystemError) in try tree.createUniqueDirectory(in: folder)
        }
      },
      lock: { path, waits throws(FileSystemError) in
        _ = try shared.tree.withLock { tree throws(FileSystemError) in try tree.attributes(of: path) }
        return try shared.locks.lock(path, waits: waits)
      })
  }
}

/// The one tree that all copies of a file system in memory look at.
private final class SharedTree: Sendable {
  let tree: Mutex<MemoryTree>
  let locks = MemoryLocks()

  init(_ tree: MemoryTree) {
    self.tree = Mutex(tree)
  }
}
