import Foundation
import Synchronization
import TestSupport

/// A server on the loopback that a test starts and that ends with the value.
final class NotificationServer: Sendable {
  enum Kind: String { case smtps, starttls, smtp, http, https, silent }

  static let account = "lab@example.org"
  static let password = "correct-5f3a9c-horse"

  let port: Int
  private let folder: TemporaryDirectory
  private let process: Mutex<Process>

  init(_ kind: Kind) throws {
    folder = try TemporaryDirectory()
    let log = try folder.write("", to: "log")
    let process = Process()
    process.executableURL = URL(filePath: Command.pythonPath)
    process.arguments = [
      Fixture.packageFolder + "/Tests/Interop/notification_server.py", kind.rawValue, folder.path,
    ]
    let output = try FileHandle(forWritingTo: URL(filePath: log))
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try Command.startLock.withLock { try process.run() }
    self.process = Mutex(process)
    port = try Self.port(in: log) { process.isRunning }
  }

  deinit { stop() }

  /// Ends it at once.
  func stop() {
    process.withLock { process in
      guard process.isRunning else { return }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }

  /// The certificate of its authority.
  var caFile: String { folder.path + "/ca.pem" }

  /// What it got so far, in the order of arrival.
  func received() throws -> [[String: Any]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let count = names.count { $0.hasPrefix("received-") && $0.hasSuffix(".json") }
    return try (0..<count).map { number in
      let data = try Data(contentsOf: URL(filePath: "\(folder.path)/received-\(number + 1).json"))
      return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }
  }

  struct Failure: Error { var text: String }

  private static func port(in log: String, while isRunning: () -> Bool) throws -> Int {
    for _ in 0..<600 {
      let text = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
      if let line = text.split(separator: "\n").first(where: { $0.hasPrefix("listening on port ") }),
        let number = Int(line.dropFirst("listening on port ".count))
      {
        return number
      }
      guard isRunning() else { throw Failure(text: text) }
      usleep(50_000)
    }
    throw Failure(text: "the server does not say where it listens")
  }
}
