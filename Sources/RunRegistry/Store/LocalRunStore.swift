import Dispatch
public import RunModel

/// A registry in a folder of this machine.
public struct LocalRunStore: RunStore {
  private let registry: Registry

  /// The store of a registry.
  public init(_ registry: Registry) {
    self.registry = registry
  }

  /// The registry's path.
  public var place: String { registry.path }

  /// Whether there is a run of this id.
  public func contains(_ id: RunID) async throws -> Bool { registry.contains(id) }

  /// The registry itself.
  public func registry(with id: RunID) async throws -> Registry { registry }

  /// Saves a run on a thread of its own: large files take long, and Swift's own threads shall go on meanwhile.
  ///
  /// - Throws: ``RegistryError``.
  public func save(_ draft: ExperimentRun, overwrite: Bool) async throws -> SavedRun {
    let registry = registry
    return try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<SavedRun, any Error>) in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try registry.save(draft, overwrite: overwrite) })
      }
    }
  }

  /// Gives a run another status; again if another writer came first.
  ///
  /// - Throws: ``RegistryError``.
  public func mark(_ id: RunID, as status: RunStatus) async throws {
    _ = try registry.change(id) { $0.run.status = status }
  }
}
