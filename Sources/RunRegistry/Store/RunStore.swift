public import RunModel

/// A registry on this machine or on another one, for who saves runs and now and then needs one again.
///
/// ```swift
/// let store: any RunStore = LocalRunStore(Registry(path: "registry"))
/// let saved = try await store.save(draft, overwrite: false)
/// let run = try await store.registry(with: saved.id).run(saved.id).run
/// ```
public protocol RunStore: Sendable {
  /// Where it is: a path or an address.
  var place: String { get }

  /// Whether there is a run of this id.
  ///
  /// - Throws: ``RemoteError`` where that cannot be found out.
  func contains(_ id: RunID) async throws -> Bool

  /// A registry on this machine in which the run of this id can be read with its files.
  ///
  /// - Throws: ``RemoteError`` if the run cannot be fetched.
  func registry(with id: RunID) async throws -> Registry

  /// Saves a run; of an id that is there only if `overwrite` says so.
  ///
  /// - Throws: ``RegistryError``, such as ``RegistryError/Reason/runExists``, or ``RemoteError``.
  func save(_ draft: ExperimentRun, overwrite: Bool) async throws -> SavedRun

  /// Gives a run that is there another status; all else of it stays.
  ///
  /// - Throws: ``RegistryError`` or ``RemoteError``; the run is then as it was.
  func mark(_ id: RunID, as status: RunStatus) async throws
}
