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

    /// Nothing yet.
    public init() {}
  }

  /// Takes in every run of `collection`; one that cannot be written does not stop the others.
  ///
  /// - Parameters:
  ///   - collection: The runs.
  ///   - place: Where they come from, as a path or an address, if what their tool calls them is unique only there, such
  ///     as `version_0`; nil if it is unique in the world. A run from another place is another run, unless it is equal.
  ///   - createdAt: The time for runs that have none, because the format requires one.
  ///   - progress: Is told how many runs are done of how many.
  /// - Returns: What became of them.
  /// - Throws: ``SourceError`` if something is there that is not a registry.
  public func take(
    _ collection: RunCollection, from place: String? = nil, createdAt: UTCTimestamp,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(SourceError) -> Result {
    var known = try KnownImports(in: registry)
    var result = Result()
    for (position, run) in collection.runs.enumerated() {
      progress(position, collection.runs.count)
      do throws(RegistryError) {
        for attempt in 1...Self.attempts {
          do throws(RegistryError) {
            try take(run, from: place, createdAt: createdAt, &known, &result)
            break
          } catch {
            // Another writer took the name, perhaps for this very run: look again.
            guard error.reason == .runExists, attempt < Self.attempts else { throw error }
          }
          known = try KnownImports(in: registry, whileWriting: run.id)
        }
      } catch {
        result.note(error.description, of: run)
      }
    }
    progress(collection.runs.count, collection.runs.count)
    return result
  }

  private static let attempts = 20

  private func take(
    _ run: Run, from place: String?, createdAt: UTCTimestamp, _ known: inout KnownImports,
    _ result: inout Result
  ) throws(RegistryError) {
    guard let step = step(for: run, from: place, known) else {
      result.unchanged += 1
      return
    }
    let saved = try registry.save(
      ExperimentRun(step.run), overwrite: step.isUpdate, createdAt: createdAt)
    result.note(saved, step)
    known.add(step.run)
  }

  /// What is to be written of a run.
  struct Step {
    /// The run under its id in the registry, with what was added to it there.
    var run: Run
    /// Whether it is there already.
    var isUpdate: Bool
  }

  /// What is to be written of a run as its source has it; nil if it is there and has not changed.
  func step(for run: Run, from place: String?, _ known: KnownImports) -> Step? {
    var run = run
    run.artifacts.removeAll { $0.content == .missing }
    let digest = RunContentDigest.hex(of: run, fileSystem: registry.fileSystem)
    let content = ImportedContent(of: run)
    let mark = place.map { KnownImports.mark(of: $0) }
    let present = known.match(run, mark: mark, digest: digest)
    if let present {
      if present.provenance[SourceKey.digest] == digest { return nil }
      run.id = present.id
      ImportedContent(recordedIn: present).keepAdditions(of: present, in: &run)
    } else {
      let name = run.id.run.text
      var count = 1
      while known.ids.contains(run.id) {
        count += 1
        run.id.run = ExactString("\(name)_\(RunNumber.text(count))")
      }
    }
    run.provenance[SourceKey.digest] = digest
    run.provenance[SourceKey.content] = content.json
    run.provenance[SourceKey.place] = mark
    return Step(run: run, isUpdate: present != nil)
  }
}

extension RunIntake.Result {
  /// Takes note of a run that was written.
  mutating func note(_ saved: SavedRun, _ step: RunIntake.Step) {
    if step.isUpdate { updated.append(saved) } else { added.append(saved) }
  }

  /// Takes note of a run that could not be written, and why.
  mutating func note(_ failure: String, of run: Run) {
    failed += 1
    var found = failure
    if found.hasSuffix(".") { found.removeLast() }
    diagnostics.append(
      Diagnostic(
        .error, Diagnostic.Kind("import.not-written"),
        at: SourcePlace(path: run.folder ?? run.id.description),
        found: found, consequence: "The run \(VisibleText.quoting(run.id.description)) is left out."))
  }
}
