import Crypto
import Diagnostics

/// Where the index of a registry is kept: a file of its own in a folder for caches.
struct RegistryCache: Sendable {
  private let fileSystem: FileSystem
  private let folder: String
  private let file: String

  /// The cache in `folder` of the registry whose real path is `root`.
  init(folder: String, root: String, fileSystem: FileSystem) {
    self.fileSystem = fileSystem
    self.folder = FilePath.join(folder, "registry-index")
    file = FilePath.join(self.folder, SHA256.hash(data: Array(root.utf8)).hex(16))
  }

  /// The index that is there; an empty one where there is none or it cannot be read.
  func read() -> RegistryIndex {
    guard let bytes = try? fileSystem.read(file, limit: RegistryIndex.byteLimit) else {
      return RegistryIndex()
    }
    return RegistryIndex(bytes: bytes) ?? RegistryIndex()
  }

  /// Keeps what was seen, if that is worth it; whether it can be written does not matter to anybody.
  func keep(_ files: IndexedFiles) {
    guard files.lookupCount >= RegistryLimit.indexedLookups, (try? fileSystem.createDirectory(folder)) != nil,
      let scratch = try? fileSystem.createUniqueDirectory(folder)
    else { return }
    // The registry's own times are by the clock of its file system, which this folder usually shares.
    let now = (try? fileSystem.attributes(scratch))?.modified
    try? fileSystem.remove(scratch)
    guard let now, let index = files.index(at: now) else { return }
    try? fileSystem.write(index.bytes, file)
  }
}
