public import Diagnostics
public import RunModel

/// Takes the runs of another source into a registry: what is new is added, what changed is written again, what is
/// there is left alone.
///
/// A run is known by what its source calls it (``SourceKey``), not by its id here. So an import can be repeated, and
/// one that was cut short goes on where it stopped. Tags, notes and artifacts that were added in the registry stay when
/// a run is written again.
///
/// ```swift
/// let runs = try ImportTool.mlflow.source(at: "mlruns").load()
/// let result = try RunIntake(registry: Registry(path: "registry")).take(runs, createdAt: now)
/// // result.added.count, result.updated.count, result.unchanged, result.diagnostics
/// ```
public struct RunIntake: Sendable {
  /// The registry that the runs go into.
  let registry: Registry

  /// An intake into `registry`, which need not be there yet.
  public init(registry: Registry) {
    self.registry = registry
  }

  /// What became of the runs.
  public struct Result: Sendable {
    /// Runs that were not there before.
    public var added: [SavedRun] = []
    /// Runs that were there and have changed in their source.
    public var updated: [SavedRun] = []
    /// How many runs are as they were.
    public var unchanged = 0
    /// How many runs could not be written.
    public var failed = 0
    /// What was wrong while writing.
    public var diagnostics: [Diagnostic] = []
  }

  /// Takes in every run of `collection`; one that cannot be written does not stop the others.
  ///
  /// - Parameters:
  ///   - collection: The runs.
  ///   - createdAt: The time for runs that have none, because the format requires one.
  ///   - progress: Is told how many runs are done of how many.
  /// - Returns: What became of them.
  /// - Throws: ``SourceError`` if something is there that is not a registry.
  public func take(
    _ collection: RunCollection, createdAt: UTCTimestamp,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(SourceError) -> Result {
    var known = try knownRuns()
    var result = Result()
    for (position, run) in collection.runs.enumerated() {
      progress(position, collection.runs.count)
      do throws(RegistryError) {
        try take(run, createdAt: createdAt, &known, &result)
      } catch {
        result.failed += 1
        result.diagnostics.append(
          Diagnostic(
            .error, Diagnostic.Kind("import.not-written"),
            at: SourcePlace(path: run.folder ?? run.id.description),
            found: error.description,
            consequence: "The run \(VisibleText.quoting(run.id.description)) is left out."))
      }
    }
    progress(collection.runs.count, collection.runs.count)
    return result
  }

  /// What a source calls a run.
  private struct Key: Hashable {
    var experiment: ExactString
    var tool: String?
    var run: String
  }

  /// The runs of the registry: those that were imported by what their source calls them, and all by id.
  private struct Known {
    var byKey: [Key: Run] = [:]
    var ids: Set<RunID> = []
  }

  private func knownRuns() throws(SourceError) -> Known {
    guard registry.fileSystem.exists(registry.path), !isEmptyFolder else { return Known() }
    var known = Known()
    for run in try registry.load().runs {
      known.ids.insert(run.id)
      if let key = Self.key(of: run) { known.byKey[key] = run }
    }
    return known
  }

  private var isEmptyFolder: Bool { (try? registry.fileSystem.list(registry.path))?.isEmpty ?? false }

  private static func key(of run: Run) -> Key? {
    run.provenance[SourceKey.run].map {
      Key(experiment: run.id.experiment, tool: run.provenance[SourceKey.tool], run: $0)
    }
  }

  private func take(
    _ run: Run, createdAt: UTCTimestamp, _ known: inout Known, _ result: inout Result
  ) throws(RegistryError) {
    var run = run
    run.artifacts.removeAll { $0.content == .missing }
    let digest = RunContentDigest.hex(of: run, fileSystem: registry.fileSystem)
    run.provenance[SourceKey.digest] = digest
    if let key = Self.key(of: run), let present = known.byKey[key] {
      if present.provenance[SourceKey.digest] == digest {
        result.unchanged += 1
        return
      }
      run.id = present.id
      Self.keepAdditions(of: present, in: &run)
      result.updated.append(try registry.save(ExperimentRun(run), overwrite: true, createdAt: createdAt))
      return
    }
    let name = run.id.run.text
    var count = 1
    while known.ids.contains(run.id) {
      count += 1
      run.id.run = ExactString("\(name)_\(RunNumber.text(count))")
    }
    result.added.append(try registry.save(ExperimentRun(run), createdAt: createdAt))
    known.ids.insert(run.id)
    if let key = Self.key(of: run) { known.byKey[key] = run }
  }

  /// Keeps what was added in the registry to a run that is written again.
  private static func keepAdditions(of present: Run, in run: inout Run) {
    run.tags.merge(present.tags) { imported, _ in imported }
    if run.notes == nil { run.notes = present.notes }
    let names = Set(run.artifacts.map { ExactString($0.filename) })
    let ids = Set(run.artifacts.map(\.id))
    run.artifacts += present.artifacts.filter {
      $0.content != .missing && !ids.contains($0.id) && !names.contains(ExactString($0.filename))
    }
    run.artifacts.sort { $0.id < $1.id }
  }
}
