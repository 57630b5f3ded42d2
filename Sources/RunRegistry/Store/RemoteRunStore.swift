public import RunModel

/// A registry on another machine: runs go up by a ``RemoteWriter``, and come back into a ``RemoteMirror``.
public struct RemoteRunStore: RunStore {
  private let writer: RemoteWriter
  private let mirror: RemoteMirror

  /// The store at an address.
  ///
  /// - Parameters:
  ///   - address: Where the registry is.
  ///   - rclone: What does the talking.
  ///   - cacheFolder: The folder of all mirrors, as ``RemoteMirror`` has it.
  public init(at address: RemoteAddress, by rclone: Rclone, cacheFolder: String? = nil) {
    writer = RemoteWriter(to: address, by: rclone)
    mirror = RemoteMirror(of: address, by: rclone, cacheFolder: cacheFolder)
  }

  /// The address, without anything secret.
  public var place: String { writer.address.description }

  /// Whether there is a run of this id.
  ///
  /// - Throws: ``RemoteError``.
  public func contains(_ id: RunID) async throws -> Bool { try await writer.contains(id) }

  /// The mirror, after the run was fetched.
  ///
  /// - Throws: ``RemoteError``.
  public func registry(with id: RunID) async throws -> Registry {
    let mirrored = try await mirror.refresh(.run(RegistryLayout.folder(of: id)))
    return Registry(path: mirrored.path)
  }

  /// Saves a run; see ``RemoteWriter`` for what two that save one id at the same time may meet.
  ///
  /// - Throws: ``RegistryError`` or ``RemoteError``.
  public func save(_ draft: ExperimentRun, overwrite: Bool) async throws -> SavedRun {
    try await writer.save(draft, overwrite: overwrite)
  }

  /// Gives a run another status; only its record is uploaded again.
  ///
  /// - Throws: ``RegistryError`` or ``RemoteError``.
  public func mark(_ id: RunID, as status: RunStatus) async throws {
    _ = try await writer.add(to: id) { $0.run.status = status }
  }
}
