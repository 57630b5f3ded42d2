import ArgumentParser
import Diagnostics
import Markup
import ReportModel
import RunRegistry
import SiteBuilder

/// `assay build`: a registry into a site.
struct BuildSite: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build a static site of all runs of a registry, or of another tool’s tree.",
    discussion: """
        assay build registry --out public
        assay build site-example
        assay build mlruns
        assay build s3://bucket/registry

      An assay.yaml in the source or beside it says what to call the site and how to judge experiments; one in the
      source may name the registry. Only what changed is written anew. Pages open from disk and load nothing.
      """)

  @Argument(
    help: ArgumentHelp(
      "A registry, a folder with an assay.yaml that names one, or what another tool wrote.",
      valueName: "source"))
  var source: String

  @Option(
    help: ArgumentHelp(
      "The site's folder: a new or empty one, or one that Assay made. It is that of assay.yaml, else public.",
      valueName: "folder"),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp("The configuration; assay.yaml in or beside the source if absent.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var config: String?

  @Option(
    help: ArgumentHelp("Your own templates, which replace those of the same name.", valueName: "folder"),
    completion: .directory)
  var templates: String?

  @Option(
    help: ArgumentHelp(
      "Your own style sheets and scripts, which replace those of the same name.", valueName: "folder"),
    completion: .directory)
  var resources: String?

  @Flag(help: "Make every page anew, whatever an earlier build left.")
  var clean = false

  @Flag(help: "Print the seconds of each step to standard error.")
  var timings = false

  @OptionGroup var problems: DiagnosticOptions

  func run(in context: CommandContext) async throws -> CommandExit {
    let search = try configuration(in: context)
    let out = out ?? search.out ?? "public"
    var configuration = search.file.report
    let input = try await RemoteInput.tree(search.source, .everything, in: context)
    if configuration.title == nil, input.isRemote { configuration.title = input.name }
    if configuration.title == nil { configuration.title = folderName(search.source, in: context.fileSystem) }
    let choice = RunSourceChoice(input.path, in: context)
    choice.announce(search.source, in: context)
    let build = SiteBuild(
      source: choice.source, root: input.path,
      configuration: configuration,
      options: SiteBuildOptions(
        out: out, templates: templates, resources: resources, isClean: clean,
        parallelism: context.processorCount),
      fileSystem: context.fileSystem)
    let result: SiteBuildResult
    do {
      result = try await build.run(progress: ProgressLine(context).show)
    } catch {
      throw CommandFailure(error)
    }
    ProgressLine(context).clear()
    let exit = problems.finish(with: input.diagnostics + result.diagnostics, in: context)
    if timings { context.writeError(StepTimes(result.timings).report) }
    context.writeProgress(Self.summary(result))
    try context.writeLine(FilePath.join(out, "index.html"))
    if !result.isComplete { throw CommandFailure("The site is incomplete; the errors above say why.") }
    return exit
  }

  private func configuration(in context: CommandContext) throws(CommandFailure) -> ConfigurationSearch {
    do {
      return try ConfigurationSearch(source: source, given: config, fileSystem: context.fileSystem)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The last name of a folder's real path, so that `.` has a name too.
  private func folderName(_ path: String, in fileSystem: FileSystem) -> String {
    FilePath.name(of: (try? fileSystem.resolve(path)) ?? path)
  }

  private static func summary(_ result: SiteBuildResult) -> String {
    let runs = "\(count(result.runCount, "run")) in \(count(result.experimentCount, "experiment"))"
    let files =
      "\(NumberText.integer(result.filesWritten)) written, "
      + "\(NumberText.integer(result.filesUnchanged)) unchanged, "
      + "\(NumberText.integer(result.filesRemoved)) removed"
    return "\(runs); files: \(files)"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(NumberText.integer(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
