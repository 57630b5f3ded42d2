import ArgumentParser
import Diagnostics
import Jobs
import RunModel

/// `assay jobs retry`: jobs that are over into the queue again.
struct RetryJobs: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Queue jobs again that are over; their failures are kept. Prints their ids.",
    discussion: """
        assay jobs retry digits.queue 0007
        assay jobs retry digits.queue --crashed

      The run of a job that comes to its end again is replaced.
      """)

  @Argument(help: ArgumentHelp("The queue's file or address.", valueName: "queue"), completion: .file())
  var queue: String

  @Argument(help: ArgumentHelp("The ids of jobs.", valueName: "job"))
  var jobs: [String] = []

  @Flag(help: "All jobs that crashed.")
  var crashed = false

  func validate() throws {
    if jobs.isEmpty, !crashed { throw ValidationError("Name jobs, or say --crashed.") }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    let opened = try QueueAccess.open(queue, creating: false, in: context)
    let experiments = try await QueueAccess.attempt { () async throws(JobError) in
      try await opened.experiments()
    }
    var ids: [String] = []
    for id in jobs where !ids.contains(id) {
      let job = try await QueueAccess.attempt { () async throws(JobError) in try await opened.job(id) }
      ids.append(job.id)
    }
    if crashed {
      for experiment in experiments {
        let all = try await QueueAccess.attempt { () async throws(JobError) in
          try await opened.allJobs(of: experiment.name)
        }
        ids += all.filter { $0.status == .crashed && !ids.contains($0.id) }.map(\.id)
      }
    }
    for id in ids {
      let job = try await QueueAccess.attempt { () async throws(JobError) in try await opened.retry(id) }
      if let experiment = experiments.first(where: { ExactString($0.name) == ExactString(job.experiment) }) {
        try await QueueAccess.reopen(experiment, in: opened)
      }
      try context.writeLine(id)
    }
    if ids.isEmpty { context.writeProgress("no job crashed; nothing was changed") }
    return .done
  }
}
