import Diagnostics

/// A small file of text that a command takes in whole.
struct TextFile {
  /// Its path.
  let path: String

  /// The most bytes that are read.
  static let limit = 1 << 20

  /// Its bytes.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is larger than 64 MiB.
  func bytes(from fileSystem: FileSystem) throws(CommandFailure) -> [UInt8] {
    do {
      return try fileSystem.read(path, limit: 64 << 20)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Its text; bytes that are not UTF-8 become U+FFFD.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be read or is larger than 1 MiB.
  func text(from fileSystem: FileSystem) throws(CommandFailure) -> String {
    do {
      return String(decoding: try fileSystem.read(path, limit: Self.limit), as: UTF8.self)
    } catch {
      throw CommandFailure(error)
    }
  }
}
