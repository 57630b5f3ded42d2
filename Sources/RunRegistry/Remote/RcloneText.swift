/// All of the output, bounded.
struct RcloneText: RcloneOutput {
  /// The most bytes that are taken.
  let limit: Int
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []

  /// Takes at most `limit` bytes.
  init(limit: Int) { self.limit = limit }

  mutating func add(_ more: UnsafeRawBufferPointer) throws(RemoteError) {
    guard more.count <= limit - bytes.count else {
      throw RemoteError(
        .unusableAnswer, address: "rclone",
        detail: "The answer is longer than \(limit) bytes; it is not used.")
    }
    bytes.append(contentsOf: more)
  }
}
