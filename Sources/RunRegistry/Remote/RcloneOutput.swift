/// What becomes of the standard output of rclone while it runs.
protocol RcloneOutput: Sendable {
  /// Takes the next bytes.
  ///
  /// - Throws: ``RemoteError`` if there is too much of it; rclone is then ended.
  mutating func add(_ bytes: UnsafeRawBufferPointer) throws(RemoteError)
}
