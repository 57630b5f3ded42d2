import Foundation

/// A new folder that is removed, with all in it, when the value goes away.
public final class TemporaryDirectory: Sendable {
  /// Its absolute path, links resolved.
  public let path: String

  /// Makes the folder under the system's temporary folder.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "assay-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes `text` to `name` inside, making the folders above it; returns the file's absolute path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes `bytes` to `name` inside, making the folders above it; returns the file's absolute path.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a program's text to `name` inside and lets it be run; returns the file's absolute path.
  ///
  /// Another process does the copying. Had this one the file open for writing, a child that another test starts at that
  /// moment would have it open too, and the system would refuse to run the program: “Text file busy”.
  public func writeProgram(_ text: String, to name: String) throws -> String {
    let source = try write(text, to: name + ".text")
    let file = URL(filePath: path).appending(path: name).path
    let copied = try Command.run("install", ["-m", "755", source, file])
    guard copied.exitCode == 0 else { throw NotWritten(reason: copied.errorOutput) }
    try FileManager.default.removeItem(atPath: source)
    return file
  }

  /// Why a program could not be written.
  public struct NotWritten: Error {
    /// What `install` said.
    public let reason: String
  }
}
