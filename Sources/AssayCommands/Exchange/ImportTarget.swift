import Diagnostics
import RunModel
import RunRegistry

/// The registry that an import goes into: a folder of this machine, or an address.
enum ImportTarget {
  case local(Registry)
  case remote(RemoteIntake)

  /// The registry at `text`.
  ///
  /// - Throws: ``CommandFailure`` for an address that is none, or without rclone.
  init(_ text: String, in context: CommandContext) async throws(CommandFailure) {
    guard let address = try RemoteTarget.address(text, in: context) else {
      let path = try RemoteTarget.localPath(text, for: "import", in: context)
      self = .local(Registry(path: path, fileSystem: context.fileSystem, cacheFolder: context.cacheFolder))
      return
    }
    self = .remote(try await Self.intake(into: address, in: context))
  }

  /// Takes in all runs of a collection, showing how far it is.
  ///
  /// - Throws: ``CommandFailure`` if the registry is none or cannot be reached.
  func take(
    _ runs: RunCollection, from place: String?, in context: CommandContext
  ) async throws(CommandFailure) -> RunIntake.Result {
    let line = ProgressLine(context)
    defer { line.clear() }
    func show(_ done: Int, _ total: Int) { line.show("Importing runs", done: done, total: total) }
    do {
      switch self {
      case .local(let registry):
        return try RunIntake(registry: registry)
          .take(runs, from: place, createdAt: context.now(), progress: show)
      case .remote(let intake):
        return try await intake.take(runs, from: place, createdAt: context.now(), progress: show)
      }
    } catch let error as SourceError {
      throw CommandFailure(error)
    } catch let error as RemoteError {
      throw CommandFailure(error)
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  private static func intake(
    into address: RemoteAddress, in context: CommandContext
  ) async throws(CommandFailure) -> RemoteIntake {
    do throws(RemoteError) {
      let folder = context.cacheFolder.map { FilePath.join($0, "remote") }
      return RemoteIntake(into: address, by: try await .find(), cacheFolder: folder)
    } catch {
      throw CommandFailure(error)
    }
  }
}
