public import Diagnostics
import RunModel

extension ExperimentRun {
  /// Writes the run into the folder `path`, in no registry: whole or not at all, as ``Registry/save(_:overwrite:createdAt:)``.
  ///
  /// - Parameters:
  ///   - path: The run's folder; the folders above it are made.
  ///   - fileSystem: Where it is.
  ///   - overwrite: Whether a run that is there is replaced; none of its files is left then.
  /// - Returns: The run's id and folder.
  /// - Throws: ``RegistryError``; then nothing was changed.
  public func save(
    to path: String, fileSystem: FileSystem = .disk, overwrite: Bool = false
  ) throws(RegistryError) -> SavedRun {
    let timestamp = try timestamp(or: nil, folder: path)
    let mode = try mode(in: path, overwrite: overwrite)
    let writer = RunWriter(folder: path, fileSystem: fileSystem)
    try writer.check(run.artifacts)
    return try writer.write(run, at: timestamp, mode, places: [SavedRun(id: run.id, path: path)]) { _ in }
  }

  /// The run's time, or `other`; the format requires one.
  func timestamp(or other: UTCTimestamp?, folder: String) throws(RegistryError) -> UTCTimestamp {
    if let timestamp = run.timestamp ?? other { return timestamp }
    throw RegistryError(
      .missingTimestamp, path: folder, detail: "The run has no time, and the format requires one; set it.")
  }

  /// What may be in the folder in which the run is saved.
  ///
  /// - Throws: ``RegistryError`` if an artifact has no content, unless the run continues one that has it.
  func mode(in folder: String, overwrite: Bool) throws(RegistryError) -> RunWriter.Mode {
    if let continues, continues.folder == folder { return .adding(record: continues.record) }
    if let missing = run.artifacts.first(where: { $0.content == .missing }) {
      throw RegistryError(
        .missingArtifact, path: missing.filename,
        detail:
          "Artifact \(VisibleText.quoting(missing.id.text)) has no content; remove it or give its bytes.")
    }
    return overwrite ? .overwriting : .new
  }
}
