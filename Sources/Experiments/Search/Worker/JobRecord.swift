import Diagnostics
import Jobs
import Markup
import RunModel
import RunRegistry

/// Makes a job that is over a run of the registry.
///
/// The run's id is `job-` with the job's id. A job that is run again replaces its run; a run of that id which belongs to
/// another queue is left alone, and this one becomes `job-0001_0002`.
struct JobRecord {
  /// The search.
  let spec: SearchSpec
  /// When the search was begun, by which it is told from another one with the same jobs.
  let begun: UTCTimestamp
  /// Where runs are kept.
  let runs: any RunStore

  /// A run of a job, without what the program left.
  ///
  /// - Parameters:
  ///   - job: The job.
  ///   - ended: When it came to its end.
  /// - Returns: The run.
  func draft(of job: Job, ended: UTCTimestamp) -> ExperimentRun {
    let started = job.started ?? job.created
    var draft = ExperimentRun(
      experiment: ExactString(spec.experiment), variant: ExactString(spec.variant),
      run: ExactString("job-" + job.id), timestamp: started)
    draft.logParams(job.hyperparameters)
    draft.run.duration = Double(max(0, ended.microseconds - started.microseconds)) / 1e6
    draft.run.tags = spec.tags
    draft.run.provenance = provenance(of: job)
    return draft
  }

  private func provenance(of job: Job) -> [ExactString: String] {
    var provenance: [ExactString: String] = [
      SearchProvenance.strategy: spec.strategy.rawValue, SearchProvenance.seed: String(spec.seed),
      SearchProvenance.job: job.id, SearchProvenance.attempt: String(job.attempts),
      SearchProvenance.command: CommandWords.line(
        CommandTemplate.words(
          spec.command, experiment: spec.experiment, job: job.id, hyperparameters: job.hyperparameters)),
      SearchProvenance.begun: begun.iso,
    ]
    provenance[SearchProvenance.metric] = spec.metric?.text
    provenance[SearchProvenance.direction] = spec.direction?.rawValue
    provenance[SearchProvenance.worker] = job.worker
    if let lineage = job.lineage {
      provenance[SearchProvenance.generation] = String(lineage.generation)
      provenance[SearchProvenance.member] = String(lineage.member)
      provenance[SearchProvenance.parent] = lineage.parent
      provenance[SearchProvenance.lastGeneration] = spec.plan?.lastGeneration.map(String.init)
      if !lineage.factors.isEmpty {
        var json = JSONWriter()
        SpecJSON(factors: lineage.factors).write(to: &json)
        provenance[SearchProvenance.factors] = json.string
      }
    }
    if spec.strategy == .asha { provenance[SearchProvenance.resource] = spec.halving?.resource.text }
    return provenance
  }

  /// Saves a run; one of the same job and search is replaced, unless it is of a later attempt.
  ///
  /// - Returns: Where it lies.
  /// - Throws: ``RegistryError`` or ``RemoteError``; ``JobError`` `leaseLost` where a later attempt was quicker.
  func save(_ draft: ExperimentRun) async throws -> SavedRun {
    var (number, meetings) = (1, 0)
    while Self.numbers.contains(number) {
      var run = draft.run
      run.id = Self.id(draft.run.id, number)
      let other = try await runs.contains(run.id) ? try await Self.read(run.id, in: runs) : nil
      if let other {
        guard other.provenance[SearchProvenance.begun] == begun.iso else {
          number += 1
          continue
        }
        let (own, others) = (Self.attempt(of: run), Self.attempt(of: other))
        guard others <= own else {
          throw JobError(
            .leaseLost, detail: "The run of attempt \(others) is stored; this was attempt \(own).")
        }
      }
      do {
        return try await runs.save(ExperimentRun(run), overwrite: other != nil)
      } catch let error as RegistryError {
        guard error.reason == .runExists else { throw error }
        // A run came first. It is looked at, since another worker may have stored this very job; what can still not be
        // read is somebody else's.
        meetings += 1
        if meetings > 3 { (number, meetings) = (number + 1, 0) }
      }
    }
    throw RegistryError(
      .runExists, path: runs.place, detail: "There are too many runs \(draft.run.id.description).")
  }

  /// The run of a job as of its present attempt, if it is stored.
  func stored(_ job: Job) async throws -> Run? {
    let run = try await latest(of: job)
    return run?.provenance[SearchProvenance.attempt] == String(job.attempts) ? run : nil
  }

  /// The run of a job as of any attempt, if one is stored; looked for where ``save(_:)`` puts it.
  ///
  /// - Complexity: Linear in the number of runs of the same id that belong to other searches.
  func latest(of job: Job) async throws -> Run? {
    let first = draft(of: job, ended: job.created).run.id
    for number in Self.numbers {
      let id = Self.id(first, number)
      guard try await runs.contains(id) else { return nil }
      guard let run = try await Self.read(id, in: runs), run.provenance[SearchProvenance.begun] == begun.iso
      else {
        continue
      }
      return run
    }
    return nil
  }

  /// The run of an id; nil where it cannot be read.
  private static func read(_ id: RunID, in runs: any RunStore) async throws -> Run? {
    let registry = try await runs.registry(with: id)
    return try? registry.run(id).run
  }

  private static func attempt(of run: Run) -> Int {
    run.provenance[SearchProvenance.attempt].flatMap { Int($0) } ?? 0
  }

  private static let numbers = 1...9999

  /// The id itself, then with `_0002` and so on.
  private static func id(_ id: RunID, _ number: Int) -> RunID {
    guard number > 1 else { return id }
    var id = id
    let digits = String(number)
    id.run = ExactString(id.run.text + "_" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    return id
  }
}
