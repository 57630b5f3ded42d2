import Diagnostics
import RunModel

/// Puts one run in its place: made whole in a folder of its own, then moved there in one step.
///
/// A reader, and whoever kills the writer at any moment, finds the run as it was before or as it is after. Of several
/// writers of one id one wins; the others get the error. What a killed writer leaves behind lies in the workshop,
/// where no reader looks, and the next writer removes it.
struct RunWriter {
  /// Whether a run of the same id may be there, and what becomes of it.
  enum Mode {
    /// None may be there.
    case new
    /// It is replaced; none of its files is left.
    case overwriting
    /// It is continued if its record is still this one; its other files are kept.
    case adding(record: [UInt8])
  }

  /// Where to write.
  let fileSystem: FileSystem
  /// The folder that nothing leaves, and whose lock orders writers: the registry's, or the one above a single run.
  let root: String
  /// Where runs are made before they are moved: on the same volume as ``root``.
  let workshop: String

  /// The writer for the registry in `path`.
  init(registry path: String, fileSystem: FileSystem) {
    self.fileSystem = fileSystem
    root = path
    workshop = FilePath.join(path, RegistryLayout.workshop)
  }

  /// The writer for a run that has a folder of its own, in no registry.
  init(folder path: String, fileSystem: FileSystem) {
    self.fileSystem = fileSystem
    root = FilePath.parent(of: path)
    workshop = root
  }

  /// Writes `run`, whose artifacts were checked, into the first folder of `places` that is free or that `mode` allows
  /// to be replaced.
  ///
  /// - Parameters:
  ///   - run: The run; its id is that of the place.
  ///   - timestamp: When it was started.
  ///   - mode: What may be in the place.
  ///   - places: Ids with their folders, in order of preference; only the last one's occupation is an error.
  ///   - marking: Makes the files that mark the folders above a run.
  /// - Returns: The place that was taken.
  /// - Throws: ``RegistryError``; then what was there before is there still.
  func write(
    _ run: Run, at timestamp: UTCTimestamp, _ mode: Mode, places: some Sequence<SavedRun>,
    marking: (RunID) throws(RegistryError) -> Void
  ) throws(RegistryError) -> SavedRun {
    try makeFolder(workshop)
    let staging = try stage()
    defer { staging.discard() }
    try staging.write(run.artifacts, sharing: sharedFolder(mode, run))
    let notesAreArtifact =
      run.notes != nil && RunNotes(fileSystem: fileSystem).text(of: run)?.text == run.notes
    // From here to the end nobody else changes the registry: what is checked still holds when the run is moved.
    let lock = try exclusively()
    defer { withExtendedLifetime(lock) {} }
    var occupied: RegistryError?
    for place in places {
      if case .new = mode, fileSystem.exists(FilePath.join(place.path, RegistryLayout.metadata)) {
        occupied = .runExists(at: place.path)
        continue
      }
      try refuseOverlap(of: place)
      try refuseOtherIDs(at: place)
      if case .adding(let record) = mode { try staging.carry(place.path, ifRecordIs: record) }
      var written = run
      written.id = place.id
      let record = MetadataWriter(run: written, timestamp: timestamp, notesAreArtifact: notesAreArtifact)
      try staging.seal(record.bytes())
      try makeFolder(FilePath.parent(of: place.path))
      try marking(place.id)
      try move(staging, to: place, mode)
      return place
    }
    throw occupied ?? .runExists(at: root)
  }

  /// The folder whose files get a second name instead of being copied: that of the run that is continued.
  private func sharedFolder(_ mode: Mode, _ run: Run) -> String? {
    if case .adding = mode { run.folder } else { nil }
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
    try attempt { () throws(FileSystemError) in try fileSystem.createDirectory(path) }
  }

  /// Writes a whole file that survives the loss of power.
  func put(_ bytes: [UInt8], at path: String) throws(RegistryError) {
    try attempt { () throws(FileSystemError) in
      try fileSystem.write(bytes, path)
      try fileSystem.synchronize(path)
    }
  }

  /// Waits until no other writer is at work; none begins while the lock is held.
  ///
  /// - Returns: Nil where the file system has no locks; then only the moves themselves keep writers apart.
  func exclusively() throws(RegistryError) -> FileLock? {
    do throws(FileSystemError) {
      return try fileSystem.lock(root, true)
    } catch {
      if error.reason == .notSupported { return nil }
      throw RegistryError(error)
    }
  }

  /// Moves what is staged to its place, and what was there into the workshop or the trash.
  private func move(_ staging: RunStaging, to place: SavedRun, _ mode: Mode) throws(RegistryError) {
    let isThere = fileSystem.exists(place.path)
    try attempt { () throws(FileSystemError) in
      if isThere, fileSystem.exists(FilePath.join(place.path, RegistryLayout.metadata)) {
        do throws(FileSystemError) {
          try fileSystem.exchange(staging.path, place.path)
        } catch {
          guard error.reason == .notSupported else { throw error }
          let old = try RegistryTrash(writer: self).take(place)
          try fileSystem.renameExclusively(staging.path, place.path)
          try FileTree(fileSystem).remove(old)
        }
      } else {
        // A folder without a record is no run, but somebody's files: they are not ours to remove.
        if isThere { _ = try RegistryTrash(writer: self).take(place) }
        try fileSystem.renameExclusively(staging.path, place.path)
      }
      var folder = FilePath.parent(of: place.path)
      while folder != root, folder.utf8.count > root.utf8.count {
        try fileSystem.synchronize(folder)
        folder = FilePath.parent(of: folder)
      }
      try fileSystem.synchronize(root)
    }
  }

  /// A folder for making a run in; those that killed writers left are removed first.
  private func stage() throws(RegistryError) -> RunStaging {
    let lock = try exclusively()
    defer { withExtendedLifetime(lock) {} }
    return try RunStaging(in: workshop, fileSystem)
  }

  private func attempt(_ body: () throws(FileSystemError) -> Void) throws(RegistryError) {
    do throws(FileSystemError) {
      try body()
    } catch {
      throw RegistryError(error)
    }
  }
}
