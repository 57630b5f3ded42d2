import Markup
import RunModel

/// How runs ended, in words.
enum RunEndings {
  /// How many ended in which way, each way once: `36 done, 3 failed, 1 pruned`.
  static func words(_ runs: [Run]) -> String {
    RunStatus.allCases.sorted { rank($0) < rank($1) }.compactMap { status in
      let count = runs.count { $0.status == status }
      return count == 0 ? nil : "\(Wording.number(count)) \(word(status))"
    }.joined(separator: ", ")
  }

  /// How a run ended, in one or two words.
  static func word(_ status: RunStatus) -> String {
    switch status {
    case .completed: "done"
    case .failed: "failed"
    case .pruned: "pruned"
    case .interrupted: "interrupted"
    case .running: "still running"
    case .queued: "waiting"
    }
  }

  private static func rank(_ status: RunStatus) -> Int {
    switch status {
    case .completed: 0
    case .failed: 1
    case .pruned: 2
    case .interrupted: 3
    case .running: 4
    case .queued: 5
    }
  }
}
