import Diagnostics
import RunModel

/// What was read of a file store or a database, before runs have their final names.
struct MLflowStore: Sendable {
  /// The experiments, also the deleted ones.
  var experiments: [MLflowExperiment] = []
  /// The runs that are not deleted; ``Run/parent`` is MLflow's id.
  var runs: [Run] = []
  /// What was wrong.
  var diagnostics: [Diagnostic] = []

  /// Whether there is something to show: a run, or an experiment that waits for runs.
  var isWorthShowing: Bool { !runs.isEmpty || !emptyExperiments.isEmpty }

  /// Experiments without runs, sorted, without deleted ones and the one that every store has from the start.
  var emptyExperiments: [ExactString] {
    let used = Set(runs.map(\.id.experiment))
    let empty = experiments.filter { !$0.isDeleted && !$0.isDefault }.map(\.exactID)
    return Set(empty).subtracting(used).sorted()
  }

  /// The runs with ids of their own, sorted, parents given by these ids where they are in the store.
  func collection(sourceName: String) -> RunCollection {
    var runs = runs
    Self.makeKeysDistinct(&runs)
    let shared = Self.sharedMarks(of: runs)
    RunNaming.makeDistinct(&runs) { run in
      let mark = Self.mark(of: run)
      return shared.contains(ExactString(mark)) ? run.provenance[SourceKey.run] ?? mark : mark
    }
    var ids: [ExactString: RunID] = [:]
    for run in runs {
      if let key = run.provenance[SourceKey.run] { ids[ExactString(key)] = run.id }
    }
    for index in runs.indices {
      guard let parent = runs[index].parent, let id = ids[ExactString(parent)] else { continue }
      runs[index].parent = id.description
    }
    return RunCollection(
      sourceName: sourceName, runs: runs.sorted { $0.id < $1.id }, emptyExperiments: emptyExperiments,
      diagnostics: Self.ordered(diagnostics))
  }

  /// Diagnostics by the path of their place, those of one path in the order in which they were met.
  private static func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let paths = (
        ExactString(left.element.place?.path ?? ""), ExactString(right.element.place?.path ?? "")
      )
      return paths.0 == paths.1 ? left.offset < right.offset : paths.0 < paths.1
    }.map(\.element)
  }

  /// The first eight letters of MLflow's id.
  private static func mark(of run: Run) -> String {
    String(decoding: (run.provenance[SourceKey.run] ?? "").utf8.prefix(8), as: UTF8.self)
  }

  /// The marks that several runs have, for which the whole id must stand.
  private static func sharedMarks(of runs: [Run]) -> Set<ExactString> {
    var seen: Set<ExactString> = []
    return Set(runs.map { ExactString(mark(of: $0)) }.filter { !seen.insert($0).inserted })
  }

  /// Where a folder was copied to another experiment, its run has the id of the original: the experiment's id before
  /// it tells them apart.
  private static func makeKeysDistinct(_ runs: inout [Run]) {
    var taken: Set<ExactString> = []
    for index in runs.indices {
      let key = runs[index].provenance[SourceKey.run] ?? ""
      if taken.insert(ExactString(key)).inserted { continue }
      let distinct = (runs[index].provenance["experiment id"] ?? "") + "/" + key
      runs[index].provenance[SourceKey.run] = distinct
      taken.insert(ExactString(distinct))
    }
  }
}
