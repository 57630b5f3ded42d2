/// A file that a server listed.
struct RemoteFile: Hashable, Sendable {
  /// The path from the folder that was listed; checked.
  var path: String
  /// The size in bytes; nil if the server does not say.
  var size: Int?
  /// When the server says that it changed, as rclone wrote it.
  var time: String
  /// Its hash, if listed.
  var hash: String
}
