import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// `assay log`: writes a run, or adds to one.
struct LogRun: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Write a run into a registry, and print its path.",
    discussion: """
      With --run of an existing run and no --overwrite, what is given is added to that run.

        assay log registry --experiment digits --variant forest \\
          --param trees=200 --metric accuracy=0.97 --predictions predictions.csv
        assay log registry --experiment digits --run try-1 \\
          --metric loss=0.31@1 --metric loss=0.24@2

      Numbers, true and false are typed; any other value is text. The registry is made if it is not there; it may be an
      address such as s3://bucket/registry, which rclone reaches.
      """)

  @Argument(help: ArgumentHelp("The registry's folder or address.", valueName: "registry"))
  var registry: String

  @OptionGroup(title: "Which run") var identity: RunIdentityOptions
  @OptionGroup(title: "What was set and measured") var values: RunValueOptions
  @OptionGroup(title: "What it left behind") var files: RunFileOptions
  @OptionGroup(title: "How it ended") var outcome: RunOutcomeOptions
  @OptionGroup(title: "Where it comes from") var origin: RunOriginOptions

  func run(in context: CommandContext) async throws -> CommandExit {
    if let address = try RemoteTarget.address(registry, in: context) {
      return try await save(to: address, in: context)
    }
    let path = try RemoteTarget.localPath(registry, for: "log", in: context)
    let registry = Registry(path: path, fileSystem: context.fileSystem)
    do {
      while true {
        var draft = try identity.draft(in: registry, now: context.now)
        try add(to: &draft, from: context.fileSystem)
        do {
          let saved = try registry.save(draft, overwrite: identity.overwrite)
          try context.writeLine(saved.path)
          return .done
        } catch let error as RegistryError where isOvertaken(error) {
          // Another writer made the run or added to it meanwhile: one of the two got through, so this comes to an end.
          continue
        }
      }
    } catch let error as RegistryError {
      throw CommandFailure(error)
    }
  }

  /// Whether another writer was faster, and what was logged can be added to what that one left.
  private func isOvertaken(_ error: RegistryError) -> Bool {
    error.reason == .runChanged
      || (error.reason == .runExists && identity.givenID != nil && !identity.overwrite)
  }

  /// Saves the run to a registry on another machine, or adds to one that is there.
  private func save(to address: RemoteAddress, in context: CommandContext) async throws -> CommandExit {
    let progress = ProgressLine(context)
    defer { progress.clear() }
    do {
      let writer = RemoteWriter(to: address, by: try await .find())
      let saved: SavedRun
      if let id = identity.givenID, !identity.overwrite, try await writer.contains(id) {
        saved = try await writer.add(to: id, progress: progress.show) { draft in
          if let timestamp = identity.timestamp { draft.run.timestamp = timestamp }
          try add(to: &draft, from: context.fileSystem)
        }
      } else {
        var draft = identity.newDraft(now: context.now)
        try add(to: &draft, from: context.fileSystem)
        saved = try await writer.save(draft, overwrite: identity.overwrite, progress: progress.show)
      }
      progress.clear()
      try context.writeLine(saved.path)
      return .done
    } catch let error as RegistryError {
      throw CommandFailure(error)
    } catch let error as RemoteError {
      throw CommandFailure(error)
    } catch let error as SourceError {
      throw CommandFailure(error)
    }
  }

  /// Logs what the options say.
  private func add(to draft: inout ExperimentRun, from fileSystem: FileSystem) throws {
    values.add(to: &draft)
    try files.add(to: &draft, from: fileSystem)
    try outcome.add(to: &draft, from: fileSystem)
    try origin.add(to: &draft, from: fileSystem)
  }
}
