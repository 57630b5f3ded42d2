import Diagnostics
public import RunModel

/// Takes the runs of another source into a registry on another machine, as ``RunIntake`` does into a folder.
///
/// The registry is mirrored first, to know what is there; then each run that is new or changed goes up, its record last.
/// Who imports at the same time as another may find a run refused that the other was faster with: import again.
public struct RemoteIntake: Sendable {
  private let mirror: RemoteMirror
  private let writer: RemoteWriter

  /// An intake into the registry at an address, which need not be there yet.
  ///
  /// - Parameters:
  ///   - address: The registry.
  ///   - rclone: What does the talking.
  ///   - cacheFolder: The folder of all mirrors, as for ``RemoteMirror``.
  public init(into address: RemoteAddress, by rclone: Rclone, cacheFolder: String? = nil) {
    mirror = RemoteMirror(of: address, by: rclone, cacheFolder: cacheFolder)
    writer = RemoteWriter(to: address, by: rclone)
  }

  /// Takes in every run of `collection`; one that cannot be written does not stop the others.
  ///
  /// - Parameters:
  ///   - collection: The runs.
  ///   - place: Where they come from, if what their tool calls them is unique only there.
  ///   - createdAt: The time for runs that have none.
  ///   - progress: Is told how many runs are done of how many.
  /// - Returns: What became of them.
  /// - Throws: ``RemoteError`` if the registry cannot be reached, ``SourceError`` if something is there that is none.
  public func take(
    _ collection: RunCollection, from place: String? = nil, createdAt: UTCTimestamp,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async throws -> RunIntake.Result {
    do throws(RemoteError) {
      _ = try await mirror.refresh()
    } catch {
      // Nothing is there yet; a place that cannot be written to is told of by the first run.
      guard error.reason == .notFound else { throw error }
    }
    let intake = RunIntake(registry: Registry(path: mirror.path))
    var known = try KnownImports(in: intake.registry)
    var result = RunIntake.Result()
    for (position, run) in collection.runs.enumerated() {
      progress(position, collection.runs.count)
      guard let step = intake.step(for: run, from: place, known) else {
        result.unchanged += 1
        continue
      }
      do {
        let saved = try await writer.save(
          ExperimentRun(step.run), overwrite: step.isUpdate, createdAt: createdAt)
        result.note(saved, step)
        known.add(step.run)
      } catch let error as RegistryError {
        result.note(error.description, of: run)
      } catch let error as RemoteError {
        result.note(error.description, of: run)
      }
    }
    progress(collection.runs.count, collection.runs.count)
    return result
  }
}
