import Diagnostics
import RunModel
import RunRegistry

/// What a command reads, as a local path: what lies elsewhere is mirrored first.
struct RemoteInput {
  /// Where it lies on this machine.
  var path: String
  /// What it is called: the last name of the address.
  var name: String
  /// What was left out of the mirror and why.
  var diagnostics: [Diagnostic] = []
  /// Whether it lies elsewhere.
  var isRemote = false

  /// A registry or another tool's tree at `text`, a path or an address.
  ///
  /// - Parameters:
  ///   - text: What the user wrote.
  ///   - needs: What of it is wanted.
  ///   - context: The world; the mirror goes into its folder for caches.
  /// - Returns: Where it lies now.
  /// - Throws: ``CommandFailure`` if it cannot be reached.
  static func tree(
    _ text: String, _ needs: RemoteNeeds, in context: CommandContext
  ) async throws(CommandFailure) -> RemoteInput {
    guard let mirror = try await mirror(of: text, in: context) else { return try local(text, in: context) }
    let progress = ProgressLine(context)
    defer { progress.clear() }
    do throws(RemoteError) {
      let mirrored = try await mirror.refresh(needs, progress: progress.show)
      return RemoteInput(
        path: mirrored.path, name: FilePath.name(of: mirror.address.description),
        diagnostics: mirrored.diagnostics, isRemote: true)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The folder of one run, or a file, at `text`: a variant's folder means its latest run.
  ///
  /// - Throws: ``CommandFailure`` if there is none or it cannot be reached.
  static func run(_ text: String, in context: CommandContext) async throws(CommandFailure) -> RemoteInput {
    guard let mirror = try await mirror(of: text, in: context) else { return try local(text, in: context) }
    let progress = ProgressLine(context)
    defer { progress.clear() }
    do {
      let loaded = try await mirror.latestRun(progress: progress.show)
      return RemoteInput(
        path: loaded.run.folder ?? mirror.path, name: FilePath.name(of: mirror.address.description),
        isRemote: true)
    } catch let error as RemoteError {
      throw CommandFailure(error)
    } catch let error as SourceError {
      throw CommandFailure(error)
    } catch {
      throw CommandFailure("\(error)")
    }
  }

  /// A mirror of what is at `text`; nil if that is a path of this machine.
  private static func mirror(
    of text: String, in context: CommandContext
  ) async throws(CommandFailure) -> RemoteMirror? {
    guard let address = try RemoteTarget.address(text, in: context) else { return nil }
    do throws(RemoteError) {
      let folder = context.cacheFolder.map { FilePath.join($0, "remote") }
      return RemoteMirror(of: address, by: try await .find(), cacheFolder: folder)
    } catch {
      throw CommandFailure(error)
    }
  }

  private static func local(_ text: String, in context: CommandContext) throws(CommandFailure) -> RemoteInput
  {
    var path = text
    if !context.fileSystem.exists(text), case .local(let named)? = try? StorageAddress(text) { path = named }
    return RemoteInput(path: path, name: FilePath.name(of: text))
  }
}
