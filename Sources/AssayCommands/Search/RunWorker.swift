import ArgumentParser
import Diagnostics
import Experiments
import Jobs
import RunModel
import RunRegistry

/// `assay worker`: works on a search that is in a queue.
struct RunWorker: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Work on a search that is in a queue, beside other workers.",
    discussion: """
        assay worker digits.queue
        assay worker digits.queue digits-svm --jobs 2
        assay worker digits.queue --once
        assay worker postgres://ann@db.example/jobs

      Everything else it knows from the queue. It waits while other workers still run jobs, and ends when the search
      is over.
      """)

  @Argument(help: ArgumentHelp("The queue's file or address.", valueName: "queue"), completion: .file())
  var queue: String

  @Argument(
    help: ArgumentHelp("The experiment; needed only where there are several.", valueName: "experiment"))
  var experiment: String?

  @Option(help: ArgumentHelp("How many jobs run at the same time.", valueName: "n"))
  var jobs = 1

  @Option(
    help: ArgumentHelp(
      "What the worker is called in the queue and in runs; if absent, the number of the process, and the machine's name where the queue is on another one.",
      valueName: "name"))
  var name: String?

  @Flag(help: "End after one job, and do not wait for one.")
  var once = false

  @Option(help: ArgumentHelp("The registry, in place of the search's.", valueName: "place"))
  var registry: String?

  @Flag(help: "Show what the programs write, each line with its job's id.")
  var showLog = false

  @Flag(help: "Exit with code 1 if any job of the search crashed, or none has a finite metric.")
  var strict = false

  func validate() throws {
    guard (1...128).contains(jobs) else { throw ValidationError("--jobs is from 1 to 128.") }
    if let name, name.isEmpty || name.utf8.count > 200 {
      throw ValidationError("--name is a text of 1 to 200 bytes.")
    }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    let path = WorkerPool.absolute(queue)
    let opened = try QueueAccess.open(path, creating: false, in: context)
    let found = try await QueueAccess.experiment(experiment, in: opened)
    var spec = try QueueAccess.spec(of: found, in: opened)
    if let registry { spec.registry = WorkerPool.absolute(registry) }
    let runs = try await RemoteTarget.runStore(&spec.registry, in: context)
    let pool = WorkerPool(
      spec: spec, experiment: found, queue: opened, runs: runs, count: jobs, once: once,
      isOnlyRegistry: registry == nil,
      showsLog: showLog, continuation: continuation,
      name: name,
      context: context)
    return try pool.finish(try await pool.run(), isStrict: strict)
  }

  /// The command that goes on.
  private var continuation: String {
    var words = ["assay", "worker", JobQueue.shown(queue)] + (experiment.map { [$0] } ?? [])
    if jobs != 1 { words += ["--jobs", "\(jobs)"] }
    if let name { words += ["--name", name] }
    if let registry { words += ["--registry", registry] }
    for (isSet, flag) in [(once, "--once"), (showLog, "--show-log"), (strict, "--strict")] where isSet {
      words.append(flag)
    }
    return VisibleText.escaping(CommandWords.line(words))
  }
}
