import RunModel

extension ExperimentAnalysis {
  /// Whether a run was given up: its own status says so, its member went on from another run, or its trial was not taken
  /// to a higher rung.
  func isPruned(_ run: Run) -> Bool {
    if run.status == .pruned { return true }
    guard let place = populations.place(of: run.id) else { return false }
    return place.search.lineage.nodes[place.node].isPruned
  }

  /// How a run ended, in the words of its status; `pruned` also where it was given up afterwards.
  func statusWord(of run: Run) -> String {
    run.status == .completed && isPruned(run) ? RunStatus.pruned.rawValue : run.status.rawValue
  }
}
