import Diagnostics
import Foundation

extension RemoteMirror {
  /// Makes the mirror hold what is wanted, as it is at the address now.
  ///
  /// - Parameters:
  ///   - needs: What is wanted. What the mirror held before and is still there stays, also if it is not wanted now.
  ///   - progress: Told how far it is, from another task, about once a second.
  /// - Returns: The local folder, and what was left out.
  /// - Throws: ``RemoteError``; the mirror then holds what it held.
  /// - Complexity: O(n log n) for n files at the address.
  public func refresh(
    _ needs: RemoteNeeds = .everything, progress: (@Sendable (RemoteProgress) -> Void)? = nil
  ) async throws(RemoteError) -> MirroredRegistry {
    let lock = try await lock(progress)
    defer { withExtendedLifetime(lock) {} }
    progress?(RemoteProgress(.listing))
    let scope = try scope(of: needs)
    let source = scope.isEmpty ? address : address.appending(scope)
    let features = try await rclone.features(of: source)
    let time = Date()
    let listing = try await rclone.list(source, features, requiresFolder: true)
    var plan = MirrorPlan(
      listing.files.map { file in
        var file = file
        file.path = FilePath.join(scope, file.path)
        return file
      }, needs)
    guard !listing.isEmpty else {
      throw RemoteError(
        .notFound, address: source.description,
        detail: "There is nothing here. Check how the address is spelt, and that something was saved to it.")
    }
    do throws(FileSystemError) {
      try plan.compare(with: files, scope: scope, MirrorManifest(at: manifestPath, in: fileSystem))
      try prepare(&plan)
    } catch {
      throw RemoteError(error, address: address)
    }
    try await fetch(plan, features, progress)
    var log = listing.log
    do throws(FileSystemError) {
      try install(&plan, listedAt: time, &log)
    } catch {
      throw RemoteError(error, address: address)
    }
    return MirroredRegistry(
      path: path, isRegistry: plan.isRegistry, diagnostics: log.diagnostics,
      filesFetched: plan.fetches.count, bytesFetched: plan.bytesToFetch, filesRemoved: plan.vanished)
  }

  private func scope(of needs: RemoteNeeds) throws(RemoteError) -> String {
    guard case .run(let run) = needs, !run.isEmpty else { return "" }
    if let problem = RemotePath.problem(ofListed: run) {
      throw RemoteError(.invalidAddress, address: run, detail: "This path of a run is refused: \(problem).")
    }
    return run
  }

  private func lock(
    _ progress: (@Sendable (RemoteProgress) -> Void)?
  ) async throws(RemoteError) -> FileLock {
    do throws(FileSystemError) {
      try fileSystem.createDirectory(files.path)
      // Runs may be nobody else's business.
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
      try fileSystem.write(Array((address.description + "\n").utf8), FilePath.join(folder, "address"))
      var isWaiting = false
      while true {
        if let lock = try fileSystem.lock(folder, false) { return lock }
        if !isWaiting { progress?(RemoteProgress(.waiting)) }
        isWaiting = true
        try? await Task.sleep(for: .milliseconds(100))
        if Task.isCancelled { break }
      }
    } catch {
      throw RemoteError(error, address: address)
    }
    throw RemoteError(.cancelled, address: address.description, detail: "This was cancelled while it waited.")
  }

  /// Keeps of the folder of incoming files what an interrupted transfer left and is still right.
  private func prepare(_ plan: inout MirrorPlan) throws(FileSystemError) {
    let arrived = MirrorManifest(at: incomingManifestPath, in: fileSystem)
    let wanted = Dictionary(uniqueKeysWithValues: plan.fetches.map { (ExactString($0.path), $0) })
    for entry in try incoming.files() {
      if let file = wanted[ExactString(entry.path)], arrived.isCurrent(file), entry.size != nil,
        file.size == nil || entry.size == file.size
      {
        plan.arrived.insert(ExactString(entry.path))
      } else {
        try incoming.remove(entry.path)
      }
    }
    var manifest = MirrorManifest()
    for file in plan.fetches { manifest.add(file) }
    try fileSystem.createDirectory(incoming.path)
    try manifest.write(to: incomingManifestPath, in: fileSystem)
  }

  private func fetch(
    _ plan: MirrorPlan, _ features: RemoteFeatures, _ progress: (@Sendable (RemoteProgress) -> Void)?
  ) async throws(RemoteError) {
    let missing = plan.fetches.filter { !plan.arrived.contains(ExactString($0.path)) }
    guard !missing.isEmpty else { return }
    let start = RemoteProgress(
      .fetching, files: missing.count, bytes: missing.reduce(0) { $0 &+ ($1.size ?? 0) })
    progress?(start)
    // Object stores answer many at once, and records are many and small; other servers may refuse that.
    let parallel = features.isObjectStore ? ["--transfers=16", "--checkers=32"] : []
    _ = try await rclone.transfer(
      ["copy", "--ignore-times", "--no-traverse"] + parallel + [address.rcloneFolder, incoming.path],
      for: address,
      paths: missing.map(\.path), doing: "Fetching"
    ) { statistics in progress?(start.advanced(to: statistics)) }
  }

  /// Removes what is no longer right and moves what arrived into place.
  private func install(
    _ plan: inout MirrorPlan, listedAt time: Date, _ log: inout DiagnosticLog
  ) throws(FileSystemError) {
    var manifest = MirrorManifest(at: manifestPath, in: fileSystem)
    // Records go first and come last, so that no record names a file that is not there.
    for path in plan.removals {
      try files.remove(path)
      manifest.remove(path)
    }
    for file in plan.fetches {
      let arrived = try? fileSystem.attributes(FilePath.join(incoming.path, file.path))
      guard let arrived, arrived.kind == .file else {
        log.add(
          Diagnostic(
            .warning, Diagnostic.Kind("remote.vanished"), at: SourcePlace(path: address.description),
            found: "\(VisibleText.quoting(file.path, limit: 200)), listed but not there when it was fetched",
            expected: "a file", consequence: "It is left out; do this again to see it as it is now."))
        continue
      }
      try files.take(file.path, from: incoming)
      manifest.remove(file.path)
      let isAsListed = file.size == nil || file.size == arrived.size
      if isAsListed, file.isSettled(at: time) { manifest.add(file) }
    }
    try manifest.write(to: manifestPath, in: fileSystem)
    try incoming.removeAll()
  }
}

extension RemoteFile {
  /// Whether size and time are enough to tell that the file did not change since: it has a hash, or changed more than
  /// a minute before it was listed, whatever the clocks say.
  fileprivate func isSettled(at time: Date) -> Bool {
    if !hash.isEmpty { return true }
    let seconds = self.time.prefix { $0 != "." && $0 != "Z" }
    guard let changed = try? Date(String(seconds) + "Z", strategy: .iso8601) else { return false }
    return changed < time.addingTimeInterval(-60)
  }
}
