import Foundation
import TestSupport

/// A network between a program and a server of the loopback, which a test can cut.
public final class PortForwarder: Sendable {
  private let scratch: TemporaryDirectory
  private let process: LoopbackProcess

  /// The port by which the server is reached.
  public var port: Int { process.port }

  /// A network to the server at `port`.
  public init(to port: Int) throws {
    scratch = try TemporaryDirectory()
    process = try LoopbackProcess(
      "/usr/bin/env", ["python3", Fixture.packageFolder + "/Tests/Interop/forward_port.py", "\(port)"],
      environment: ProcessInfo.processInfo.environment, log: try scratch.write("", to: "log.txt"))
  }

  /// Nothing comes through any more; connections stay as they are.
  public func cut() { kill(process.identifier, SIGSTOP) }

  /// Everything comes through again, what was sent meanwhile too.
  public func heal() { kill(process.identifier, SIGCONT) }
}
