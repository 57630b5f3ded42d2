import Foundation
import Synchronization

/// A PostgreSQL server for tests, on loopback and in a temporary folder, with a password.
///
/// It ends with this process, however that ends: a small program beside it waits for that, stops the server and removes
/// the folder. As root the server runs as the user `postgres`, since it refuses to be root.
public final class PostgreSQLServer: Sendable {
  /// One for all tests of the process, started when it is first needed.
  ///
  /// It forgets what a crash of the machine would
  /// take, so that tests are fast.
  public static let shared = Result { try PostgreSQLServer() }

  /// The password of every user, which tests look for in what is printed.
  public static let password = "s3cret&<word>"
  /// The user who owns the server's databases.
  public static let user = "tester"

  /// Where the server's programs are; nil where it is not installed.
  public static let programs: String? = {
    let folder = "/usr/lib/postgresql"
    let versions = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).compactMap {
      Int($0)
    }
    let folders = versions.sorted(by: >).map { "\(folder)/\($0)/bin" }
    return folders.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
  }()

  /// Whether tests can have a server.
  public static var isInstalled: Bool { programs != nil }

  /// The port that it listens on.
  public let port: Int
  private let folder: String
  private let keeper: FileHandle
  private let databases = Mutex(0)

  /// Why there is no server.
  public struct Failure: Error, CustomStringConvertible {
    /// What was said.
    public let description: String
  }

  /// Starts a server.
  ///
  /// - Parameter isDurable: Whether what is kept is on the disk, so that nothing is lost when it is killed.
  /// - Throws: ``Failure`` with what the server's programs said.
  public init(isDurable: Bool = false) throws {
    guard Self.isInstalled else { throw Failure(description: "PostgreSQL is not installed") }
    folder = try Self.makeFolder()
    port = try Self.freePort()
    try Self.check(
      try Self.run(
        "initdb", "--pgdata=\(folder)/data", "--username=\(Self.user)", "--pwfile=\(folder)/password",
        "--auth=scram-sha-256", "--locale=C", "--encoding=UTF8", "--no-sync"))
    keeper = try Self.keep(folder)
    try Self.append(
      """
      port = \(port)
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 300
      fsync = \(isDurable ? "on" : "off")
      shared_buffers = 32MB
      """, to: folder + "/data/postgresql.conf")
    try Self.check(try control("start"))
  }

  deinit {
    try? keeper.close()
  }

  /// Stops the server as if it were killed, and starts it again on the same port.
  public func restart() throws {
    try Self.check(try control("restart", "--mode=immediate"))
  }

  /// Makes a database; returns its name.
  public func makeDatabase() throws -> String {
    let name =
      "t"
      + String(
        databases.withLock {
          $0 += 1; return $0
        })
    try sql("CREATE DATABASE \(name)", in: "postgres")
    return name
  }

  /// The address of a database, with the password in it or without.
  public func address(
    _ database: String, user: String = PostgreSQLServer.user, withPassword: Bool = true, port: Int? = nil
  ) -> String {
    let secret = withPassword ? ":s3cret%26%3Cword%3E" : ""
    return "postgres://\(user)\(secret)@127.0.0.1:\(port ?? self.port)/\(database)"
  }

  /// Runs statements by `psql`; returns what they give, a line for each row.
  @discardableResult
  public func sql(_ statements: String..., in database: String, user: String = PostgreSQLServer.user) throws
    -> String
  {
    let result = try Command.run(
      Self.program("psql"),
      ["-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", "-d", address(database, user: user, withPassword: false)]
        + statements.flatMap { ["-c", $0] },
      environment: ["PGPASSWORD": Self.password])
    try Self.check(result)
    return result.output
  }

  /// Runs a file of statements by `psql`.
  public func load(_ text: String, into database: String) throws {
    try Self.check(
      try Command.run(
        Self.program("psql"),
        ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", address(database, withPassword: false), "-f", "-"],
        environment: ["PGPASSWORD": Self.password], input: text))
  }

  private func control(_ words: String...) throws -> Command.Result {
    try Self.run(
      "pg_ctl", ["--pgdata=\(folder)/data", "--log=\(folder)/log", "--wait", "--silent"] + words)
  }

  private static func makeFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "assay-postgres-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data((password + "\n").utf8).write(to: URL(filePath: folder + "/password"))
    if isRoot { try check(try Command.run("chown", ["-R", "postgres:", folder])) }
    return folder
  }

  /// Appends to a file of the server's without becoming its owner.
  private static func append(_ text: String, to path: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data((text + "\n").utf8))
    try file.close()
  }

  /// Starts what stops the server and removes its folder when this process is gone.
  ///
  /// - Returns: The end of a pipe that, when it is closed, says so.
  private static func keep(_ folder: String) throws -> FileHandle {
    let pipe = Pipe()
    _ = fcntl(pipe.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let script = "trap '' INT TERM HUP; read -r word; folder=$1; shift; \"$@\"; rm -rf \"$folder\""
    let stop = asServer([
      program("pg_ctl"), "--pgdata=\(folder)/data", "--mode=immediate", "--silent", "stop",
    ])
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, "sh", folder] + stop
    process.currentDirectoryURL = URL(filePath: "/")
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try Command.startLock.withLock { try process.run() }
    return pipe.fileHandleForWriting
  }

  private static func run(_ name: String, _ arguments: String...) throws -> Command.Result {
    try run(name, arguments)
  }

  private static func run(_ name: String, _ arguments: [String]) throws -> Command.Result {
    // The server would hold on to what its starter has open, by which Foundation notices that the starter has ended.
    let closing = "for f in /dev/fd/*; do n=${f##*/}; [ $n -le 2 ] || eval \"exec $n>&-\"; done; exec \"$@\""
    return try Command.run(
      "bash", ["-c", closing, "bash"] + asServer([program(name)] + arguments), folder: "/")
  }

  /// The words of a command that runs as a user the server agrees to.
  private static func asServer(_ words: [String]) -> [String] {
    isRoot
      ? ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] + words : words
  }

  private static var isRoot: Bool { geteuid() == 0 }

  private static func program(_ name: String) -> String { (programs ?? "") + "/" + name }

  private static func check(_ result: Command.Result) throws {
    guard result.exitCode == 0 else { throw Failure(description: result.errorOutput + result.output) }
  }

  /// A port on loopback that nobody listens on.
  private static func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard bound else { throw Failure(description: "no free port") }
    return Int(UInt16(bigEndian: place.sin_port))
  }
}
