import ArgumentParser
import Diagnostics
import Jobs

/// `assay jobs rm`: jobs out of the queue.
struct RemoveJobs: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm",
    abstract: "Remove jobs from a queue; runs that they made stay in the registry.",
    discussion: """
        assay jobs rm digits.queue 0007 0008

      A job that runs is removed only with --force: its worker then ends the program and keeps nothing.
      """)

  @Argument(help: ArgumentHelp("The queue's file or address.", valueName: "queue"), completion: .file())
  var queue: String

  @Argument(help: ArgumentHelp("The ids of jobs.", valueName: "job"))
  var jobs: [String]

  @Flag(help: "Also jobs that a worker runs now.")
  var force = false

  func run(in context: CommandContext) async throws -> CommandExit {
    let opened = try QueueAccess.open(queue, creating: false, in: context)
    // All are looked at before any is removed.
    for id in jobs {
      let job = try await QueueAccess.attempt { () async throws(JobError) in try await opened.job(id) }
      guard force || job.status != .running else {
        throw CommandFailure(
          "\(VisibleText.escaping(opened.path)): job \(job.id) is running; nothing was removed. "
            + "Stop its worker, or say --force.")
      }
    }
    for id in jobs {
      try await QueueAccess.attempt { () async throws(JobError) in
        try await opened.deleteJob(id, ensure: false)
      }
      try context.writeLine(id)
    }
    return .done
  }
}
