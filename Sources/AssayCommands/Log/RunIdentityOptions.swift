import ArgumentParser
import Diagnostics
import RunModel
import RunRegistry

/// Which run `assay log` writes.
struct RunIdentityOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The question that is asked.", valueName: "id"))
  var experiment: String

  @Option(help: ArgumentHelp("One way of answering it.", valueName: "id"))
  var variant = RunID.defaultVariant.text

  @Option(help: ArgumentHelp("The run's id; made from its time if absent.", valueName: "id"))
  var run: String?

  @Option(
    help: ArgumentHelp("When the run was started, in ISO 8601; now if absent.", valueName: "time"),
    transform: Self.readTimestamp)
  var timestamp: UTCTimestamp?

  @Flag(help: "Replace the run of this id instead of adding to it.")
  var overwrite = false

  func validate() throws {
    if overwrite, run == nil {
      throw ValidationError("--overwrite needs --run: which run is to be replaced?")
    }
  }

  /// The run's id, if it was given.
  var givenID: RunID? {
    run.map {
      RunID(experiment: ExactString(experiment), variant: ExactString(variant), run: ExactString($0))
    }
  }

  /// The existing run to add to, or an empty one.
  func draft(in registry: Registry, now: () -> UTCTimestamp) throws(RegistryError) -> ExperimentRun {
    guard let id = givenID, !overwrite, registry.contains(id) else { return newDraft(now: now) }
    var draft = try registry.draft(continuing: id)
    if let timestamp { draft.run.timestamp = timestamp }
    return draft
  }

  /// An empty run.
  func newDraft(now: () -> UTCTimestamp) -> ExperimentRun {
    ExperimentRun(
      experiment: ExactString(experiment), variant: ExactString(variant), run: run.map { ExactString($0) },
      timestamp: timestamp ?? now())
  }

  @Sendable
  private static func readTimestamp(_ text: String) throws -> UTCTimestamp {
    guard let timestamp = UTCTimestamp(text) else {
      throw ValidationError(
        "\(VisibleText.quoting(text)) is not a time; expected one such as 2026-03-02T09:10:07Z.")
    }
    return timestamp
  }
}
