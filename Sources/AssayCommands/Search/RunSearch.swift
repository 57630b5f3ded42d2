import ArgumentParser
import Diagnostics
import Experiments
import Jobs
import RunModel
import RunRegistry

/// `assay search`: begins a search or goes on with it, and works on it until it is over.
struct RunSearch: AssayCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search hyperparameters by running a program, each try a run of the registry.",
    discussion: """
        assay search search.yaml
        assay search search.yaml --workers 4
        assay search search.yaml --dry-run

      The specification says what to run and what to try:

        experiment: digits-svm
        command: python3 train.py %h      # %h is replaced by --C 0.1 --kernel rbf
        parameters:
          C: {loguniform: {low: 0.01, high: 100}}
          kernel: [rbf, poly]
        strategy: random                  # or grid, manual, pbt, asha
        trials: 30
        metric: accuracy

      The program prints its results as JSON between the lines “--- RESULTS ---” and “--- END RESULTS ---”, or writes
      results.json into the folder that the variable ASSAY_RUN_DIR names. The same command again goes on with a search
      that was stopped. Ctrl-C stops it cleanly, twice at once (exit code 130).
      """)

  @Argument(help: ArgumentHelp("The specification, a YAML file.", valueName: "spec"), completion: .file())
  var spec: String

  @Option(help: ArgumentHelp("How many workers run at the same time.", valueName: "n"))
  var workers: Int?

  @Option(help: ArgumentHelp("The registry, in place of the specification's.", valueName: "place"))
  var registry: String?

  @Option(
    help: ArgumentHelp("The queue's file or address, in place of the specification's.", valueName: "queue"))
  var queue: String?

  @Flag(help: "Print what the first ten trials, or the first generation, would run, and do nothing.")
  var dryRun = false

  @Flag(help: "Show what the programs write, each line with its job's id.")
  var showLog = false

  @Flag(help: "Exit with code 1 if any job crashed, or none has a finite metric.")
  var strict = false

  func validate() throws {
    if let workers, !(1...128).contains(workers) { throw ValidationError("--workers is from 1 to 128.") }
  }

  func run(in context: CommandContext) async throws -> CommandExit {
    var search: SearchSpec
    do throws(SearchSpecError) {
      search = try SearchSpec.read(spec, from: context.fileSystem)
    } catch {
      throw CommandFailure("The specification cannot be used; nothing was done.", after: error.diagnostics)
    }
    if let workers { search.workers = workers }
    if let registry { search.registry = WorkerPool.absolute(registry) }
    if let queue { search.queue = WorkerPool.absolute(queue) }
    let runs = try await RemoteTarget.runStore(&search.registry, in: context)
    if dryRun { return try show(search, in: context) }
    if let obstacle = search.obstacle { throw CommandFailure("\(obstacle) Nothing was done.") }
    if let problem = JobQueue.addressProblem(search.queue) {
      throw CommandFailure("\(problem) Nothing was done.")
    }
    let opened: JobQueue
    let setup: SearchSetup
    do {
      if !JobQueue.isAddress(search.queue) {
        try context.fileSystem.createDirectory(FilePath.parent(of: search.queue))
      }
      // Two that begin the same search at the same time shall not both add the jobs that come first.
      let lock = try? context.fileSystem.lock(spec, true)
      defer { withExtendedLifetime(lock) {} }
      SearchSetup.makeFile(at: search.queue)
      opened = try QueueAccess.open(search.queue, creating: true, in: context)
      // From here on it is shown, so without a password.
      search.queue = opened.path
      setup = try await SearchSetup(search, in: opened)
    } catch let error as FileSystemError {
      throw CommandFailure(error)
    } catch let problem as SearchSetup.Problem {
      throw CommandFailure(problem.description)
    }
    if setup.isContinued {
      context.writeProgress("going on with the search in \(VisibleText.escaping(search.queue))")
    }
    let pool = WorkerPool(
      spec: search, experiment: setup.experiment, queue: opened, runs: runs, count: search.workers,
      once: false,
      showsLog: showLog, continuation: continuation, context: context)
    return try pool.finish(try await pool.run(), isStrict: strict)
  }

  /// The command that goes on.
  private var continuation: String {
    var words = ["assay", "search", spec]
    if let workers { words += ["--workers", "\(workers)"] }
    if let registry { words += ["--registry", registry] }
    if let queue { words += ["--queue", JobQueue.shown(queue)] }
    for (isSet, flag) in [(showLog, "--show-log"), (strict, "--strict")] where isSet { words.append(flag) }
    return VisibleText.escaping(CommandWords.line(words))
  }

  private func show(_ search: SearchSpec, in context: CommandContext) throws -> CommandExit {
    // Of a population the first generation as a whole, which is bounded, too.
    let count = search.strategy == .pbt ? PopulationSettings.sizeLimit : 10
    let points = search.jobs + (0..<min(count, search.trialCount ?? 0)).compactMap { search.point(of: $0) }
    for (number, point) in points.prefix(count).enumerated() {
      let digits = String(number + 1)
      let id = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      try context.writeLine(VisibleText.escaping(search.commandLine(job: id, point)))
    }
    let first = search.jobs.count + (search.trialCount ?? 0)
    let total =
      switch (search.plan?.lastGeneration, search.jobCount) {
      case (nil, let count?): "\(count) jobs in all"
      case (_?, let count?): "\(first) jobs of generation 0, \(count) in all"
      case (_, nil): "\(first) jobs to begin with"
      }
    context.writeProgress("\(total); nothing was run")
    return .done
  }
}
