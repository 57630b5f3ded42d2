import Diagnostics
import RunModel

/// The folder in which a run is made before it is moved to its place.
///
/// Its lock says that somebody is still at work in it. What it holds when all is done, nothing or the run that was
/// replaced, goes with ``discard()``.
struct RunStaging {
  /// The folder.
  let path: String
  private let fileSystem: FileSystem
  private let lock: FileLock?

  /// A new folder in `workshop`; folders there that nobody works in are removed.
  ///
  /// The caller holds the registry's lock, so that none is taken for abandoned between its making and its locking.
  init(in workshop: String, _ fileSystem: FileSystem) throws(RegistryError) {
    self.fileSystem = fileSystem
    do throws(FileSystemError) {
      Self.sweep(workshop, fileSystem)
      path = try fileSystem.createUniqueDirectory(workshop)
      do throws(FileSystemError) {
        lock = try fileSystem.lock(path, false)
      } catch {
        guard error.reason == .notSupported else { throw error }
        lock = nil
      }
    } catch {
      throw RegistryError(error)
    }
  }

  /// Writes the artifacts' files.
  ///
  /// - Parameters:
  ///   - artifacts: What to write; what is missing is passed over.
  ///   - folder: A folder whose files are never changed in place: they get a second name. All others are copied.
  /// - Throws: ``RegistryError`` if a file cannot be read or written.
  func write(_ artifacts: [Artifact], sharing folder: String?) throws(RegistryError) {
    for artifact in artifacts {
      let target = FilePath.join(artifactFolder, artifact.filename)
      switch artifact.content {
      case .missing: continue
      case .bytes(let bytes):
        try put(target) { () throws(FileSystemError) in try fileSystem.write(bytes, target) }
      case .file(let source):
        let isOwn = folder.map { fileSystem.isInside(source, folder: $0) } ?? false
        do throws(FileSystemError) {
          let size = try fileSystem.open(source).size
          if size > RegistryLimit.artifactBytes { throw FileSystemError(.tooLarge, path: source) }
        } catch {
          throw RegistryError(
            .missingArtifact, path: source,
            detail: "The file for artifact \(VisibleText.quoting(artifact.id.text)) cannot be read: "
              + "\(error.reason.words). Nothing was recorded.")
        }
        try put(target) { () throws(FileSystemError) in
          if isOwn { try share(source, target) } else { try fileSystem.copy(source, target) }
        }
      }
    }
  }

  /// Gives every other file of the run in `folder` a second name here, if its record is still `record`.
  func carry(_ folder: String, ifRecordIs record: [UInt8]) throws(RegistryError) {
    do throws(FileSystemError) {
      let present = try fileSystem.read(
        FilePath.join(folder, RegistryLayout.metadata), limit: RegistryLimit.metadataBytes)
      guard present == record else {
        throw FileSystemError(.exists, path: folder)
      }
      try carry(folder, to: path)
    } catch {
      guard error.reason == .exists else { throw RegistryError(error) }
      throw RegistryError(
        .runChanged, path: folder,
        detail: "Somebody else changed this run since it was read; read it again, and add to that.")
    }
  }

  /// Writes the record, which makes the folder a run, and waits until all of it would survive the loss of power.
  func seal(_ record: [UInt8]) throws(RegistryError) {
    guard record.count <= RegistryLimit.metadataBytes else {
      throw RegistryError(
        .tooLarge, path: RegistryLayout.metadata,
        detail:
          "The record would have \(record.count) bytes, and no more than \(RegistryLimit.metadataBytes) can be read "
          + "again. Log fewer points of its metrics, or keep them as an artifact.")
    }
    let target = FilePath.join(path, RegistryLayout.metadata)
    try put(target) { () throws(FileSystemError) in try fileSystem.write(record, target) }
    do throws(FileSystemError) {
      try FileTree(fileSystem).synchronize(path)
    } catch {
      throw RegistryError(error)
    }
  }

  /// Removes the folder and what is in it; what cannot be removed is left for the next writer.
  func discard() {
    try? FileTree(fileSystem).remove(path)
    withExtendedLifetime(lock) {}
  }

  private var artifactFolder: String { FilePath.join(path, RegistryLayout.artifacts) }

  private func put(_ target: String, _ write: () throws(FileSystemError) -> Void) throws(RegistryError) {
    do throws(FileSystemError) {
      try fileSystem.createDirectory(FilePath.parent(of: target))
      try write()
    } catch {
      throw RegistryError(error)
    }
  }

  /// A second name for a file, or a copy where there can be none.
  private func share(_ source: String, _ target: String) throws(FileSystemError) {
    do throws(FileSystemError) {
      try fileSystem.link(source, target)
    } catch {
      guard error.reason == .notSupported || error.reason == .permissionDenied else { throw error }
      try fileSystem.copy(source, target)
    }
  }

  /// Shares all of `source` that `target` has not got yet, folder by folder.
  private func carry(_ source: String, to target: String) throws(FileSystemError) {
    for entry in try fileSystem.list(source) {
      let from = FilePath.join(source, entry.name)
      let to = FilePath.join(target, entry.name)
      if entry.name == RegistryLayout.metadata, target == path { continue }
      if entry.kind == .directory {
        if !fileSystem.exists(to) { try fileSystem.createDirectory(to) }
        if fileSystem.isDirectory(to) { try carry(from, to: to) }
      } else if !fileSystem.exists(to) {
        try share(from, to)
      }
    }
  }

  /// Removes the folders of writers that are gone.
  private static func sweep(_ workshop: String, _ fileSystem: FileSystem) {
    guard let entries = try? fileSystem.list(workshop) else { return }
    for entry in entries where entry.kind == .directory && entry.name.hasPrefix(".assay-") {
      let path = FilePath.join(workshop, entry.name)
      guard let lock = try? fileSystem.lock(path, false) else { continue }
      try? FileTree(fileSystem).remove(path)
      withExtendedLifetime(lock) {}
    }
  }
}
