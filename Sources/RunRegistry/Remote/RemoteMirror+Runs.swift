import Diagnostics
public import RunModel

extension RemoteMirror {
  /// Refreshes the mirror and reads the runs of the registry.
  ///
  /// With ``RemoteNeeds/records`` the artifacts of runs are not fetched; that they are missing is then not diagnosed.
  ///
  /// - Throws: ``RemoteError``, or ``SourceError`` if what is at the address is no registry.
  public func runs(
    _ needs: RemoteNeeds = .everything, progress: (@Sendable (RemoteProgress) -> Void)? = nil
  ) async throws -> RunCollection {
    let mirrored = try await refresh(needs, progress: progress)
    var collection = try Registry(path: mirrored.path).load()
    if needs == .records { collection.diagnostics.removeAll { $0.kind == Self.missingArtifact } }
    collection.diagnostics = mirrored.diagnostics + collection.diagnostics
    return collection
  }

  /// Fetches and reads one run: the address is the run's folder, or a variant's, which means its latest run, or an
  /// experiment's, which means the latest of its variant `main`.
  ///
  /// Of all others only the records are fetched.
  ///
  /// - Throws: ``RemoteError``, or ``SourceError`` if there is no such run.
  public func latestRun(
    progress: (@Sendable (RemoteProgress) -> Void)? = nil
  ) async throws -> LoadedRun {
    let records = try await refresh(.records, progress: progress)
    let found = try Registry.run(at: records.path)
    let folder = found.run.folder.map { FilePath.relative($0, to: records.path) } ?? ""
    let isRoot = folder == records.path || folder.isEmpty
    let mirrored = try await refresh(isRoot ? .everything : .run(folder), progress: progress)
    var loaded = try Registry.run(at: isRoot ? mirrored.path : FilePath.join(mirrored.path, folder))
    // What might have been a later run, had it been readable.
    let others = found.diagnostics.filter { diagnostic in
      diagnostic.kind != Self.missingArtifact && !loaded.diagnostics.contains(diagnostic)
    }
    loaded.diagnostics = mirrored.diagnostics + others + loaded.diagnostics
    return loaded
  }

  private static let missingArtifact = Diagnostic.Kind("registry.missing-artifact")
}
