import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// `assay list`: experiments, variants and runs of a registry.
struct ListRuns: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract:
      "List the experiments, variants and runs of a registry or another tool’s tree, oldest run first.",
    discussion: """
        assay list registry
        assay list registry digits forest --format json
      """)

  /// How the list is written.
  enum Format: String, CaseIterable {
    case text, json
  }

  @Argument(help: ArgumentHelp("The registry's folder.", valueName: "registry"))
  var registry: String

  @Argument(help: ArgumentHelp("Only this experiment.", valueName: "experiment"))
  var experiment: String?

  @Argument(help: ArgumentHelp("Only this variant of it.", valueName: "variant"))
  var variant: String?

  @Option(
    help: ArgumentHelp("How it is written: text (if absent) or json.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format = Format.text

  @OptionGroup var problems: DiagnosticOptions

  func run(in context: CommandContext) async throws -> CommandExit {
    let input = try await RemoteInput.tree(registry, .records, in: context)
    let choice = RunSourceChoice(input.path, in: context)
    choice.announce(registry, in: context)
    let collection = try choice.summaries()
    let listing = RunListing(
      collection, experiment: experiment.map { ExactString($0) }, variant: variant.map { ExactString($0) })
    try checkNames(in: collection, listing)
    switch format {
    case .text: try context.writeOutput(Array(RunTree(listing).text.utf8))
    case .json: try context.writeOutput(Array(listing.json().utf8))
    }
    return problems.finish(with: input.diagnostics + collection.diagnostics, in: context)
  }

  /// Says so, with the near name, when there is no experiment or variant of the name that was asked for.
  private func checkNames(in collection: RunCollection, _ listing: RunListing) throws(CommandFailure) {
    let all = RunListing(collection)
    guard let experiment else { return }
    guard let found = all.experiments.first(where: { $0.id == ExactString(experiment) }) else {
      throw CommandFailure(
        "\(VisibleText.escaping(registry)): there is no such experiment: "
          + ChoiceArgument.unknown(experiment, among: all.experiments.map(\.id.text)))
    }
    guard let variant, !found.variants.contains(where: { $0.id == ExactString(variant) }) else { return }
    throw CommandFailure(
      "\(VisibleText.escaping(registry)): there is no such variant of \(VisibleText.quoting(experiment)): "
        + ChoiceArgument.unknown(variant, among: found.variants.map(\.id.text)))
  }
}
