import Foundation
import ServerSupport
import TestSupport

/// A machine as far as processes can be one: folders, caches, credentials and processes of its own.
final class SeparateMachine {
  let scratch: TemporaryDirectory
  private let environment: [String: String]
  private var processes: [Process] = []

  /// A machine that knows how to reach a storage and a database, and nothing else.
  init(storage: RemoteServer) throws {
    scratch = try TemporaryDirectory()
    for folder in ["user", "tmp", "here"] { try scratch.write("", to: folder + "/.keep") }
    let passwords = try scratch.write(
      "127.0.0.1:*:*:\(PostgreSQLServer.user):\(PostgreSQLServer.password)\n", to: "user/.pgpass")
    chmod(passwords, 0o600)
    var environment = storage.environment
    environment["HOME"] = scratch.path + "/user"
    environment["TMPDIR"] = scratch.path + "/tmp"
    environment["XDG_CACHE_HOME"] = scratch.path + "/user/.cache"
    self.environment = environment
  }

  deinit {
    for process in processes where process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Starts the program in a folder of the machine; what it says goes to a file there.
  func start(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: Command.assayPath)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(filePath: scratch.path + "/here")
    process.standardInput = FileHandle.nullDevice
    let log = try FileHandle(forWritingTo: URL(filePath: try scratch.write("", to: "log.txt")))
    process.standardOutput = log
    process.standardError = log
    try Command.startLock.withLock { try process.run() }
    processes.append(process)
  }

  /// What the programs said.
  var log: String { (try? String(contentsOfFile: scratch.path + "/log.txt", encoding: .utf8)) ?? "" }

  /// Takes the power away from the last program.
  func powerOff() {
    guard let process = processes.last else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The exit code of the last program, once it has ended; nil after `seconds`.
  func exitCode(within seconds: Double) -> Int32? {
    let deadline = Date().addingTimeInterval(seconds)
    while processes.last?.isRunning == true, Date() < deadline { usleep(50_000) }
    guard let process = processes.last, !process.isRunning else { return nil }
    return process.terminationStatus
  }
}
