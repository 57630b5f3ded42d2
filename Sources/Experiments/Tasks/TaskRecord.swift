import Diagnostics
import Markup
public import RunModel

/// What is recorded of one execution of a task, in `<task>.execution.json`.
public struct TaskRecord: Hashable, Sendable {
  /// The name of the task's type, as in the names of files.
  public var type: String
  /// How many executions of the type there were in the folder, this one included.
  public var execution: Int
  /// How it ended: completed, failed, interrupted, or running as long as it has not.
  public var status: RunStatus
  /// When it began.
  public var started: UTCTimestamp
  /// When it ended.
  public var ended: UTCTimestamp?
  /// The error that ended it, in full.
  public var error: String?
  /// The folder of its files, as seen from the experiment's folder: `.` or a name.
  public var directory: String
  /// The files that it wrote, sorted by path.
  public var files: [File] = []
  /// Who was told.
  public var notices: [Notice] = []
  /// The record's own path.
  public var path: String

  /// A file that a task wrote.
  public struct File: Hashable, Sendable {
    /// The path, as seen from the task's folder.
    public var path: String
    /// How many bytes it has.
    public var bytes: Int
  }

  /// That a notifier was told.
  public struct Notice: Hashable, Sendable {
    /// Who.
    public var notifier: String
    /// Why it failed; nil if it did not.
    public var problem: String?

    /// The failure as a warning.
    func diagnostic(path: String) -> Diagnostic? {
      problem.map { problem in
        Diagnostic(
          .warning, .init("tasks.notification-failed"), at: SourcePlace(path: path),
          found: "that \(notifier) could not be told: \(problem)", expected: "a notification that arrives",
          consequence: "The result of the task is kept.")
      }
    }
  }

  var json: [UInt8] {
    SkrobotJSON.bytes { json in
      json.object { json in
        json.member("schema_version", 1)
        json.member("type", type)
        json.member("execution", execution)
        json.member("status", status.rawValue)
        json.member("started", started.iso)
        json.member("ended", ended?.iso)
        json.member(
          "duration_seconds", ended.map { Double($0.microseconds &- started.microseconds) / 1_000_000 })
        json.member("error", error)
        json.member("directory", directory)
        json.member("files") { json in
          json.array { json in
            for file in files {
              json.object {
                $0.member("path", file.path)
                $0.member("bytes", file.bytes)
              }
            }
          }
        }
        json.member("notifications") { json in
          json.array { json in
            for notice in notices {
              json.object {
                $0.member("notifier", notice.notifier)
                $0.member("status", notice.problem == nil ? "sent" : "failed")
                $0.member("problem", notice.problem)
              }
            }
          }
        }
      }
    }
  }
}
