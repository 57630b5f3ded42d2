import Diagnostics
import RunModel

/// Brings one run from a registry on this machine to one on another.
struct RunUpload: Sendable {
  /// What may be there already.
  enum Mode: Hashable, Sendable {
    /// Nothing.
    case new
    /// A run, which is replaced.
    case replacing
    /// The run that was fetched and added to.
    case adding
  }

  /// The run.
  let id: RunID
  /// The registry on this machine.
  let root: LocalTree
  /// The registry on the other.
  let address: RemoteAddress
  let rclone: Rclone
  let features: RemoteFeatures
  let progress: (@Sendable (RemoteProgress) -> Void)?

  private var fetched: [ExactString: FileAttributes] = [:]
  private var fetchedRecord: [UInt8]?

  /// An upload of a run that is on this machine, or will be.
  init(
    id: RunID, root: LocalTree, address: RemoteAddress, rclone: Rclone, features: RemoteFeatures,
    progress: (@Sendable (RemoteProgress) -> Void)?
  ) {
    self.id = id
    self.root = root
    self.address = address
    self.rclone = rclone
    self.features = features
    self.progress = progress
  }

  private var folder: String { RegistryLayout.folder(of: id) }
  private var recordPath: String { FilePath.join(folder, RegistryLayout.metadata) }
  private var recordAddress: RemoteAddress { address.appending(recordPath) }

  /// Remembers what was fetched, so that only what changes then is sent.
  mutating func rememberPresentState() throws(RemoteError) {
    for entry in try local({ () throws(FileSystemError) in try root.files(below: folder) }) {
      fetched[ExactString(entry.path)] = try? root.fileSystem.attributes(FilePath.join(root.path, entry.path))
    }
    fetchedRecord = try record()
  }

  /// Sends the run: index files, artifacts, the record; then looks whether it is there.
  func send(_ mode: Mode) async throws {
    let there = try await rclone.list(address.appending(folder), features)
    if mode == .new, there.contains(RegistryLayout.metadata) { throw runExists }
    let files = try local { () throws(FileSystemError) in try root.files(below: folder) }
    let artifacts = files.filter { $0.path != recordPath && !isAsFetched($0) }
    try await sendIndexFiles()
    try await send(artifacts)
    let record = try record()
    switch mode {
    case .new: try await sendNewRecord(record)
    case .replacing, .adding: try await replaceRecord(record, mode)
    }
    let afterwards = try await rclone.list(address.appending(folder), features)
    try compare(artifacts, with: afterwards)
    if mode == .replacing { try await removeArtifacts(of: afterwards, except: files) }
  }

  private func sendIndexFiles() async throws(RemoteError) {
    let variant = FilePath.parent(of: folder)
    let paths = [
      RegistryLayout.registryMarker,
      FilePath.join(id.experiment.text, RegistryLayout.experimentMarker),
      FilePath.join(FilePath.join(id.experiment.text, id.variant.text), RegistryLayout.variantMarker),
    ].filter { root.fileSystem.exists(FilePath.join(root.path, $0)) }
    guard !paths.isEmpty else { return }
    _ = try await rclone.transfer(
      ["copy", "--ignore-existing", "--no-traverse", root.path, address.rcloneFolder], for: address,
      paths: paths,
      doing: "Uploading the index files of \(VisibleText.quoting(variant))")
  }

  private func send(_ artifacts: [LocalTree.Entry]) async throws(RemoteError) {
    guard !artifacts.isEmpty else { return }
    let start = RemoteProgress(
      .uploading, files: artifacts.count, bytes: artifacts.reduce(0) { $0 &+ ($1.size ?? 0) })
    progress?(start)
    // Where there are no hashes, all is sent: files of one size may differ.
    let comparison = features.hasListedHashes ? "--checksum" : "--ignore-times"
    _ = try await rclone.transfer(
      ["copy", comparison, "--no-traverse", root.path, address.rcloneFolder], for: address,
      paths: artifacts.map(\.path), doing: "Uploading the artifacts"
    ) { statistics in progress?(start.advanced(to: statistics)) }
  }

