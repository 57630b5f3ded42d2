import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// `assay delete`: runs into the registry's trash.
struct DeleteRuns: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Move runs into the registry’s trash folder, and print where they lie now.",
    discussion: """
        assay delete registry digits/forest/2026_03_02__09_10_07

      Nothing is destroyed: the trash is the folder .assay/trash of the registry. Move a run's folder back to undo it,
      or remove the trash to be rid of it.
      """)

  @Argument(help: ArgumentHelp("The registry's folder.", valueName: "registry"), completion: .directory)
  var registry: String

  @Argument(
    help: ArgumentHelp(
      "A run as experiment/variant/run, as experiment/run of the variant main, or its folder.",
      valueName: "run"))
  var runs: [String]

  func run(in context: CommandContext) async throws -> CommandExit {
    let path = try RemoteTarget.localPath(registry, for: "delete", in: context)
    let registry = Registry(path: path, fileSystem: context.fileSystem)
    let names = try RunArgument(registry)
    // All names are looked at before anything is moved.
    var ids: [RunID] = []
    for run in runs {
      let id = try names.id(run)
      if !ids.contains(id) { ids.append(id) }
    }
    for id in ids {
      do {
        try context.writeLine(try registry.delete(id))
      } catch let error as RegistryError {
        throw CommandFailure(error)
      }
    }
    return .done
  }
}
