import Diagnostics
import Experiments
import Jobs
import RunModel

/// Opening a queue and finding an experiment in it, with failures in words.
enum QueueAccess {
  /// Opens the queue at `path`.
  ///
  /// - Throws: ``CommandFailure``.
  static func open(_ path: String, creating: Bool, in context: CommandContext) throws(CommandFailure)
    -> JobQueue
  {
    do throws(JobError) {
      return try JobQueue.open(path, creating: creating, now: context.now)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The experiment of this name, or the only one.
  ///
  /// - Throws: ``CommandFailure`` with the near name, or with all names where there are several.
  static func experiment(_ name: String?, in queue: JobQueue) async throws(CommandFailure) -> QueuedExperiment
  {
    let all = try await attempt { () async throws(JobError) in try await queue.experiments() }
    let path = VisibleText.escaping(queue.path)
    if let name {
      if let found = all.first(where: { ExactString($0.name) == ExactString(name) }) { return found }
      throw CommandFailure(
        "\(path): there is no such experiment: " + ChoiceArgument.unknown(name, among: all.map(\.name)))
    }
    if all.count == 1, let only = all.first { return only }
    guard !all.isEmpty else { throw CommandFailure("\(path): there is no experiment in this queue.") }
    throw CommandFailure(
      "\(path): found \(all.count) experiments; expected the name of one: "
        + all.prefix(20).map { VisibleText.quoting($0.name) }.joined(separator: ", ") + ".")
  }

  /// Runs `body`, with what the queue says as a failure.
  static func attempt<Value: Sendable>(
    _ body: () async throws(JobError) -> Value
  ) async throws(CommandFailure) -> Value {
    do throws(JobError) {
      return try await body()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The search that a queue keeps for an experiment.
  ///
  /// - Throws: ``CommandFailure`` if what it keeps is none.
  static func spec(of experiment: QueuedExperiment, in queue: JobQueue) throws(CommandFailure) -> SearchSpec {
    guard !experiment.settings.isEmpty else {
      throw CommandFailure(
        "\(VisibleText.escaping(queue.path)): the experiment \(VisibleText.quoting(experiment.name)) has no command "
          + "to run: it was not made by “assay search”.")
    }
    do throws(SearchSpecError) {
      return try SearchSpec(settings: experiment.settings, queue: queue.path)
    } catch {
      throw CommandFailure("The search that the queue keeps cannot be used.", after: error.diagnostics)
    }
  }
}
