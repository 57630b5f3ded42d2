import Diagnostics

/// Where a command writes its one result: a file, or standard output.
struct OutputTarget {
  /// The path of the file; standard output if absent.
  let path: String?
  /// What the command read, and therefore must not write.
  let inputs: [String]

  /// Writes the result; of a file, its path is printed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written, or would replace what the command read.
  func write(_ bytes: [UInt8], in context: CommandContext) throws(CommandFailure) {
    let fileSystem = context.fileSystem
    if let path, inputs.contains(where: { Self.isSame($0, path, in: fileSystem) }) {
      throw CommandFailure(
        "\(VisibleText.escaping(path)): found the input itself; expected another file for the result.")
    }
    do {
      guard let path, !Self.standardOutputs.contains(path) else { return try context.writeOutput(bytes) }
      try fileSystem.createDirectory(FilePath.parent(of: path))
      try fileSystem.write(bytes, path)
      try context.writeLine(path)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Names that mean standard output; the second would otherwise be replaced by a file where the user may do that.
  private static let standardOutputs: Set<String> = ["-", "/dev/stdout"]

  private static func isSame(_ left: String, _ right: String, in fileSystem: FileSystem) -> Bool {
    guard let left = try? fileSystem.resolve(left), let right = try? fileSystem.resolve(right) else {
      return false
    }
    return ExactString(left) == ExactString(right)
  }
}
