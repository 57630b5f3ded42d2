import Diagnostics
import RunModel

extension JobQueue {
  /// Claims a job for a worker: the oldest queued one, else one that is proposed.
  ///
  /// Each job is given out in one step that no other process sees half of. First the jobs whose lease has ended are dealt
  /// with, see ``expireLeases(of:)``. An experiment that is DONE gives out nothing.
  ///
  /// - Parameters:
  ///   - experiment: The experiment.
  ///   - worker: Who claims it; shown in failures.
  ///   - lease: For how many seconds the worker may be silent.
  ///   - retries: How often the job may be tried again after an attempt that failed.
  ///   - proposing: What makes a new job where none is queued.
  /// - Returns: The job, RUNNING.
  /// - Throws: ``JobError``: `noJob`; ``JobError/isFinished`` says whether the experiment is DONE. `notFound`, `invalid`,
  ///   and `proposalFailed` where `proposing` throws, which then has changed nothing.
  public func nextJob(
    of experiment: String, worker: String, lease: Double, retries: Int = 0,
    proposing: (@Sendable (ProposalContext) throws -> Proposal)? = nil
  ) throws(JobError) -> Job {
    try check(experiment: experiment) { () throws(JobError) in
      try JobChecks.name(worker, of: "a worker")
      try JobChecks.claim(lease: lease, retries: retries)
    }
    let name = ExactString(experiment)
    var isProposed = false
    func search(_ scope: ChangeScope) throws(JobError) -> Result<Job, JobError>? {
      let earlier = known[name]
      var reader = JobReader(earlier)
      let outcome = try change(scope, experiment: experiment) { transaction throws(JobError) in
        isProposed = false
        reader = JobReader(earlier)
        let asking: ((ProposalContext) throws -> Proposal)? = proposing.map { propose in
          { context in
            isProposed = true
            return try propose(context)
          }
        }
        guard var outcome = try transaction.claim(in: experiment, proposing: asking, reader: reader)
        else { return Result<Job, JobError>?.none }
        if case .success(var job) = outcome {
          job.begin(worker: worker, lease: lease, retries: retries, now: transaction.now)
          try transaction.update(job, adding: nil)
          outcome = .success(job)
        }
        return outcome
      }
      if let read = reader.read { known[name] = read }
      return outcome
    }
    // A queued job is given out beside what others do; for a proposal they wait, and it is looked once more before. Where
    // the last job was proposed, the next one will be.
    var outcome: Result<Job, JobError>?
    if proposing == nil || !self.proposing.contains(name) { outcome = try search(.jobs(of: experiment)) }
    if outcome == nil { outcome = try search(.experiment(experiment)) }
    if isProposed { self.proposing.insert(name) } else { self.proposing.remove(name) }
    switch outcome {
    case .success(let job): return job
    case .failure(let nothing):
      if nothing.isFinished { known[name] = nil }
      throw nothing.located(at: path, experiment: experiment)
    case nil:
      throw JobError.nothing("No job is queued.", isFinished: false).located(at: path, experiment: experiment)
    }
  }

  /// Deals with the jobs of an experiment whose lease has ended: the attempt is a failure, and the job is QUEUED again,
  /// or CRASHED where its retries are used up.
  ///
  /// Every search for a job does this first, so nobody needs to, but to see what became of them.
  ///
  /// - Returns: Those jobs, as they are now.
  /// - Throws: ``JobError``: `notFound` without the experiment.
  @discardableResult
  public func expireLeases(of experiment: String) throws(JobError) -> [Job] {
    try change(.jobs(of: experiment), experiment: experiment) { transaction throws(JobError) in
      _ = try transaction.existing(experiment)
      return try transaction.expireLeases(of: experiment)
    }
  }
}

