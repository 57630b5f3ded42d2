import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// `assay tag`: sets and removes tags of runs.
struct TagRuns: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Set or remove tags of runs, and print the runs’ paths.",
    discussion: """
        assay tag registry digits/forest/2026_03_02__09_10_07 --set reviewed=yes --set stage=candidate
        assay tag registry digits/final --remove stage

      The rest of a run stays as it is, also where others write at the same time.
      """)

  @Argument(help: ArgumentHelp("The registry's folder.", valueName: "registry"), completion: .directory)
  var registry: String

  @Argument(
    help: ArgumentHelp(
      "A run as experiment/variant/run, as experiment/run of the variant main, or its folder.",
      valueName: "run"))
  var runs: [String]

  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp("A tag to set.", valueName: "name=value"),
    transform: NamedValue.read)
  var set: [NamedValue] = []

  @Option(parsing: .unconditionalSingleValue, help: ArgumentHelp("A tag to remove.", valueName: "name"))
  var remove: [String] = []

  func validate() throws {
    if set.isEmpty, remove.isEmpty {
      throw ValidationError("Nothing to do: give --set name=value or --remove name.")
    }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    let path = try RemoteTarget.localPath(registry, for: "tag", in: context)
    let registry = Registry(path: path, fileSystem: context.fileSystem)
    let names = try RunArgument(registry)
    var ids: [RunID] = []
    for run in runs { ids.append(try names.id(run)) }
    let tags = Dictionary(set.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    for id in ids {
      do {
        try registry.tag(id, tags, removing: remove.map { ExactString($0) })
        try context.writeLine(registry.path(of: id))
      } catch let error as RegistryError {
        throw CommandFailure(error)
      }
    }
    return .done
  }
}
