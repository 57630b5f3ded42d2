import AssayCommands
import Diagnostics
import RunModel
import Synchronization

/// A world for commands whose output is caught: what a user at a terminal would see.
final class CommandSession: Sendable {
  /// What one command left behind.
  struct Result: Sendable {
    let exitCode: Int32
    let output: String
    let errors: String
  }

  /// The moment at which all commands of a test run.
  static let now = UTCTimestamp(microseconds: 1_795_600_000_250_000)

  let fileSystem: FileSystem
  private let output = Mutex<[UInt8]>([])
  private let errors = Mutex("")

  /// A session on the disk, or in memory.
  init(_ fileSystem: FileSystem = .disk) {
    self.fileSystem = fileSystem
  }

  /// Runs `assay` with these arguments.
  func run(_ arguments: String...) async -> Result {
    await run(arguments)
  }

  func run(_ arguments: [String]) async -> Result {
    output.withLock { $0 = [] }
    errors.withLock { $0 = "" }
    let context = CommandContext(
      fileSystem: fileSystem,
      writeOutput: { [self] bytes throws(FileSystemError) in output.withLock { $0 += bytes } },
      writeError: { [self] text in errors.withLock { $0 += text } },
      now: { Self.now })
    let exitCode = await AssayProgram.run(arguments, in: context)
    return Result(
      exitCode: exitCode, output: output.withLock { String(decoding: $0, as: UTF8.self) },
      errors: errors.withLock { $0 })
  }
}
