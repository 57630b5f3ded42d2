package import Diagnostics
package import RunModel

/// The world that a command may use: files, streams, the clock.
///
/// A test gives it another one.
package struct CommandContext: Sendable {
  /// Where files are read and written.
  package var fileSystem: FileSystem
  /// Writes results to standard output.
  ///
  /// A reader that has gone away is no error: the rest is dropped.
  package var writeOutput: @Sendable (_ bytes: [UInt8]) throws(FileSystemError) -> Void
  /// Writes messages to standard error, where possible.
  package var writeError: @Sendable (_ text: String) -> Void
  /// Whether messages may be coloured: standard error is a terminal and nobody asked for plain text.
  package var colorsMessages: Bool
  /// Whether progress may be shown by overwriting a line: standard error is a terminal.
  package var showsProgress: Bool
  /// How many things may be done at the same time.
  package var processorCount: Int
  /// A folder for what can be made again: indexes of large registries, mirrors of remote ones; none keeps nothing.
  package var cacheFolder: String?
  /// The number of this process, which tells workers of one machine apart.
  package var processNumber: Int
  /// The time now: what a run that is logged without a time gets.
  ///
  /// Leases of jobs and the display of a search ask too; nothing else.
  package var now: @Sendable () -> UTCTimestamp

  /// A world of these parts.
  package init(
    fileSystem: FileSystem,
    writeOutput: @escaping @Sendable ([UInt8]) throws(FileSystemError) -> Void,
    writeError: @escaping @Sendable (String) -> Void,
    colorsMessages: Bool = false,
    showsProgress: Bool = false,
    processorCount: Int = 2,
    cacheFolder: String? = nil,
    processNumber: Int = 1,
    now: @escaping @Sendable () -> UTCTimestamp
  ) {
    self.fileSystem = fileSystem
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.colorsMessages = colorsMessages
    self.showsProgress = showsProgress
    self.processorCount = processorCount
    self.cacheFolder = cacheFolder
    self.processNumber = processNumber
    self.now = now
  }
}

extension CommandContext {
  /// Writes one line of result.
  func writeLine(_ text: String) throws(FileSystemError) {
    try writeOutput(Array((text + "\n").utf8))
  }

  /// Writes one line about what is being done.
  func writeProgress(_ text: String) {
    writeError(text + "\n")
  }

  /// Writes each diagnostic on a line.
  func writeDiagnostics(_ diagnostics: [Diagnostic]) {
    let style = MessageStyle(isColored: colorsMessages)
    for diagnostic in diagnostics { writeError(style.line(diagnostic) + "\n") }
  }

  /// Writes one line about the command itself, led by its severity.
  func writeMessage(_ text: String, severity: Diagnostic.Severity) {
    writeError("assay: \(MessageStyle(isColored: colorsMessages).severity(severity)): \(text)\n")
  }
}
