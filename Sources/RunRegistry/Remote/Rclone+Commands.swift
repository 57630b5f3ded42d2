import Diagnostics

extension Rclone {
  /// What a command writes to standard output; it fails if the command does.
  func text(
    _ arguments: [String], for address: RemoteAddress? = nil, limit: Int, doing action: String = "This"
  ) async throws(RemoteError) -> [UInt8] {
    let ending = try await execute(
      arguments, for: address.map { [$0] } ?? [], reading: RcloneText(limit: limit))
    guard ending.code == 0 else {
      guard let address else {
        throw RemoteError(
          .failed, address: path,
          detail: scrubber.scrub(
            (ending.log.errors + ["It ended with code \(ending.code)."]).joined(separator: " ")))
      }
      throw RcloneFailure(ending.log).error(action, address, scrubber)
    }
    return ending.output.bytes
  }

  /// What the storage of an address can do; rclone is asked only about its own configured remotes.
  func features(of address: RemoteAddress) async throws(RemoteError) -> RemoteFeatures {
    if let known = RemoteFeatures(of: address.store) { return known }
    let bytes = try await text(
      ["backend", "features", requests, address.rcloneFolder], for: address, limit: 1 << 20,
      doing: "Connecting")
    return RemoteFeatures(json: bytes, address)
  }

  /// The files below an address.
  ///
  /// Empty if there is no such folder, which object stores cannot tell from an empty one; a bucket that is not there
  /// is an error only where `requiresFolder`.
  func list(
    _ address: RemoteAddress, _ features: RemoteFeatures, options: [String] = ["--recursive"],
    requiresFolder: Bool = false
  ) async throws(RemoteError) -> RemoteListing {
    let hashes = features.hasListedHashes ? ["--hash", "--hash-type", features.hash] : []
    let ending = try await execute(
      ["lsjson", "--no-mimetype", "--use-server-modtime", requests] + options + hashes + [
        address.rcloneFolder
      ],
      for: [address], reading: RemoteListingReader(address))
    guard ending.code == 0 else {
      let isMissing = ending.code == 3 || ending.code == 4
      if isMissing, !requiresFolder { return RemoteListing() }
      throw RcloneFailure(ending.log).error("Listing", address, scrubber)
    }
    return try ending.output.finished()
  }

  /// Copies, syncs or deletes, and reports how it went.
  ///
  /// - Throws: ``RemoteError`` also if rclone failed.
  func transfer(
    _ arguments: [String], for address: RemoteAddress, paths: [String]? = nil, doing action: String,
    progress: (@Sendable (RcloneLog.Statistics) -> Void)? = nil
  ) async throws(RemoteError) -> RcloneLog {
    let ending = try await attemptTransfer(arguments, for: address, paths: paths, progress: progress)
    guard ending.code == 0 else { throw RcloneFailure(ending.log).error(action, address, scrubber) }
    return ending.log
  }

  /// Does what ``transfer(_:for:paths:doing:progress:)`` does, and leaves it to the caller what a failure means.
  func attemptTransfer(
    _ arguments: [String], for address: RemoteAddress, paths: [String]? = nil,
    progress: (@Sendable (RcloneLog.Statistics) -> Void)? = nil
  ) async throws(RemoteError) -> Ending<RcloneText> {
    let list = paths.map { $0.map { $0 + "\n" }.joined() }
    let options = [
      "--log-level=INFO", "--stats=1s", "--low-level-retries=\(patience.transferRequests)",
      "--retries=\(patience.transfers)",
    ]
    return try await execute(
      arguments + options + (list == nil ? [] : ["--files-from-raw", "-"]), for: [address], input: list ?? "",
      reading: RcloneText(limit: 1 << 20), progress: progress)
  }

  private var requests: String { "--low-level-retries=\(patience.requests)" }
}
