import Diagnostics

/// An address of storage that `rclone` reaches.
///
/// | written | is |
/// |---|---|
/// | `s3://bucket/path` | Amazon S3, or another service by `AWS_ENDPOINT_URL` |
/// | `gs://bucket/path` | Google Cloud Storage |
/// | `az://container/path` | Azure's blob storage |
/// | `sftp://user@host:port/path` | a machine by SFTP; the path is absolute, `/~/path` is below the home folder |
/// | `webdav://user@host:port/path` | a WebDAV server by HTTP, unencrypted; `webdavs://` by HTTPS |
/// | `remote:path` | the remote of this name in rclone's configuration |
///
/// Paths are taken as they are written, without `%20` and the like. An address never holds a password: one with
/// `user:password@` is refused, and so are rclone's inline connection strings (`:backend,option=value:`), because
/// arguments of a program can be seen by every user of a machine. Credentials come from where rclone finds them: the
/// environment, the files of the cloud's own tools, an agent, or rclone's configuration.
///
/// ```swift
/// let address = try RemoteAddress("s3://bucket/registry/")
/// address.description  // "s3://bucket/registry"
/// ```
public struct RemoteAddress: Hashable, Sendable, CustomStringConvertible {
  /// What kind of storage it is.
  let store: RemoteStore
  /// The path in it, without a slash at the end; empty for all of it.
  ///
  /// Bucket or container is its first part.
  let path: String

  /// Understands a remote address.
  ///
  /// - Throws: ``RemoteError`` with ``RemoteError/Reason/localAddress`` if it is a path of this machine,
  ///   ``RemoteError/Reason/credentialsInAddress`` or ``RemoteError/Reason/invalidAddress``.
  public init(_ text: String) throws(RemoteError) {
    guard case .remote(let address) = try StorageAddress(text) else {
      throw RemoteError(
        .localAddress, address: text,
        detail: "This is a path of this machine; an address such as s3://bucket/path was expected.")
    }
    self = address
  }

  init(_ store: RemoteStore, path: String) {
    self.store = store
    self.path = path
  }

  /// The address in its one form, to be shown.
  public var description: String { VisibleText.escaping(store.prefix + shownPath) }

  /// What rclone takes as argument.
  ///
  /// It begins with a colon or a letter or digit, so it is never taken for an option.
  var rclonePath: String { store.rcloneName + path }

  /// The same for a folder: with a slash at the end, or rclone would ask whether it is a file.
  var rcloneFolder: String {
    path.isEmpty || path.hasSuffix("/") ? rclonePath : rclonePath + "/"
  }

  /// The address of something below this one; `name` was checked.
  func appending(_ name: String) -> RemoteAddress {
    RemoteAddress(store, path: path.hasSuffix("/") ? path + name : FilePath.join(path, name))
  }

  private var shownPath: String {
    guard case .sftp = store else { return path }
    return path.hasPrefix("/") ? String(path.dropFirst()) : FilePath.join("~", path)
  }
}
