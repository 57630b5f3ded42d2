import Diagnostics
import Jobs
import Markup
import RunModel
import ScalarFormats
import Synchronization

/// One attempt at a job: runs the program in a folder of its own and reads what it reported.
struct JobAttempt: Sendable {
  /// How an attempt ended.
  struct Outcome {
    /// The job was taken from the worker, or the worker was asked to stop: nothing is kept.
    var isAbandoned = false
    /// Why the program could not be started, where that is nothing that the job did; nothing is kept.
    var hindrance: SearchFailure?
    /// What was reported.
    var results: [ExactString: Scalar] = [:]
    /// Why it failed, with the trace; nil if it did well.
    var error: String?
    /// Whether the program ended well and said that it gave up.
    var isPruned = false
    /// What the program wrote.
    var log = ProgramLog()
    /// The command as it ran.
    var words: [String] = []
  }

  let job: Job
  let spec: SearchSpec
  let folder: RunFolder
  let ancestry: JobAncestry
  let fileSystem: FileSystem

  /// Runs the program.
  ///
  /// - Parameter onLine: Called with each line that it writes.
  /// - Returns: What came of it; cancelling the task gives an abandoned one.
  func run(onLine: @escaping @Sendable (ProgramLine) -> Void) async -> Outcome {
    let words = CommandTemplate.words(
      spec.command, experiment: spec.experiment, job: job.id, hyperparameters: job.hyperparameters)
    let problem = await ancestry.prepare(in: folder.parent, fileSystem)
    if Task.isCancelled { return Outcome(isAbandoned: true, words: words) }
    if let problem {
      return problem.isTemporary
        ? Outcome(hindrance: .parent(problem.detail), words: words)
        : Outcome(error: problem.detail, words: words)
    }
    let block = Mutex(ResultsBlock())
    let file = AttemptLog(in: folder.path)
    let program = Program(
      words, folder: spec.files.isEmpty ? spec.folder : folder.code, variables: variables,
      withheld: JobAncestry.names, timeLimit: spec.timeout, lineLimit: WorkerProtocol.lineBytes)
    let ran = await program.run { line in
      block.withLock { $0.add(line) }
      file.add(line)
      onLine(line)
    }
    var outcome = Outcome(log: ran.log, words: words)
    if ran.ending == .cancelled {
      outcome.isAbandoned = true
      return outcome
    }
    if case .noRoom(let reason) = ran.ending {
      outcome.hindrance = .shortage(reason)
      return outcome
    }
    if folder.isReplaced {
      outcome.error =
        "The program put something else, such as a link, in place of the folder ASSAY_RUN_DIR; what is there was "
        + "not read. Expected is that it writes into the folder."
      return outcome
    }
    var unreadable: String?
    do throws(JobResults.Problem) {
      let finding = block.withLock { $0.finding }
      outcome.results = try JobResults.read(finding, folder: folder.run, fileSystem: fileSystem)
    } catch {
      unreadable = error.detail
    }
    let gaveUp = block.withLock { $0.isPruned }
    let reason =
      ran.ending.isSuccess
      ? unreadable ?? missing(in: outcome.results, gaveUp: gaveUp) : ran.ending.description
    outcome.isPruned = gaveUp && reason == nil
    if let reason {
      let trace = ran.errors.text
      outcome.error = trace.isEmpty ? reason : reason + "\n\n" + trace
    }
    return outcome
  }

  /// What the results lack, as a whole sentence; a program that gave up need not report anything.
  private func missing(in results: [ExactString: Scalar], gaveUp: Bool) -> String? {
    if results.isEmpty {
      return spec.allowsEmptyResults || gaveUp
        ? nil
        : "The program reported no results. Expected is a JSON object between the lines "
          + "“\(WorkerProtocol.resultsBegin)” and “\(WorkerProtocol.resultsEnd)” on standard output, or in "
          + "\(WorkerProtocol.resultsFile) in the folder ASSAY_RUN_DIR; or allow_empty_results: true."
    }
    guard let metric = spec.metric else { return nil }
    if gaveUp, results[metric] == nil { return nil }
    if let value = results[metric] {
      guard !JobResults.isMetric(value) else { return nil }
      return
        "The metric \(VisibleText.quoting(metric.text)) is \(VisibleText.quoting(value.text)), which is "
        + (value.number == nil ? "no number." : "text; expected is a number without quotation marks.")
    }
    let near = NearestName.suggestion(for: metric.text, among: results.keys.sorted().map(\.text))
    return "The results lack the metric \(VisibleText.quoting(metric.text))."
      + (near.map { " Did you mean \(VisibleText.quoting($0))?" } ?? "")
  }

  private var variables: [String: String] {
    var variables = Dictionary(spec.environment.map { ($0.key.text, $0.value) }) { first, _ in first }
    variables["ASSAY_RUN_DIR"] = folder.run
    variables["ASSAY_HYPERPARAMETERS"] = folder.hyperparameters
    variables["ASSAY_JOB"] = job.id
    variables["ASSAY_WORKER"] = job.worker
    variables["ASSAY_EXPERIMENT"] = spec.experiment
    variables["ASSAY_SEED"] = String(Self.seed(of: job, spec))
    return variables.merging(ancestry.variables(folder: folder.parent)) { $1 }
  }

  /// The seed that a program gets: from 0 to below 2³¹, by the search's seed and the job's id, the same at each attempt.
  static func seed(of job: Job, _ spec: SearchSpec) -> UInt64 {
    var chance = TrialChance(seed: spec.seed, trial: 0, name: ExactString(job.id))
    return chance.next() >> 33
  }

  /// The hyperparameters as a JSON object, sorted by name.
  static func json(_ hyperparameters: [ExactString: Scalar]) -> [UInt8] {
    var json = JSONWriter()
    SpecJSON(values: hyperparameters).write(to: &json)
    return json.bytes + Array("\n".utf8)
  }
}
