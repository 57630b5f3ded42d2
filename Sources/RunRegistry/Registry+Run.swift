public import Diagnostics
public import RunModel

extension Registry {
  /// Reads one run by its path.
  ///
  /// The folder of a run means that run; the folder of a variant its latest run; the folder of an experiment the
  /// latest run of its variant `main`. Latest is by time, then by id; a run without a time is the oldest.
  ///
  /// - Throws: ``SourceError`` if there is no such run, with what is there instead.
  public static func run(at path: String, fileSystem: FileSystem = .disk) throws(SourceError) -> LoadedRun {
    let folder = Registry(path: path, fileSystem: fileSystem)
    let walk = try folder.walk(shownRoot: path)
    let reader = RunReader(fileSystem: fileSystem, root: path)
    let candidates: [FoundRun]
    switch walk.rootKind {
    case .run: candidates = walk.runs.filter(\.names.isEmpty)
    case .variant: candidates = walk.runs
    case .experiment:
      candidates = walk.runs.filter {
        $0.idByPath(rootNames: reader.rootNames)?.variant == RunID.defaultVariant
      }
      if candidates.isEmpty, !walk.runs.isEmpty {
        throw folder.notARun(
          "an experiment without a variant “main”", "the folder of a run or a variant",
          "There are \(variants(of: walk.runs, reader)).")
      }
    case .registry:
      throw folder.notARun("a whole registry", "the folder of a run, a variant or an experiment")
    case nil:
      throw folder.notARun(
        "a folder without \(RegistryLayout.metadata)", "the folder of a run, a variant or an experiment")
    }
    return try folder.latest(of: candidates, walk, reader)
  }

  /// Reads the run of this id.
  ///
  /// - Throws: ``SourceError`` if there is none or it cannot be read.
  public func run(_ id: RunID) throws(SourceError) -> LoadedRun {
    guard contains(id) else {
      throw notARun("no run \(VisibleText.quoting(id.description))", "the id of a run in this registry")
    }
    let folder = Registry(path: path(of: id), fileSystem: fileSystem)
    let walk = try folder.walk(shownRoot: folder.path)
    let reader = RunReader(fileSystem: fileSystem, root: folder.path)
    return try folder.latest(of: walk.runs.filter(\.names.isEmpty), walk, reader)
  }

  /// Reads the run of this id with the bytes of its artifacts, all of one moment.
  ///
  /// ``run(_:)`` reads files only when they are used; by then another writer may have replaced the run. Here it is
  /// read again until its record was the same before and after.
  ///
  /// - Throws: ``SourceError`` if there is none, it cannot be read, or it never stands still.
  public func snapshot(_ id: RunID) throws(SourceError) -> LoadedRun {
    let record = FilePath.join(path(of: id), RegistryLayout.metadata)
    for _ in 0..<100 {
      let before = try? fileSystem.read(record, limit: RegistryLimit.metadataBytes)
      var loaded = try run(id)
      var isWhole = true
      for index in loaded.run.artifacts.indices {
        guard case .file(let path) = loaded.run.artifacts[index].content else { continue }
        if let bytes = try? fileSystem.read(path, limit: RegistryLimit.artifactBytes) {
          loaded.run.artifacts[index].content = .bytes(bytes)
        } else {
          isWhole = false
        }
      }
      let after = try? fileSystem.read(record, limit: RegistryLimit.metadataBytes)
      if isWhole, before != nil, before == after { return loaded }
    }
    throw notARun(
      "the run \(VisibleText.quoting(id.description)), which changes all the time", "a run at rest")
  }

  /// Reads the latest run of a variant: the last by time, then by id.
  ///
  /// - Throws: ``SourceError`` if there is no such variant or no run of it can be read.
  public func latestRun(
    of experiment: ExactString, variant: ExactString = RunID.defaultVariant
  ) throws(SourceError) -> LoadedRun {
    let name = "\(experiment)/\(variant)"
    guard SafeName.problem(of: name) == nil else {
      throw notARun("no variant \(VisibleText.quoting(name))", "the ids of an experiment and a variant")
    }
    return try Self.run(at: FilePath.join(path, name), fileSystem: fileSystem)
  }

  /// The latest of `candidates`, with its own diagnostics and those for what might have been later still.
  private func latest(
    of candidates: [FoundRun], _ walk: RegistryWalk, _ reader: RunReader
  ) throws(SourceError) -> LoadedRun {
    var latest: LoadedRun?
    var unreadable = walk.diagnostics
    for found in candidates {
      var log = DiagnosticLog()
      guard let run = reader.read(found, &log) else {
        unreadable.add(contentsOf: log.diagnostics)
        continue
      }
      if latest.map({ Run.isOlder($0.run, run) }) ?? true {
        latest = LoadedRun(run: run, diagnostics: log.diagnostics)
      }
    }
    if let latest {
      return LoadedRun(
        run: latest.run, diagnostics: inOrder(unreadable.diagnostics + latest.diagnostics))
    }
    if let reason = unreadable.diagnostics.first(where: { $0.severity == .error }) {
      throw SourceError(reason)
    }
    throw notARun("no run", "the folder of a run, a variant or an experiment")
  }

  private static func variants(of runs: [FoundRun], _ reader: RunReader) -> String {
    let names = Set(runs.compactMap { $0.idByPath(rootNames: reader.rootNames)?.variant }).sorted()
    return names.prefix(10).map { VisibleText.quoting($0.text) }.joined(separator: ", ")
  }
}
