import ArgumentParser
import Diagnostics
import Experiments
import Jobs
import RunModel

/// `assay jobs add`: a job that somebody wants to be run.
struct AddJob: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Queue a job; it comes before those that a strategy chooses. Prints its id.",
    discussion: """
        assay jobs add digits.queue --param C=0.5 --param kernel=rbf

      A search that is over is taken up again: run “assay search” or “assay worker”.
      """)

  @Argument(help: ArgumentHelp("The queue's file or address.", valueName: "queue"), completion: .file())
  var queue: String

  @Argument(
    help: ArgumentHelp("The experiment; needed only where there are several.", valueName: "experiment"))
  var experiment: String?

  @Option(
    name: .customLong("param"), parsing: .singleValue,
    help: ArgumentHelp("A hyperparameter.", valueName: "name=value"), transform: NamedValue.read)
  var parameters: [NamedValue] = []

  func run(in context: CommandContext) async throws -> CommandExit {
    let opened = try QueueAccess.open(queue, creating: false, in: context)
    let found = try await QueueAccess.experiment(experiment, in: opened)
    var values: [ExactString: Scalar] = [:]
    for parameter in parameters { values[parameter.name] = parameter.scalar }
    var plan: (any LineagePlan)?
    if !found.settings.isEmpty {
      let spec = try QueueAccess.spec(of: found, in: opened)
      plan = spec.plan
      values = spec.completed(values)
      if let problem = spec.problem(ofJob: values) {
        throw CommandFailure("The job was not added: found \(problem.found); expected \(problem.expected).")
      }
    }
    let hyperparameters = values
    let job = try await QueueAccess.attempt { () async throws(JobError) in
      try await opened.addJob(to: found.name, hyperparameters: hyperparameters)
    }
    try await QueueAccess.reopen(found, in: opened)
    try context.writeLine(job.id)
    if let plan {
      let jobs = try await QueueAccess.attempt { () async throws(JobError) in
        try await opened.allJobs(of: found.name)
      }
      if plan.places(of: jobs)[job.id] == nil {
        context.writeProgress("the population is full: the job is run and kept, and takes no part")
      }
    }
    return .done
  }
}

extension QueueAccess {
  /// Makes an experiment RUNNING that is DONE, so that what is queued is given out.
  static func reopen(_ experiment: QueuedExperiment, in queue: JobQueue) async throws(CommandFailure) {
    try await attempt { () async throws(JobError) in
      var current = try await queue.experiment(experiment.name)
      guard current.status == .done else { return }
      current.status = .running
      _ = try await queue.pushUpdates(current, safe: false)
    }
  }
}
