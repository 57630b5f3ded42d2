/// A line that a program wrote.
public struct ProgramLine: Hashable, Sendable {
  /// Where a program writes to.
  public enum Stream: String, Hashable, Sendable {
    /// Standard output.
    case output
    /// Standard error.
    case error
  }

  /// Where it was written to.
  public let stream: Stream
  /// The line without its line break; bytes that are not UTF-8 are U+FFFD, control characters stand as they were written.
  public let text: String
  /// How many bytes at its end were left out, since the line was too long.
  public let bytesLeftOut: Int

  /// A line.
  public init(stream: Stream, text: String, bytesLeftOut: Int = 0) {
    self.stream = stream
    self.text = text
    self.bytesLeftOut = bytesLeftOut
  }
}
