import Foundation
import TestSupport
import Testing

/// Processes of `queue-worker` on one queue, and the log that they write beside it.
///
/// All are killed when the value goes away.
final class QueueWorkers {
  /// Those that run, and those that have ended by themselves.
  private(set) var workers: [Process] = []
  /// How many were started.
  private(set) var starts = 0
  private let scratch: TemporaryDirectory
  private let settings: [String]

  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "queue-worker")

  /// Workers to be started.
  ///
  /// - Parameters:
  ///   - lease: Seconds of a lease.
  ///   - proposals: How many jobs are proposed after those that are queued.
  ///   - pause: Milliseconds that each job takes.
  /// - Throws: What Foundation throws when there is no folder for the log.
  init(lease: Double, proposals: Int, pause: Int) throws {
    scratch = try TemporaryDirectory()
    settings = [scratch.path + "/log", "\(lease)", "\(proposals)", "\(pause)"]
  }

  deinit {
    for worker in workers where worker.isRunning { kill(worker.processIdentifier, SIGKILL) }
  }

  /// Starts a worker on the experiment “squares” of a queue.
  @discardableResult
  func start(on address: String) throws -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [address, "squares", "w\(starts)"] + settings
    try Command.startLock.withLock { try process.run() }
    workers.append(process)
    starts += 1
    return process
  }

  /// Kills the worker at a place in ``workers`` and takes it out; returns whether it was killed rather than over.
  func strike(_ place: Int) -> Bool {
    let worker = workers.remove(at: place)
    kill(worker.processIdentifier, SIGKILL)
    worker.waitUntilExit()
    if worker.terminationReason == .exit { #expect(worker.terminationStatus == 0, "a worker that failed") }
    return worker.terminationReason == .uncaughtSignal
  }

  /// Whether one still works.
  var areRunning: Bool { workers.contains(where: \.isRunning) }

  /// Bytes of the log so far; a job that ends at once leaves three lines of about 15 bytes.
  var logSize: Int {
    (try? FileManager.default.attributesOfItem(atPath: settings[0])[.size] as? Int) ?? 0
  }

  /// Waits until all have ended, or until the time is over; returns whether all ended well.
  func end(within seconds: Double) -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while areRunning, Date() < deadline { usleep(10_000) }
    return workers.allSatisfy { !$0.isRunning && $0.terminationStatus == 0 }
  }

  /// What they wrote.
  func events() throws -> [QueueWorkerEvent] {
    try String(contentsOfFile: settings[0], encoding: .utf8).split(separator: "\n").map {
      try QueueWorkerEvent($0)
    }
  }
}
