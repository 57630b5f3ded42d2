import Diagnostics
import Foundation

/// A folder of this machine in which a run is made before it is uploaded; removed with all in it when the value goes
/// away.
final class RemoteStage: Sendable {
  /// The folder.
  let path: String

  /// Makes a folder that nobody else may enter.
  init(for address: RemoteAddress) throws(RemoteError) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "assay-stage-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw RemoteError(
        .fileSystem, address: address.description,
        detail: "There is no room to make the run in: \(VisibleText.escaping(folder.path)) cannot be made.")
    }
    path = folder.path
  }

  deinit { try? LocalTree(path: path, fileSystem: .disk).removeAll() }
}
