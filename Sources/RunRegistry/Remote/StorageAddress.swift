import Diagnostics
import Foundation

/// Where a registry, a run or a site lies: in a folder of this machine, or where only `rclone` reaches.
///
/// ```swift
/// try StorageAddress("experiments/registry")      // .local("experiments/registry")
/// try StorageAddress("file:///srv/registry")      // .local("/srv/registry")
/// try StorageAddress("s3://bucket/registry")      // .remote(…)
/// try StorageAddress("./a:b")                     // .local("./a:b")
/// ```
public enum StorageAddress: Hashable, Sendable {
  /// A path of this machine.
  case local(String)
  /// An address for `rclone`.
  case remote(RemoteAddress)

  /// Understands what a user wrote.
  ///
  /// `file://` is a path of this machine, its `%20` and the like resolved. A text with a scheme, or with a colon
  /// before its first slash and at least two characters before that, is a remote address; write `./` before a local
  /// path that looks like one. Everything else is a local path, as it stands.
  ///
  /// - Throws: ``RemoteError`` with ``RemoteError/Reason/invalidAddress`` or
  ///   ``RemoteError/Reason/credentialsInAddress``.
  public init(_ text: String) throws(RemoteError) {
    if text.lowercased().hasPrefix("file://") {
      self = .local(try Self.path(ofFileURL: text))
    } else if let address = try RemoteAddress.recognising(text) {
      self = .remote(address)
    } else {
      self = .local(text)
    }
  }

  private static func path(ofFileURL text: String) throws(RemoteError) -> String {
    let rest = text.dropFirst("file://".count)
    let path = rest.hasPrefix("localhost/") ? rest.dropFirst("localhost".count) : rest
    guard path.hasPrefix("/"), let decoded = String(path).removingPercentEncoding,
      !decoded.utf8.contains(0)
    else {
      throw RemoteError(
        .invalidAddress, address: text,
        detail: "A “file:” address names no machine and an absolute path, as in file:///srv/registry.")
    }
    return decoded
  }
}
