/// A version of rclone.
struct RcloneVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The first number.
  var major: Int
  /// The second number.
  var minor: Int

  /// The oldest that is used.
  static let oldest = RcloneVersion(major: 1, minor: 65)
  /// The first whose S3 uploads carry the condition that nothing is there yet.
  ///
  /// Older ones say that they do not know it, and may replace what is there.
  static let withConditionalUploads = RcloneVersion(major: 1, minor: 72)

  /// A version of two numbers.
  init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// The version that the first line of `rclone version` names, such as `rclone v1.75.2`; nil if it names none.
  init?(output: String) {
    guard let line = output.split(whereSeparator: \.isNewline).first, line.hasPrefix("rclone v") else {
      return nil
    }
    let parts = line.dropFirst("rclone v".count).split(separator: ".")
    guard parts.count >= 2, let major = Int(parts[0]), let minor = Int(parts[1].prefix(while: \.isNumber))
    else { return nil }
    self.init(major: major, minor: minor)
  }

  /// As people write it, without the third number.
  var description: String { "\(major).\(minor)" }

  static func < (left: RcloneVersion, right: RcloneVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
