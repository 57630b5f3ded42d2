import Diagnostics
import Experiments
import Foundation
import RunModel
import Synchronization
import TestSupport

/// A task that writes a file and succeeds.
struct NoteTask: ExperimentTask {
  var text = "fine"
  var parameters: TaskParameters { ["x": 1, "C": 0.1, "texts": Scalar(.json, text: #"["a", {"b": null}]"#)] }

  func run(in directory: String) async throws -> String {
    try Data(text.utf8).write(to: URL(filePath: directory + "/note.txt"))
    return text
  }
}

/// A task that writes a file and fails.
struct BadTask: ExperimentTask {
  struct Boom: Error, CustomStringConvertible {
    var cause: any Error
    var description: String { "boom" }
  }
  struct Deep: Error, CustomStringConvertible {
    var description: String { "Traceback (most recent call last):\n  line 3" }
  }

  var parameters: TaskParameters { ["x": 1] }

  func run(in directory: String) async throws {
    try Data("half".utf8).write(to: URL(filePath: directory + "/half.txt"))
    throw Boom(cause: Deep())
  }
}

/// A task that fails the first time and succeeds later.
final class SecondTimeTask: ExperimentTask {
  private let isSecond = Mutex(false)

  func run(in directory: String) async throws -> Int {
    let isSecond = isSecond.withLock { value in
      defer { value = true }
      return value
    }
    guard isSecond else { throw BadTask.Deep() }
    return 7
  }
}

/// Remembers what it is told, or fails.
final class RecordingNotifier: Notifier {
  let fails: Bool
  private let kept = Mutex<[String]>([])

  init(fails: Bool = false) { self.fails = fails }

  var name: String { fails ? "a broken notifier" : "a notebook" }
  var messages: [String] { kept.withLock { $0 } }

  func notify(_ message: String) async throws {
    kept.withLock { $0.append(message) }
    if fails { throw NotifierError(.refused, at: "test", detail: "No.") }
  }
}

/// Files of folders on disk.
enum Listing {
  /// The paths of all files below `folder`, sorted.
  static func files(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
