import Foundation
import Synchronization
public import TestSupport

/// A server on the loopback that a test starts and that ends with it, and the environment by which it is reached.
public final class RemoteServer: Sendable {
  /// What it speaks.
  public enum Kind: String, CaseIterable, Sendable {
    /// S3 by rclone, which checks signatures and ignores conditions.
    case s3
    /// S3 by moto, which checks no signatures and keeps conditions.
    case moto
    /// WebDAV by rclone, which keeps neither times nor hashes.
    case webDAV
    /// SFTP by rclone.
    case sftp
  }

  /// The password of WebDAV and SFTP.
  public static let password = "pass-5f3a9c-word"
  /// The secret key of S3.
  public static let secretKey = "SECRET/5f3a9c+key"
  /// Where the Python environment keeps rclone and moto.
  public static let tools = Fixture.packageFolder + "/.build/venv-remote/bin"
  /// The program rclone.
  public static let rclonePath = tools + "/rclone"

  /// What it speaks.
  public let kind: Kind
  /// Its folder: `data/bucket` is what it serves.
  public let scratch: TemporaryDirectory
  /// Where it listens.
  public let port: Int
  private let process: LoopbackProcess
  private let occupied = Mutex<Int32>(-1)

  /// Starts a server with a bucket or folder `bucket`.
  public init(_ kind: Kind) throws {
    self.kind = kind
    scratch = try TemporaryDirectory()
    for folder in ["data/bucket", "home", "cache"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path + "/" + folder, withIntermediateDirectories: true)
    }
    try scratch.write("", to: "rclone.conf")
    let data = scratch.path + "/data"
    var arguments =
      switch kind {
      case .s3: ["serve", "s3", "--auth-key", "AKID5F3A,\(Self.secretKey)", "--addr", "127.0.0.1:0", data]
      case .moto: ["-H", "127.0.0.1", "-p", "0"]
      case .webDAV: ["serve", "webdav", "--addr", "127.0.0.1:0", data]
      case .sftp: ["serve", "sftp", "--addr", "127.0.0.1:0", data]
      }
    // What a test changes on the disk is seen soon.
    if kind != .moto { arguments.append("--dir-cache-time=20ms") }
    process = try LoopbackProcess(
      Self.tools + (kind == .moto ? "/moto_server" : "/rclone"), arguments,
      environment: Self.baseEnvironment(scratch).merging(
        [.webDAV, .sftp].contains(kind) ? ["RCLONE_USER": "ada", "RCLONE_PASS": Self.password] : [:]
      ) { $1 },
      log: try scratch.write("", to: "server.log"))
    port = process.port
    if kind == .moto {
      _ = try Command.run(
        Self.rclonePath, ["mkdir", ":s3:bucket"],
        environment: environment.merging(["RCLONE_S3_ENV_AUTH": "true", "RCLONE_S3_PROVIDER": "Other"]) { $1 }
      )
    }
  }

  /// Ends the server at once; nothing else can listen at its port as long as the value is there.
  public func stop() {
    process.stop()
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(port).bigEndian
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = bind(socket, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    occupied.withLock { $0 = socket }
  }

  deinit { occupied.withLock { if $0 >= 0 { close($0) } } }

  /// The environment by which rclone reaches the server, and nothing else.
  public var environment: [String: String] { environment(port: port) }

  /// The same by way of another port.
  public func environment(port: Int) -> [String: String] {
    var variables = Self.baseEnvironment(scratch)
    switch kind {
    case .s3, .moto:
      variables["AWS_ACCESS_KEY_ID"] = "AKID5F3A"
      variables["AWS_SECRET_ACCESS_KEY"] = Self.secretKey
      variables["AWS_ENDPOINT_URL"] = "http://127.0.0.1:\(port)"
      variables["RCLONE_S3_ENDPOINT"] = kind == .moto ? "http://127.0.0.1:\(port)" : nil
      variables["AWS_REGION"] = "us-east-1"
    case .webDAV: variables["RCLONE_WEBDAV_PASS"] = Self.obscuredPassword
    case .sftp: variables["RCLONE_SFTP_PASS"] = Self.obscuredPassword
    }
    return variables
  }

  /// The address of something in the bucket, as text.
  public func addressText(_ path: String, port: Int? = nil) -> String {
    let host = "ada@127.0.0.1:\(port ?? self.port)"
    return switch kind {
    case .s3, .moto: "s3://bucket/" + path
    case .webDAV: "webdav://\(host)/bucket/" + path
    case .sftp: "sftp://\(host)/bucket/" + path
    }
  }

  /// The environment of a program that is to reach nothing else, with its folders in `scratch`.
  public static func baseEnvironment(_ scratch: TemporaryDirectory) -> [String: String] {
    [
      "PATH": tools + ":/usr/bin:/bin", "HOME": scratch.path + "/home",
      "XDG_CACHE_HOME": scratch.path + "/cache", "RCLONE_CONFIG": scratch.path + "/rclone.conf",
      "TMPDIR": scratch.path,
    ]
  }

  private static let obscuredPassword: String = {
    let result = try? Command.run(rclonePath, ["obscure", password])
    return (result?.output ?? "").filter { !$0.isNewline }
  }()
}
