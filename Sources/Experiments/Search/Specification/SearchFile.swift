import Diagnostics
import Foundation
import RunModel

/// A file of a program that goes with its search, so that a worker on another machine has it too.
public struct SearchFile: Hashable, Sendable {
  /// Its path below the folder in which the command runs: relative, without `.` and `..`.
  public var path: String
  /// What is in it.
  public var bytes: [UInt8]
  /// Whether it may be run.
  public var isExecutable: Bool

  /// The most bytes of all files of a search.
  public static let limit = 1 << 20

  /// A file.
  public init(path: String, bytes: [UInt8], isExecutable: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isExecutable = isExecutable
  }

  /// What is wrong with a path, as the object of “found …”; nil if nothing is.
  static func problem(of path: String) -> String? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe =
      !path.utf8.contains(0)
      && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    return isSafe ? nil : "the path \(VisibleText.quoting(path))"
  }

  /// The file of the specification's folder at a path.
  ///
  /// - Throws: ``FileSystemError``; a link that leads out of the folder is one that is not there.
  static func read(_ path: String, in folder: String, from fileSystem: FileSystem) throws(FileSystemError)
    -> SearchFile
  {
    let whole = FilePath.join(folder, path)
    let real = try fileSystem.resolve(whole)
    guard fileSystem.isInside(real, folder: folder) else {
      throw FileSystemError(.notFound, path: whole, detail: "It leads out of the folder.")
    }
    return SearchFile(
      path: path, bytes: try fileSystem.read(real, limit: limit),
      isExecutable: FileManager.default.isExecutableFile(atPath: real))
  }

  /// As a queue keeps it: the text, or base64 where the bytes are no UTF-8.
  var json: SpecJSON {
    var members: [(String, SpecJSON)] = [("path", .text(path))]
    if let text = String(validating: bytes, as: UTF8.self) {
      members.append(("text", .text(text)))
    } else {
      members.append(("base64", .text(Data(bytes).base64EncodedString())))
    }
    if isExecutable { members.append(("executable", .scalar(.boolean(true)))) }
    return .object(members)
  }
}