  private func sendNewRecord(_ record: [UInt8]) async throws {
    let isConditional = features.isS3 && rclone.version >= .withConditionalUploads
    if !isConditional, try await isRecordThere() { throw runExists }
    let condition = isConditional ? ["--header-upload", "If-None-Match: *"] : []
    let ending = try await rclone.attemptTransfer(
      ["copyto", "--no-check-dest"] + condition + [
        FilePath.join(root.path, recordPath), recordAddress.rclonePath,
      ],
      for: recordAddress)
    if ending.code != 0 {
      let failure = RcloneFailure(ending.log)
      // An answer that was lost looks like this too: then what is there is what was sent.
      guard failure.isRefusedByCondition else {
        throw failure.error("Uploading the record", recordAddress, rclone.scrubber)
      }
    }
    guard try await uploadedRecord(limit: record.count) == record else { throw runExists }
  }

  private func replaceRecord(_ record: [UInt8], _ mode: Mode) async throws {
    if mode == .adding, let fetchedRecord,
      try await uploadedRecord(limit: fetchedRecord.count) != fetchedRecord
    {
      throw RemoteError(
        .changed, address: recordAddress.description,
        detail: "Another program changed this run meanwhile; its record was left as it is. Add to it again.")
    }
    _ = try await rclone.transfer(
      ["copyto", "--ignore-times", FilePath.join(root.path, recordPath), recordAddress.rclonePath],
      for: recordAddress, doing: "Uploading the record")
    guard try await uploadedRecord(limit: record.count) == record else {
      throw RemoteError(
        .changed, address: recordAddress.description,
        detail: "Another program saved this run at the same time, and its record counts.")
    }
  }

  /// Refuses to call a run saved of which a file is missing or of another size.
  private func compare(_ artifacts: [LocalTree.Entry], with listing: RemoteListing) throws(RemoteError) {
    let sizes = Dictionary(uniqueKeysWithValues: listing.files.map { (ExactString($0.path), $0.size) })
    for artifact in artifacts {
      let size = sizes[ExactString(FilePath.relative(artifact.path, to: folder))]
      guard let size, size == nil || size == artifact.size else {
        throw RemoteError(
          .changed, address: address.appending(artifact.path).description,
          detail:
            "This file is not there as it was uploaded; another program may save the same run. The record "
            + "is there; save the run again under an id of its own.")
      }
    }
  }

  /// Deletes what lies in the artifact folder and is no longer the run's.
  private func removeArtifacts(
    of listing: RemoteListing, except files: [LocalTree.Entry]
  ) async throws(RemoteError) {
    let kept = Set(files.map { ExactString($0.path) })
    let stale = listing.files.filter { $0.path.hasPrefix(RegistryLayout.artifacts + "/") }
      .map { FilePath.join(folder, $0.path) }.filter { !kept.contains(ExactString($0)) }
    guard !stale.isEmpty else { return }
    _ = try await rclone.transfer(
      ["delete", address.rcloneFolder], for: address, paths: stale, doing: "Deleting old artifacts")
  }

  private func isRecordThere() async throws(RemoteError) -> Bool {
    try await rclone.list(address.appending(folder), features, options: ["--max-depth", "1"])
      .contains(RegistryLayout.metadata)
  }

  /// The record that is there, or what begins it if it is longer than `limit` and thus another's.
  private func uploadedRecord(limit: Int) async throws(RemoteError) -> [UInt8] {
    try await rclone.text(
      ["cat", "--count", String(limit + 1), recordAddress.rclonePath], for: recordAddress, limit: limit + 1,
      doing: "Reading the record back")
  }

  private func record() throws(RemoteError) -> [UInt8] {
    try local { () throws(FileSystemError) in
      try root.fileSystem.read(FilePath.join(root.path, recordPath), limit: RegistryLimit.metadataBytes)
    }
  }

  private func isAsFetched(_ entry: LocalTree.Entry) -> Bool {
    guard let before = fetched[ExactString(entry.path)] else { return false }
    return (try? root.fileSystem.attributes(FilePath.join(root.path, entry.path))) == before
  }

  private var runExists: RegistryError {
    RegistryError(
      .runExists, path: address.appending(folder).description,
      detail: "A run already exists here. Overwrite it, add to it, or choose another run id.")
  }

  private func local<Value>(
    _ body: () throws(FileSystemError) -> Value
  ) throws(RemoteError) -> Value {
    do throws(FileSystemError) { return try body() } catch { throw RemoteError(error, address: address) }
  }
}
