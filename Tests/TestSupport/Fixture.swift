import Foundation

/// Files under `Tests/Fixtures`, found from where this source file lies.
public enum Fixture {
  /// The package's own folder.
  public static let packageFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The absolute path of `name`, such as `predictions/digits.csv`.
  public static func path(_ name: String) -> String {
    packageFolder + "/Tests/Fixtures/" + name
  }

  /// The bytes of a fixture; throws when it is missing, so that a test names the file.
  public static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(name))))
  }

  /// The text of a fixture in UTF-8; bytes that are none become U+FFFD.
  public static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}
