import ArgumentParser
import Diagnostics
import Experiments
import Jobs

/// `assay jobs lineage`: which job went on from which, and whether it would again.
struct ShowLineage: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Write the lineage of a search as JSON, or check it by deciding everything again.",
    discussion: """
        assay jobs lineage digits.queue > lineage.json
        assay jobs lineage digits.queue --check

      For the strategies pbt and asha. A check makes each decision again, from the seed and the results of the jobs; it
      exits with code 1 where one is another now, and says which is the first.
      """)

  @Argument(help: ArgumentHelp("The queue's file or address.", valueName: "queue"), completion: .file())
  var queue: String

  @Argument(
    help: ArgumentHelp("The experiment; needed only where there are several.", valueName: "experiment"))
  var experiment: String?

  @Flag(help: "Decide everything again, and say whether it is the same.")
  var check = false

  func run(in context: CommandContext) async throws -> CommandExit {
    let opened = try QueueAccess.open(queue, creating: false, in: context)
    let found = try await QueueAccess.experiment(experiment, in: opened)
    let spec = try QueueAccess.spec(of: found, in: opened)
    guard let plan = spec.plan else {
      throw CommandFailure(
        "\(VisibleText.escaping(opened.path)): found strategy: \(spec.strategy.rawValue), whose jobs do not go on from one "
          + "another; expected pbt or asha.")
    }
    let listing = try await QueueAccess.attempt { () async throws(JobError) in
      try await opened.listing(of: found.name)
    }
    for damage in listing.damaged { context.writeMessage(damage.description, severity: .warning) }
    guard check else {
      try context.writeOutput(Array(LineageDocument(spec, jobs: listing.jobs).json().utf8))
      return .done
    }
    if let difference = LineageReplay(plan).firstDifference(in: listing.jobs, isOver: found.status == .done) {
      try context.writeLine("another decision: \(difference)")
      return .doneWithWarnings
    }
    let count = listing.jobs.count { $0.lineage != nil }
    try context.writeLine("\(count) \(count == 1 ? "decision" : "decisions"), all the same")
    return .done
  }
}
