import Diagnostics

/// Where a command writes its one result: a file, or standard output.
struct OutputTarget {
  /// The path of the file; standard output if absent.
  let path: String?

  /// Writes the result; of a file, its path is printed.
  ///
  /// - Throws: ``CommandFailure`` if it cannot be written.
  func write(_ bytes: [UInt8], in context: CommandContext) throws(CommandFailure) {
    do {
      guard let path else { return try context.writeOutput(bytes) }
      try context.fileSystem.createDirectory(FilePath.parent(of: path))
      try context.fileSystem.write(bytes, path)
      try context.writeLine(path)
    } catch {
      throw CommandFailure(error)
    }
  }
}
