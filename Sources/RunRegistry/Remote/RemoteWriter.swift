import Diagnostics
public import RunModel

/// Saves runs to a registry on another machine.
///
/// A run is made in a folder of this machine, as ``Registry`` makes it, and then goes up: index files that are not
/// there, the artifacts, and last the record. Without a record there is no run, so an upload that was cut leaves none
/// and is simply done again.
///
/// **A run that is there is never replaced** unless `overwrite` says so. Whether it is there is looked up before
/// anything goes up. On S3, with rclone 1.72 or later, the record goes up on the condition that there is none, so of
/// two programs one is refused. Everywhere the record is read back afterwards: where another program's stands there,
/// this one is told that the run exists. What remains is a gap: elsewhere than on S3 of two programs that save the
/// same id in the same moment the last record counts, and both may believe to have saved if one reads back before the
/// other writes; and artifacts of one name may be the other's, which the sizes that are compared at the end show only
/// if they differ. Give runs ids of their own where many machines log.
///
/// Replacing and adding are not one step either: new artifacts go up, then the record is replaced, then artifacts that
/// nothing names any more are deleted. A reader in between sees the old record with new files.
///
/// ```swift
/// let writer = RemoteWriter(to: try RemoteAddress("s3://bucket/registry"), by: try await .find())
/// let saved = try await writer.save(draft)  // path: s3://bucket/registry/digits/main/2026_03_02__09_10_07
/// ```
public struct RemoteWriter: Sendable {
  /// The registry.
  public let address: RemoteAddress
  let rclone: Rclone

  /// A writer to the registry at an address; nothing is made yet.
  public init(to address: RemoteAddress, by rclone: Rclone) {
    self.address = address
    self.rclone = rclone
  }

  /// Whether there is a run of this id; none has an id that leads out of the registry.
  ///
  /// - Throws: ``RemoteError``.
  public func contains(_ id: RunID) async throws(RemoteError) -> Bool {
    guard RemotePath.problem(ofListed: id.description) == nil else { return false }
    let folder = address.appending(RegistryLayout.folder(of: id))
    let features = try await rclone.features(of: address)
    return try await rclone.list(folder, features, options: ["--max-depth", "1"])
      .contains(RegistryLayout.metadata)
  }

  /// Saves a run.
  ///
  /// An id that was not given is made from the run's time, with `_0002`, `_0003`, … if there are runs of that second
  /// already.
  ///
  /// - Parameters:
  ///   - draft: The run; one that continues a local run is saved whole.
  ///   - overwrite: Whether a run of the same id is replaced.
  ///   - createdAt: The time that goes into new index files; the run's own where absent.
  ///   - progress: Told how far it is, from another task, about once a second.
  /// - Returns: The run's id, and its folder as an address.
  /// - Throws: ``RegistryError``, such as ``RegistryError/Reason/runExists``, or ``RemoteError``; the registry then has
  ///   no new run.
  public func save(
    _ draft: ExperimentRun, overwrite: Bool = false, createdAt: UTCTimestamp? = nil,
    progress: (@Sendable (RemoteProgress) -> Void)? = nil
  ) async throws -> SavedRun {
    let stage = try RemoteStage(for: address)
    defer { withExtendedLifetime(stage) {} }
    let features = try await rclone.features(of: address)
    if !draft.hasGivenID { try await reserveNames(like: draft.run.id, in: stage, features) }
    let saved = try Registry(path: stage.path).save(draft, createdAt: createdAt)
    let upload = RunUpload(
      id: saved.id, root: LocalTree(path: stage.path, fileSystem: .disk), address: address, rclone: rclone,
      features: features, progress: progress)
    try await upload.send(overwrite ? .replacing : .new)
    return SavedRun(id: saved.id, path: address.appending(RegistryLayout.folder(of: saved.id)).description)
  }

  /// Adds to a run that is there: fetches it, lets `edit` log into it, and uploads what changed.
  ///
  /// Files that the run does not name stay. If the record changed meanwhile, nothing is replaced.
  ///
  /// - Throws: ``RegistryError``, ``SourceError``, ``RemoteError`` or what `edit` throws.
  public func add(
    to id: RunID, progress: (@Sendable (RemoteProgress) -> Void)? = nil,
    editing edit: (inout ExperimentRun) throws -> Void
  ) async throws -> SavedRun {
    let stage = try RemoteStage(for: address)
    defer { withExtendedLifetime(stage) {} }
    let mirror = RemoteMirror(of: address, by: rclone, cacheFolder: stage.path)
    _ = try await mirror.refresh(.run(RegistryLayout.folder(of: id)), progress: progress)
    let registry = Registry(path: mirror.path)
    let features = try await rclone.features(of: address)
    var upload = RunUpload(
      id: id, root: mirror.files, address: address, rclone: rclone, features: features, progress: progress)
    try upload.rememberPresentState()
    var draft = try registry.draft(continuing: id)
    try edit(&draft)
    _ = try registry.save(draft)
    try await upload.send(.adding)
    return SavedRun(id: id, path: address.appending(RegistryLayout.folder(of: id)).description)
  }

  /// Marks the names of runs of the same second as taken, so that the registry chooses one that is free.
  private func reserveNames(
    like id: RunID, in stage: RemoteStage, _ features: RemoteFeatures
  ) async throws(RemoteError) {
    guard RemotePath.problem(ofListed: id.description) == nil else { return }
    let folder = FilePath.parent(of: RegistryLayout.folder(of: id))
    let options = ["--recursive", "--max-depth", "2"]
    let listing = try await rclone.list(address.appending(folder), features, options: options)
    for file in listing.files where FilePath.name(of: file.path) == RegistryLayout.metadata {
      let name = FilePath.parent(of: file.path)
      guard name.utf8.starts(with: FilePath.name(of: id.run.text).utf8) else { continue }
      do throws(FileSystemError) {
        let taken = FilePath.join(FilePath.join(stage.path, folder), name)
        try FileSystem.disk.createDirectory(taken)
        try FileSystem.disk.write(Array("{}".utf8), FilePath.join(taken, RegistryLayout.metadata))
      } catch {
        throw RemoteError(error, address: address)
      }
    }
  }
}
