public import Foundation

/// Runs another program to its end, as a user at a terminal would.
public enum Command {
  /// What a program left behind.
  public struct Result: Sendable {
    /// The exit code; 128 + n if signal n ended it, as a shell says it.
    public let exitCode: Int32
    /// What it wrote to standard output, as bytes.
    public let outputBytes: [UInt8]
    /// What it wrote to standard error.
    public let errorOutput: String
    /// Whether it ran longer than allowed and was ended.
    public let timedOut: Bool

    /// What it wrote to standard output.
    public var output: String { String(decoding: outputBytes, as: UTF8.self) }
  }

  /// Runs `executable` and waits for it, at most `timeout` seconds; then it is killed.
  ///
  /// - Parameters:
  ///   - executable: An absolute path, or a name to be found on `PATH`.
  ///   - arguments: The arguments after the program's own name.
  ///   - environment: Variables set in addition to those of this process.
  ///   - input: What the program finds on standard input.
  ///   - folder: The working folder; this process's own where absent.
  ///   - timeout: Seconds.
  /// - Returns: What it left behind.
  /// - Throws: What Foundation throws when the program cannot be started.
  public static func run(
    _ executable: String,
    _ arguments: [String] = [],
    environment: [String: String] = [:],
    input: String = "",
    folder: String? = nil,
    timeout: Double = 120
  ) throws -> Result {
    // Files, not pipes: a program that writes much before it reads can then never wait for us for ever.
    let scratch = try TemporaryDirectory()
    let inputPath = try scratch.write(input, to: "input")
    let outputPath = try scratch.write("", to: "output")
    let errorPath = try scratch.write("", to: "error")

    let process = Process()
    process.executableURL = try locate(executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    let handles = [
      try FileHandle(forReadingFrom: URL(filePath: inputPath)),
      try FileHandle(forWritingTo: URL(filePath: outputPath)),
      try FileHandle(forWritingTo: URL(filePath: errorPath)),
    ]
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
    // Foundation keeps what it has run, with what that had open; and where very many files are open, it may read beyond
    // the end of their list when it starts the next.
    defer { for handle in handles { try? handle.close() } }
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try startLock.withLock { try process.run() }

    let timedOut = ended.wait(timeout: .now() + timeout) == .timedOut
    if timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
    }
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return Result(
      exitCode: signal + process.terminationStatus,
      outputBytes: [UInt8](try Data(contentsOf: URL(filePath: outputPath))),
      errorOutput: String(decoding: try Data(contentsOf: URL(filePath: errorPath)), as: UTF8.self),
      timedOut: timedOut)
  }

  /// Held while a process is started by Foundation.
  ///
  /// It notices by the end of a socket that a process has ended. A server that is started in the same moment may inherit
  /// the socket, and who waits for the process would wait for the server.
  public static let startLock = NSLock()

  /// Why a program could not be started.
  public struct NotFound: Error, CustomStringConvertible {
    /// The name that was looked for.
    public let name: String

    /// One line.
    public var description: String { "no program \(name) on PATH" }
  }

  private static func locate(_ executable: String) throws -> URL {
    if executable.contains("/") { return URL(filePath: executable) }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let folder = folders.first(where: {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(executable)")
      })
    else { throw NotFound(name: executable) }
    return URL(filePath: "\(folder)/\(executable)")
  }
}
