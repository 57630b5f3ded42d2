import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// Where a run that `assay log` writes comes from.
struct RunOriginOptions: ParsableArguments {
  @Flag(help: "Record the commit and branch of the git repository of the working folder.")
  var git = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Where the run comes from: a program, a machine, a data set.", valueName: "name=value"),
    transform: NamedValue.read)
  var provenance: [NamedValue] = []

  @Option(help: ArgumentHelp("The run that this one belongs to or continues.", valueName: "id"))
  var parent: String?

  @Option(help: ArgumentHelp("How long it took, in seconds.", valueName: "seconds"))
  var duration: Double?

  func validate() throws {
    if let duration, !duration.isFinite || duration < 0 {
      throw ValidationError("--duration needs a number of seconds that is not negative.")
    }
  }

  /// Sets what was given.
  ///
  /// - Throws: ``CommandFailure`` with `--git` outside of a repository.
  func add(to draft: inout ExperimentRun, from fileSystem: FileSystem) throws(CommandFailure) {
    if git {
      guard let head = GitHead(of: ".", in: fileSystem) else {
        throw CommandFailure("--git: the working folder lies in no git repository with a commit.")
      }
      draft.run.provenance["git commit"] = head.commit
      draft.run.provenance["git branch"] = head.branch
    }
    for entry in provenance { draft.run.provenance[entry.name] = entry.value }
    if let parent { draft.run.parent = parent }
    if let duration { draft.run.duration = duration }
  }
}
