import Diagnostics
public import RunModel

extension Registry: RunSource {
  /// Reads every run of the registry.
  ///
  /// What is wrong with one run never hides another: it is diagnosed, with file, line and column.
  ///
  /// - Returns: The runs sorted by id, and all that was wrong, in order of place.
  /// - Throws: ``SourceError`` if there is no folder, or nothing in it is a registry or a run.
  /// - Complexity: O(n log n) for n files and folders.
  public func load() throws(SourceError) -> RunCollection {
    try load(.everything)
  }

  /// Reads every run of the registry without looking at its artifacts: they are all said to be missing, and notes that
  /// are an artifact are not read.
  ///
  /// - Returns: As ``load()``, without what is wrong with artifacts.
  /// - Throws: As ``load()``.
  public func summaries() throws(SourceError) -> RunCollection {
    try load(.records)
  }

  private func load(_ content: RunReader.Content) throws(SourceError) -> RunCollection {
    guard let cacheFolder, let real = try? fileSystem.resolve(path) else {
      return try load(content, fileSystem)
    }
    let cache = RegistryCache(folder: cacheFolder, root: real, fileSystem: fileSystem)
    let files = IndexedFiles(fileSystem, root: path, index: cache.read())
    let collection = try load(content, files.fileSystem)
    cache.keep(files)
    return collection
  }

  private func load(
    _ content: RunReader.Content, _ fileSystem: FileSystem
  ) throws(SourceError) -> RunCollection {
    let walk = try Registry(path: path, fileSystem: fileSystem).walk(shownRoot: "")
    guard walk.hasMarker || !walk.runs.isEmpty else {
      if let problem = walk.diagnostics.diagnostics.first(where: { $0.severity == .error }) {
        throw SourceError(problem)
      }
      throw notARun(
        "nothing that experiment-results-manager or Assay wrote", "a registry, such as “assay log” makes one")
    }
    let reader = RunReader(fileSystem: fileSystem, root: path, content: content)
    let readings = reader.readAll(walk.runs)
    var log = walk.diagnostics
    var runs: [Run] = []
    var known: Set<RunID> = []
    for (found, reading) in zip(walk.runs, readings) {
      log.add(contentsOf: reading.diagnostics)
      guard let loaded = reading.run else { continue }
      guard let run = distinct(loaded, found, known, reader, &log) else { continue }
      known.insert(run.id)
      runs.append(run)
    }
    let experiments = Set(runs.map(\.id.experiment))
    return RunCollection(
      sourceName: "an experiment-results-manager registry", runs: runs.sorted { $0.id < $1.id },
      emptyExperiments: walk.markedExperiments.filter { !experiments.contains($0) }.sorted(),
      diagnostics: inOrder(log.diagnostics))
  }

  func walk(shownRoot: String) throws(SourceError) -> RegistryWalk {
    guard fileSystem.exists(path) else { throw notARun("no such folder", "a folder of runs") }
    guard fileSystem.isDirectory(path) else { throw notARun("a file", "a folder of runs") }
    return RegistryWalk(root: path, shownRoot: shownRoot, fileSystem: fileSystem)
  }

  func notARun(_ found: String, _ expected: String, _ consequence: String = "") -> SourceError {
    SourceError(
      Diagnostic(
        .error, Diagnostic.Kind("registry.no-run"), at: SourcePlace(path: path), found: found,
        expected: expected, consequence: consequence))
  }

  func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let placed = diagnostics.enumerated().map {
      (place: $1.place ?? SourcePlace(path: ""), index: $0, value: $1)
    }
    return placed.sorted { $0.place == $1.place ? $0.index < $1.index : $0.place < $1.place }.map(\.value)
  }

  /// The run under an id that no run before it has: a copied folder holds the record of another.
  private func distinct(
    _ run: Run, _ found: FoundRun, _ known: Set<RunID>, _ reader: RunReader, _ log: inout DiagnosticLog
  ) -> Run? {
    guard known.contains(run.id) else { return run }
    var renamed = run
    renamed.id = found.idByPath(rootNames: reader.rootNames) ?? run.id
    let isFree = !known.contains(renamed.id)
    log.add(
      Diagnostic(
        isFree ? .warning : .error, Diagnostic.Kind("registry.duplicate-id"),
        at: SourcePlace(path: found.shownPath(of: RegistryLayout.metadata)),
        found: "the ids of another run, \(VisibleText.quoting(run.id.description))",
        expected: "ids of its own",
        consequence: isFree ? "It is shown under the names of its folders." : "It is left out."))
    return isFree ? renamed : nil
  }
}
