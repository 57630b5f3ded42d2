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

      Numbers, true and false are typed; any other value is text. The registry is made if it is not there.
      """)

  @Argument(help: ArgumentHelp("The registry's folder.", valueName: "registry"))
  var registry: String

  @OptionGroup(title: "Which run") var identity: RunIdentityOptions
  @OptionGroup(title: "What was set and measured") var values: RunValueOptions
  @OptionGroup(title: "What it left behind") var files: RunFileOptions
  @OptionGroup(title: "How it ended") var outcome: RunOutcomeOptions

  func run(in context: CommandContext) async throws -> CommandExit {
    let registry = Registry(path: registry, fileSystem: context.fileSystem)
    do {
      while true {
        var draft = try identity.draft(in: registry, now: context.now)
        values.add(to: &draft)
        try files.add(to: &draft, from: context.fileSystem)
        try outcome.add(to: &draft, from: context.fileSystem)
        do {
          let saved = try registry.save(draft, overwrite: identity.overwrite)
          try context.writeLine(saved.path)
          return .done
        } catch let error as RegistryError where error.reason == .runChanged {
          // Another writer added to the run meanwhile: one of the two got through, so this comes to an end.
          continue
        }
      }
    } catch let error as RegistryError {
      throw CommandFailure(error)
    }
  }
}
