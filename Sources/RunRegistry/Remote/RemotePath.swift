import Diagnostics

/// Which paths of a remote are taken: those that a user writes, and those that a listing claims.
enum RemotePath {
  /// What is wrong with the path of an address, or nil if nothing is.
  ///
  /// Stricter than for what is listed: a part that begins with a hyphen is refused too.
  static func problem(ofAddressPath path: String) -> String? {
    if let problem = problem(ofListed: path) { return problem }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    return parts.contains { $0.first == UInt8(ascii: "-") } ? "a part of it begins with a hyphen" : nil
  }

  /// What is wrong with a path that a server listed, so that it cannot be a file in a mirror, or nil if nothing is.
  ///
  /// Besides what no folder can hold, control characters are refused: lists of paths go to rclone line by line.
  static func problem(ofListed path: String) -> String? {
    if let problem = SafeName.problem(of: path) { return problem }
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "it contains a control character"
    }
    return FilePath.isContained(path) ? nil : "it leads out of the folder"
  }
}
