import Diagnostics
import Foundation
import Subprocess

extension Rclone {
  /// How a run of rclone ended.
  struct Ending<Output: RcloneOutput>: Sendable {
    /// What it wrote to standard output.
    var output: Output
    /// What it wrote to standard error.
    var log: RcloneLog
    /// The exit code; 128 + n if signal n ended it.
    var code: Int32
  }

  /// Runs rclone to its end.
  ///
  /// Cancelling the task ends the program: it is asked to end and has three seconds for that.
  ///
  /// - Parameters:
  ///   - arguments: The command and its arguments.
  ///   - addresses: The remote addresses among the arguments, for the variables that they imply.
  ///   - input: What it finds on standard input.
  ///   - output: What takes its standard output.
  ///   - progress: Called with rclone's numbers about once a second, if it was told to give them.
  /// - Returns: What it wrote, and how it ended.
  /// - Throws: ``RemoteError`` if it could not be started, wrote too much or the task was cancelled; not if it failed.
  func execute<Output: RcloneOutput>(
    _ arguments: [String], for addresses: [RemoteAddress] = [], input: String = "", reading output: Output,
    progress: (@Sendable (RcloneLog.Statistics) -> Void)? = nil
  ) async throws(RemoteError) -> Ending<Output> {
    let shown = addresses.first?.description ?? path
    var options = PlatformOptions()
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(3))]
    // Found by its name in its own folder.
    var variables = childEnvironment(for: addresses)
    // Times as text are compared; a zone would make equal ones differ.
    variables["TZ"] = "UTC"
    // Times of folders are of no use, and not every server takes them. Versions that do not know this pass it over.
    variables["RCLONE_NO_UPDATE_DIR_MODTIME"] = "true"
    variables["PATH"] = FilePath.parent(of: path) + ":" + (variables["PATH"] ?? "")
    // A variable that no program can be given, such as one that begins with a digit, would stop it from starting.
    let keyed = variables.filter { $0.key.first?.isNumber == false }
      .compactMap { name, value in Environment.Key(rawValue: name).map { ($0, value) } }
    do {
      let result = try await run(
        .name(FilePath.name(of: path)), arguments: Arguments(Self.common + arguments),
        environment: .custom(Dictionary(keyed) { first, _ in first }), platformOptions: options,
        input: .string(input), output: .sequence, error: .sequence
      ) { execution in
        async let log = Self.readLog(execution.standardError, progress)
        var output = output
        var failure: RemoteError?
        for try await chunk in execution.standardOutput where failure == nil {
          do throws(RemoteError) {
            try chunk.withUnsafeBytes { bytes throws(RemoteError) in try output.add(bytes) }
          } catch {
            failure = error
            // What it still writes is read and dropped until it is gone.
            try? execution.send(signal: .kill)
          }
        }
        return (output, try await log, failure)
      }
      let (output, log, failure) = result.closureResult
      if let failure { throw failure }
      try Task.checkCancellation()
      switch result.terminationStatus {
      case .exited(let code): return Ending(output: output, log: log, code: code)
      case .signaled(let signal): return Ending(output: output, log: log, code: 128 + signal)
      }
    } catch let error as RemoteError {
      throw error
    } catch {
      if Task.isCancelled || error is CancellationError {
        throw RemoteError(.cancelled, address: shown, detail: "This was cancelled; rclone was ended.")
      }
      throw RemoteError(
        .failed, address: shown,
        detail: "The program \(VisibleText.quoting(path, limit: 200)) could not be run: "
          + scrubber.scrub(String("\(error)".prefix(500))) + ".")
    }
  }

  /// What hides secrets in what rclone says.
  var scrubber: SecretScrubber { SecretScrubber(environment: environment) }

  /// What every call is told: to report in JSON, to ask nothing, and not to wait for ever.
  private static let common = [
    "--use-json-log", "--ask-password=false", "--contimeout=15s", "--timeout=60s", "--retries-sleep=1s",
  ]

  private static func readLog(
    _ lines: SubprocessOutputSequence, _ progress: (@Sendable (RcloneLog.Statistics) -> Void)?
  ) async throws -> RcloneLog {
    var log = RcloneLog()
    var cutter = LineCutter(limit: RcloneLog.lineLimit)
    for try await chunk in lines {
      chunk.withUnsafeBytes { bytes in
        cutter.add(bytes) { line in
          if log.add(line) { progress?(log.statistics) }
        }
      }
    }
    _ = log.add(cutter.unfinished)
    return log
  }
}
