import Diagnostics
import RunRegistry

/// Tells addresses of other machines from paths of this one.
enum RemoteTarget {
  /// The address that `text` is; nil for a path of this machine, and for whatever is there under this very name.
  ///
  /// - Throws: ``CommandFailure`` for an address that is none, or that holds credentials.
  static func address(_ text: String, in context: CommandContext) throws(CommandFailure) -> RemoteAddress? {
    if context.fileSystem.exists(text) { return nil }
    do throws(RemoteError) {
      guard case .remote(let address) = try StorageAddress(text) else { return nil }
      return address
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The path of this machine that `text` is.
  ///
  /// - Throws: ``CommandFailure`` if it is an address, which `command` does not take.
  static func localPath(
    _ text: String, for command: String, in context: CommandContext
  ) throws(CommandFailure) -> String {
    guard try address(text, in: context) == nil else {
      throw CommandFailure(
        "\(VisibleText.escaping(text)): “assay \(command)” works on folders of this machine only.")
    }
    if !context.fileSystem.exists(text), case .local(let path)? = try? StorageAddress(text) { return path }
    return text
  }

  /// Where runs are saved: a folder of this machine, or an address on another one.
  ///
  /// - Parameters:
  ///   - text: What the user wrote; becomes the folder's path where it is one.
  ///   - context: The world.
  /// - Returns: The place.
  /// - Throws: ``CommandFailure`` for an address that is none, or without a usable `rclone`.
  static func runStore(
    _ text: inout String, in context: CommandContext
  ) async throws(CommandFailure) -> any RunStore {
    guard let address = try address(text, in: context) else {
      if !context.fileSystem.exists(text), case .local(let path)? = try? StorageAddress(text) { text = path }
      return LocalRunStore(Registry(path: text, fileSystem: context.fileSystem))
    }
    do throws(RemoteError) {
      let folder = context.cacheFolder.map { FilePath.join($0, "remote") }
      return RemoteRunStore(at: address, by: try await .find(), cacheFolder: folder)
    } catch {
      throw CommandFailure(error)
    }
  }
}
