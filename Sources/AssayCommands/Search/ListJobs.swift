import ArgumentParser
import Diagnostics
import Experiments
import Jobs
import RunModel

/// `assay jobs list`: the jobs of a queue.
struct ListJobs: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the jobs of a queue, oldest first.",
    discussion: """
        assay jobs list digits.queue
        assay jobs list digits.queue digits-svm --status crashed --format json
      """)

  /// How jobs are written.
  enum Format: String, CaseIterable {
    case text, json
  }

  /// Which jobs are listed.
  enum Status: String, CaseIterable {
    case queued, running, crashed, pruned, done

    var status: JobStatus { JobStatus(rawValue: rawValue.uppercased()) ?? .queued }
  }

  @Argument(help: ArgumentHelp("The queue's file or address.", valueName: "queue"), completion: .file())
  var queue: String

  @Argument(help: ArgumentHelp("Only this experiment.", valueName: "experiment"))
  var experiment: String?

  @Option(
    help: ArgumentHelp("Only jobs that are queued, running, crashed, pruned or done.", valueName: "status"),
    completion: .list(Status.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var status: Status?

  @Option(
    help: ArgumentHelp("How they are written: text (if absent) or json.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format = Format.text

  func run(in context: CommandContext) async throws -> CommandExit {
    let opened = try QueueAccess.open(queue, creating: false, in: context)
    var experiments = try await QueueAccess.attempt { () async throws(JobError) in
      try await opened.experiments()
    }
    if let experiment { experiments = [try await QueueAccess.experiment(experiment, in: opened)] }
    var entries: [JobsDocument.Experiment] = []
    for experiment in experiments {
      let listing = try await QueueAccess.attempt { () async throws(JobError) in
        try await opened.listing(of: experiment.name)
      }
      for damage in listing.damaged { context.writeMessage(damage.description, severity: .warning) }
      let jobs = listing.jobs.filter { status == nil || $0.status == status?.status }
      entries.append(JobsDocument.Experiment(experiment, jobs: jobs))
    }
    switch format {
    case .json: try context.writeOutput(Array(JobsDocument(entries).json().utf8))
    case .text: try context.writeOutput(Array(entries.map(text).joined().utf8))
    }
    return .done
  }

  private func text(_ entry: JobsDocument.Experiment) -> String {
    var text = "\(VisibleText.escaping(entry.experiment.name))  \(entry.experiment.status.rawValue)\n"
    for job in entry.jobs {
      let status = job.status.rawValue.padding(to: 7)
      let values = JobText.values(job.hyperparameters)
      let results = job.results.isEmpty ? "" : "  → " + JobText.cut(JobText.values(job.results), 200)
      let parent = job.lineage?.parent.map { "  from \($0)" } ?? ""
      text += "  \(job.id)  \(status)  \(values)\(results)\(parent)\n"
      if job.status == .crashed, let failure = job.failures.last {
        text += "        \(JobText.reason(failure.error))\n"
      }
    }
    return text
  }
}

extension String {
  /// The text with blanks behind it, so that it has `count` characters at least.
  fileprivate func padding(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
