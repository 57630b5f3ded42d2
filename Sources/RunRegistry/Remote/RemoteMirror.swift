import Crypto
import Diagnostics
import Foundation

/// A copy of what lies at a remote address, in a cache folder of this machine, for a ``Registry`` to read.
///
/// ```
/// ~/.cache/assay/remote/<SHA-256 of the address>/
///   address         what it is a mirror of
///   files/          what Registry reads
///   files.txt       what those are copies of
///   incoming/       what is still to be moved there
/// ```
///
/// Only what is wanted is fetched, and only what is not there or changed: by hash where listings have hashes, else by
/// size and time, where a file that changed within a minute before it was listed is fetched again next time. Files
/// come into a folder beside and are moved into place when all are there, artifacts before the records that name
/// them; so a transfer that was cut leaves what was, and the next one goes on where it ended. What is no longer there
/// disappears from the mirror.
///
/// Refreshing is for one program at a time; others wait. A program that reads meanwhile sees each file whole, old or
/// new, as in a registry that another program writes to. Nothing is ever written outside the mirror's folder.
public struct RemoteMirror: Sendable {
  /// What it is a mirror of.
  public let address: RemoteAddress
  /// What does the talking.
  let rclone: Rclone
  /// The mirror's own folder.
  let folder: String
  let fileSystem = FileSystem.disk

  /// A mirror in `cacheFolder`; nothing is read or made yet.
  ///
  /// - Parameters:
  ///   - address: What to mirror.
  ///   - rclone: What fetches.
  ///   - cacheFolder: The folder of all mirrors; `assay/remote` below `$XDG_CACHE_HOME` or `~/.cache` where absent.
  public init(of address: RemoteAddress, by rclone: Rclone, cacheFolder: String? = nil) {
    self.address = address
    self.rclone = rclone
    let identity = address.identity(rclone.environment)
    let name = SHA256.hash(data: Data(identity.utf8)).hex()
    folder = FilePath.join(cacheFolder ?? Self.defaultCacheFolder(rclone.environment), name)
  }

  /// The folder that a ``Registry`` reads, once the mirror was refreshed.
  public var path: String { files.path }

  var files: LocalTree { LocalTree(path: FilePath.join(folder, "files"), fileSystem: fileSystem) }
  var incoming: LocalTree { LocalTree(path: FilePath.join(folder, "incoming"), fileSystem: fileSystem) }
  var manifestPath: String { FilePath.join(folder, "files.txt") }
  var incomingManifestPath: String { FilePath.join(folder, "incoming.txt") }

  private static func defaultCacheFolder(_ environment: [String: String]) -> String {
    if let named = environment["XDG_CACHE_HOME"], named.hasPrefix("/") {
      return FilePath.join(named, "assay/remote")
    }
    if let home = environment["HOME"], home.hasPrefix("/") {
      return FilePath.join(home, ".cache/assay/remote")
    }
    return FilePath.join(FileManager.default.temporaryDirectory.path, "assay/remote")
  }
}
