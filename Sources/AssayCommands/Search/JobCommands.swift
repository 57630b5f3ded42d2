import ArgumentParser

/// `assay jobs`: what looks at the jobs of a queue and changes them.
struct JobCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs",
    abstract: "List, show, add, retry and remove the jobs of a queue; write their lineage.",
    discussion: """
        assay jobs list digits.queue --status crashed
        assay jobs show digits.queue 0007
        assay jobs add digits.queue --param C=0.5 --param kernel=rbf
        assay jobs retry digits.queue --crashed
        assay jobs rm digits.queue 0007
        assay jobs lineage digits.queue
      """,
    subcommands: [
      ListJobs.self, ShowJobs.self, AddJob.self, RetryJobs.self, RemoveJobs.self, ShowLineage.self,
    ])
}
