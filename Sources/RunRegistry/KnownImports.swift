import Crypto
import Diagnostics
import RunModel

/// The runs of a registry by what the sources that they were imported from call them.
struct KnownImports {
  /// What a tool calls a run.
  private struct Key: Hashable {
    var tool: String?
    var run: String
  }

  /// The ids of all runs.
  private(set) var ids: Set<RunID> = []
  private var byKey: [Key: [Run]] = [:]

  /// Reads the registry; one that is not there, or that nothing was finished in, has none.
  ///
  /// - Throws: ``SourceError`` if something is there that is not a registry.
  init(in registry: Registry) throws(SourceError) {
    guard registry.fileSystem.exists(registry.path) else { return }
    let entries = try? registry.fileSystem.list(registry.path)
    if let entries, entries.allSatisfy({ $0.name.hasPrefix(RegistryLayout.workshop) }) { return }
    for run in try registry.load().runs { add(run) }
  }

  /// Reads the registry again while the run `id` is written.
  init(in registry: Registry, whileWriting id: RunID) throws(RegistryError) {
    do throws(SourceError) {
      try self.init(in: registry)
    } catch {
      throw RegistryError(.unreadableRun, path: registry.path(of: id), detail: error.description)
    }
  }

  /// The run that is the same as `run` in its source.
  ///
  /// - Parameters:
  ///   - run: The run as its source has it.
  ///   - mark: The mark of its place, where what its tool calls it is unique only there.
  ///   - digest: The digest of its content: an equal run from another place is the same, whose source was moved.
  /// - Returns: Nil if there is none.
  func match(_ run: Run, mark: String?, digest: String) -> Run? {
    guard let key = Self.key(of: run), let candidates = byKey[key] else { return nil }
    guard let mark else { return candidates.first }
    return candidates.first { $0.provenance[SourceKey.place] == mark }
      ?? candidates.first { $0.provenance[SourceKey.digest] == digest }
  }

  /// Takes note of a run that is there now.
  mutating func add(_ run: Run) {
    ids.insert(run.id)
    guard let key = Self.key(of: run) else { return }
    byKey[key, default: []].removeAll { $0.id == run.id }
    byKey[key, default: []].append(run)
  }

  /// The mark of a place: nobody can read it back.
  static func mark(of place: String) -> String {
    SHA256.hash(data: Array(place.utf8)).hex(8)
  }

  private static func key(of run: Run) -> Key? {
    run.provenance[SourceKey.run].map { Key(tool: run.provenance[SourceKey.tool], run: $0) }
  }
}
