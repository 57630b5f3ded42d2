import Diagnostics
import RunModel

/// Why a run has no score.
enum Reason {
  static func text(_ entry: EvaluatedRun) -> String {
    if let error = entry.run.error {
      let line = error.split(whereSeparator: \.isNewline).last.map(String.init) ?? error
      return Wording.cut(line, to: 160)
    }
    if let problem = entry.diagnostics.first {
      return Wording.cut(problem.found.prefix(1).uppercased() + problem.found.dropFirst(), to: 160) + "."
    }
    return entry.run.status == .completed
      ? "No such metric, and no predictions." : "It is \(entry.run.status.rawValue)."
  }
}
