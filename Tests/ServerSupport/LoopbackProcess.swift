import Foundation
import Synchronization
import TestSupport

/// A program that listens at a port of its choice and says which; it ends with the value.
public final class LoopbackProcess: Sendable {
  /// The port that it chose.
  public let port: Int
  private let process: Mutex<Process>

  /// Starts a program and waits until it says in `log` where it listens.
  public init(_ program: String, _ arguments: [String], environment: [String: String], log: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = environment
    let output = try FileHandle(forWritingTo: URL(filePath: log))
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try Command.startLock.withLock { try process.run() }
    port = try Self.port(in: log, process)
    self.process = Mutex(process)
  }

  deinit { stop() }

  /// Ends it at once.
  public func stop() {
    process.withLock { process in
      guard process.isRunning else { return }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }

  /// The number of the process.
  public var identifier: Int32 { process.withLock { $0.processIdentifier } }

  private static func port(in log: String, _ process: Process) throws -> Int {
    let pattern = #/(?:127\.0\.0\.1:|listening on port )(?<port>[0-9]+)/#
    for _ in 0..<600 {
      let text = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
      if let port = try pattern.firstMatch(in: text)?.output.port, let number = Int(port), number > 0 {
        return number
      }
      guard process.isRunning else { throw ServerFailure(text: text) }
      usleep(50_000)
    }
    kill(process.processIdentifier, SIGKILL)
    throw ServerFailure(text: "the server does not say where it listens")
  }
}
