import Foundation
import RunRegistry
import TestSupport

/// Tests of a search over a shell script in a folder of their own.
protocol SearchSuite {
  /// The folder.
  var scratch: TemporaryDirectory { get }
}

extension SearchSuite {
  /// Writes a search that runs `script`, with `more` at the end of its specification.
  func begin(_ script: String, _ more: String = "") throws {
    try scratch.write(script, to: "train.sh")
    let spec = """
      experiment: demo
      command: sh train.sh %h
      parameters: {a: {uniform: [0, 1]}, kind: [x, y]}
      strategy: random
      metric: score
      direction: maximize

      """
    try scratch.write(spec + more, to: "search.yaml")
  }

  /// A script that reports its second argument as the score.
  static var report: String {
    """
    echo working
    echo '--- RESULTS ---'
    echo '{"score": '$2'}'
    echo '--- END RESULTS ---'
    """
  }

  var search: String { scratch.path + "/search.yaml" }
  var queue: String { scratch.path + "/search.queue" }
  var registry: Registry { Registry(path: scratch.path + "/registry") }

  /// Begins a command and goes on.
  func start(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: Command.assayPath)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try Command.startLock.withLock { try process.run() }
    return process
  }

  /// Waits until something is so, for half a minute at most.
  func wait(until isSo: () throws -> Bool) rethrows {
    let deadline = Date().addingTimeInterval(30)
    while try !isSo(), Date() < deadline { usleep(20_000) }
  }
}
