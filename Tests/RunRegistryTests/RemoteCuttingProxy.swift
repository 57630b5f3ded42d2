import ServerSupport
import TestSupport

/// A proxy before a server that cuts all connections after some bytes, until it is healed.
final class CuttingProxy: Sendable {
  private let process: LoopbackProcess
  private let scratch: TemporaryDirectory

  /// The port by which the server is reached through it.
  var port: Int { process.port }

  init(before server: RemoteServer, bytes: Int) throws {
    scratch = server.scratch
    let healing = server.scratch.path + "/healed"
    process = try LoopbackProcess(
      RemoteServer.tools + "/python",
      [Fixture.packageFolder + "/Tests/Interop/cut_proxy.py", "\(server.port)", "\(bytes)", healing],
      environment: RemoteServer.baseEnvironment(server.scratch),
      log: try server.scratch.write("", to: "proxy.log"))
  }

  /// Lets everything pass from now on.
  func heal() throws { try scratch.write("", to: "healed") }
}
