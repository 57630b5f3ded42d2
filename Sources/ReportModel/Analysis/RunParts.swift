import Diagnostics
import RunModel

/// Runs that belong to a run with predictions: the trials of which its model was chosen, above all.
struct RunParts {
  private let ids: Set<RunID>

  /// Those of `runs` whose parent is one of them and has predictions.
  init(_ runs: [EvaluatedRun]) {
    guard runs.contains(where: { $0.run.parent != nil }) else {
      ids = []
      return
    }
    let wholes = Set(runs.filter { $0.evaluated != nil }.map { ExactString($0.run.id.description) })
    ids = Set(
      runs.filter { entry in entry.run.parent.map { wholes.contains(ExactString($0)) } ?? false }
        .map(\.run.id))
  }

  /// Whether there are none.
  var isEmpty: Bool { ids.isEmpty }

  /// Whether a run belongs to another.
  func contains(_ run: EvaluatedRun) -> Bool { ids.contains(run.run.id) }
}