extension JobTransaction {
  /// The job that a worker is to begin with, or why there is none.
  ///
  /// What the look changes must stay even if there is no job, so that is an outcome and no error.
  ///
  /// - Returns: nil where a job has to be proposed and others may change the experiment meanwhile.
  func claim(
    in experiment: String, proposing: ((ProposalContext) throws -> Proposal)?, reader: JobReader
  ) throws(JobError) -> Result<Job, JobError>? {
    let current = try existing(experiment)
    try expireLeases(of: experiment)
    guard current.status == .running else {
      return .failure(.nothing("The experiment is DONE: completed, or paused.", isFinished: true))
    }
    if let job = try firstQueued(of: experiment) { return .success(job) }
    guard let proposing else { return .failure(.nothing("No job is queued.", isFinished: false)) }
    return mayPropose ? try proposal(for: current, by: proposing, reader: reader) : nil
  }

  /// Ends the attempts whose leases have ended.
  @discardableResult
  func expireLeases(of experiment: String) throws(JobError) -> [Job] {
    var expired: [Job] = []
    for var job in try expiredJobs(of: experiment) {
      let failure = job.failure("The worker was not heard of until its lease ended.", now: now)
      job.failures.append(failure)
      job.fail(now: now)
      try update(job, adding: failure)
      expired.append(job)
    }
    return expired
  }

  /// A new job as `proposing` wants it, or why there is none; then `finished` has made the experiment DONE unless a
  /// worker still has a job.
  func proposal(
    for experiment: QueuedExperiment, by proposing: (ProposalContext) throws -> Proposal, reader: JobReader
  ) throws(JobError) -> Result<Job, JobError> {
    let name = experiment.name
    let context = ProposalContext(
      experiment: experiment,
      counts: { () throws(JobError) in try allCounts(of: name) },
      jobs: { () throws(JobError) in try reader.jobs(of: name, in: self) })
    let proposal: Proposal
    do {
      proposal = try proposing(context)
    } catch let error as JobError {
      throw error
    } catch {
      throw JobError(.proposalFailed, detail: "No job could be proposed: \(error)")
    }
    var experiment = experiment
    switch proposal {
    case .job(let hyperparameters):
      return .success(
        try add(
          Job(id: "", experiment: name, hyperparameters: hyperparameters, created: now), to: &experiment))
    case .descendant(let proposed):
      let job = Job(
        id: "", experiment: name, hyperparameters: proposed.hyperparameters, results: proposed.results,
        created: now, lineage: proposed.lineage)
      let added = try add(job, to: &experiment)
      try prune(proposed.prunes, of: name)
      return .success(added)
    case .wait:
      return .failure(.nothing("No job can be proposed until one that runs has ended.", isFinished: false))
    case .finished, .finishedPruning:
      guard try nextLeaseEnd(of: name) == nil else {
        return .failure(.nothing("The search is over but for the jobs that run.", isFinished: false))
      }
      if case .finishedPruning(let ids) = proposal { try prune(ids, of: name) }
      experiment.status = .done
      experiment.version += 1
      try update(experiment)
      return .failure(.nothing("The search is over; the experiment is DONE.", isFinished: true))
    }
  }
}

extension JobTransaction {
  /// Adds a proposed job and counts it.
  private func add(_ job: Job, to experiment: inout QueuedExperiment) throws(JobError) -> Job {
    try JobChecks.values(job.hyperparameters, role: "proposed hyperparameters")
    try JobChecks.values(job.results, role: "proposed results")
    try JobChecks.lineage(job.lineage)
    experiment.proposed += 1
    try update(experiment)
    return try insert(job)
  }

  /// Makes those of the jobs PRUNED that are DONE.
  private func prune(_ ids: [String], of experiment: String) throws(JobError) {
    for id in ids {
      guard var job = try job(id), job.status == .done, job.experiment.utf8.elementsEqual(experiment.utf8)
      else { continue }
      job.prune(now: now)
      try update(job, adding: nil)
    }
  }
}

extension JobError {
  /// That there is no job to work on.
  static func nothing(_ detail: String, isFinished: Bool) -> JobError {
    JobError(.noJob, detail: detail, isFinished: isFinished)
  }
}
