import Diagnostics
import RunModel

/// Writes one run into its folder: artifacts first, the record last, each file whole or not at all.
///
/// A folder without a record is no run, so a reader never sees a new run that is not whole.
struct RunWriter {
  /// Where to write.
  let fileSystem: FileSystem
  /// The registry's folder.
  let root: String
  /// The run's folder.
  let folder: String

  /// Writes `run`, whose artifacts were checked; files that it does not name are removed from its artifacts if `removesOthers`.
  func write(_ run: Run, at timestamp: UTCTimestamp, removesOthers: Bool) throws(RegistryError) {
    let contents = try bytesInTheWay(of: run.artifacts)
    for artifact in run.artifacts { try write(artifact, bytes: contents[artifact.id]) }
    let notesAreArtifact =
      run.notes != nil && RunNotes(fileSystem: fileSystem).text(of: run)?.text == run.notes
    let record = MetadataWriter(run: run, timestamp: timestamp, notesAreArtifact: notesAreArtifact)
    try makeFolder(folder)
    try put(record.bytes(), at: FilePath.join(folder, RegistryLayout.metadata))
    if removesOthers { try removeFiles(except: run.artifacts) }
  }

  /// The path of an artifact's file.
  func path(of artifact: Artifact) -> String {
    FilePath.join(FilePath.join(folder, RegistryLayout.artifacts), artifact.filename)
  }

  /// Makes `path` and the folders above it, refusing to pass a link that leaves the registry.
  func makeFolder(_ path: String) throws(RegistryError) {
    var existing = path
    while existing != root, !fileSystem.exists(existing) { existing = FilePath.parent(of: existing) }
    if fileSystem.exists(root), !fileSystem.isInside(existing, folder: root) {
      throw RegistryError(
        .unsafeName, path: existing,
        detail: "This is a link that leads out of the registry; nothing was written.")
    }
    do throws(FileSystemError) {
      try fileSystem.createDirectory(path)
    } catch {
      throw RegistryError(error)
    }
  }

  /// Writes a whole file.
  func put(_ bytes: [UInt8], at path: String) throws(RegistryError) {
    do throws(FileSystemError) {
      try fileSystem.write(bytes, path)
    } catch {
      throw RegistryError(error)
    }
  }

  private func write(_ artifact: Artifact, bytes: [UInt8]?) throws(RegistryError) {
    let target = path(of: artifact)
    let content: [UInt8]
    switch artifact.content {
    case .bytes(let bytes): content = bytes
    case .file(target), .missing: return
    case .file(let source):
      if let bytes { content = bytes } else { content = try read(source, for: artifact) }
    }
    try makeRoom(for: artifact.filename)
    try makeFolder(FilePath.parent(of: target))
    try put(content, at: target)
  }

  private func read(_ source: String, for artifact: Artifact) throws(RegistryError) -> [UInt8] {
    do throws(FileSystemError) {
      return try fileSystem.read(source, limit: RegistryLimit.artifactBytes)
    } catch {
      throw RegistryError(
        .missingArtifact, path: source,
        detail: "The file for artifact \(VisibleText.quoting(artifact.id.text)) cannot be read: "
          + "\(error.reason.words). Nothing was recorded.")
    }
  }

  /// The bytes of artifacts that come from another file of this very run, read before that may be replaced.
  private func bytesInTheWay(of artifacts: [Artifact]) throws(RegistryError) -> [ExactString: [UInt8]] {
    var contents: [ExactString: [UInt8]] = [:]
    for artifact in artifacts {
      guard case .file(let source) = artifact.content, source != path(of: artifact),
        fileSystem.isInside(source, folder: folder)
      else { continue }
      contents[artifact.id] = try read(source, for: artifact)
    }
    return contents
  }

  /// Refuses file names that leave the artifact folder, and two artifacts that would be one file.
  func check(_ artifacts: [Artifact]) throws(RegistryError) {
    var owners: [ExactString: ExactString] = [:]
    for artifact in artifacts {
      if let problem = SafeName.problem(of: artifact.filename) {
        throw RegistryError(
          .unsafeName, path: artifact.filename,
          detail:
            "This cannot be the file name of artifact \(VisibleText.quoting(artifact.id.text)): \(problem).")
      }
      if let other = owners.updateValue(artifact.id, forKey: ExactString(artifact.filename)) {
        throw collision(artifact, with: other)
      }
    }
    for artifact in artifacts {
      var above = FilePath.parent(of: artifact.filename)
      while above != "." {
        if let other = owners[ExactString(above)] { throw collision(artifact, with: other) }
        above = FilePath.parent(of: above)
      }
    }
  }

  private func collision(_ artifact: Artifact, with other: ExactString) -> RegistryError {
    RegistryError(
      .duplicateFilename, path: artifact.filename,
      detail: "The artifacts \(VisibleText.quoting(other.text)) and \(VisibleText.quoting(artifact.id.text)) "
        + "would be written to one path; give one of them another file name.")
  }
}
