import ArgumentParser
import Diagnostics
import Experiments
import Jobs
import RunModel

/// `assay jobs show`: all that is known of jobs.
struct ShowJobs: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show jobs with their results, and their failures with the whole trace.",
    discussion: """
        assay jobs show digits.queue 0007
        assay jobs show digits.queue 0007 0008 --format json
      """)

  @Argument(help: ArgumentHelp("The queue's file or address.", valueName: "queue"), completion: .file())
  var queue: String

  @Argument(help: ArgumentHelp("The ids of jobs.", valueName: "job"))
  var jobs: [String]

  @Option(
    help: ArgumentHelp("How they are written: text (if absent) or json.", valueName: "format"),
    completion: .list(ListJobs.Format.allCases.map(\.rawValue)), transform: ChoiceArgument.read)
  var format = ListJobs.Format.text

  func run(in context: CommandContext) async throws -> CommandExit {
    let opened = try QueueAccess.open(queue, creating: false, in: context)
    var entries: [JobsDocument.Experiment] = []
    for id in jobs {
      let job = try await QueueAccess.attempt { () async throws(JobError) in try await opened.job(id) }
      if let position = entries.firstIndex(where: {
        ExactString($0.experiment.name) == ExactString(job.experiment)
      }) {
        entries[position].jobs.append(job)
      } else {
        let experiment = try await QueueAccess.attempt { () async throws(JobError) in
          try await opened.experiment(job.experiment)
        }
        entries.append(JobsDocument.Experiment(experiment, jobs: [job]))
      }
    }
    switch format {
    case .json: try context.writeOutput(Array(JobsDocument(entries).json().utf8))
    case .text: try context.writeOutput(Array(entries.flatMap(\.jobs).map(text).joined(separator: "\n").utf8))
    }
    return .done
  }

  private func text(_ job: Job) -> String {
    var lines = ["\(job.id)  \(job.status.rawValue)  \(VisibleText.escaping(job.experiment))"]
    lines.append(
      "  attempts  \(job.attempts)" + (job.worker.map { ", the last by \(VisibleText.escaping($0))" } ?? ""))
    let moments = [
      ("created", job.created), ("started", job.started), ("ended", job.ended), ("lease ends", job.leaseEnds),
    ]
    for (name, moment) in moments {
      if let moment { lines.append("  \(name)  \(moment.iso)") }
    }
    if let lineage = job.lineage {
      lines.append(
        "  generation  \(lineage.generation), member \(lineage.member)"
          + (lineage.parent.map { ", from \($0)" } ?? ""))
    }
    for (title, values) in [("hyperparameters", job.hyperparameters), ("results", job.results)]
    where !values.isEmpty {
      lines.append("  \(title)")
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        lines.append("    \(JobText.cut(name.text, 200)) = \(JobText.cut(value.text, 2000))")
      }
    }
    for failure in job.failures {
      lines.append(
        "  attempt \(failure.attempt) by \(VisibleText.escaping(failure.worker)), \(failure.timestamp.iso)")
      for line in failure.error.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        lines.append("    " + VisibleText.escaping(String(line)))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
