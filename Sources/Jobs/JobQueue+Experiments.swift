import Diagnostics

extension JobQueue {
  /// Adds an experiment.
  ///
  /// - Parameters:
  ///   - name: What it is called: any text of at most ``JobLimit/nameBytes``, unique by its bytes.
  ///   - status: Whether jobs are given out at once.
  ///   - settings: What a search is made from; the queue keeps the text as it is.
  /// - Returns: The experiment.
  /// - Throws: ``JobError``: `resourceExists`, `invalid`.
  @discardableResult
  public func addExperiment(
    _ name: String, status: ExperimentStatus = .running, settings: String = ""
  ) throws(JobError) -> QueuedExperiment {
    try check(experiment: name) { () throws(JobError) in
      try JobChecks.name(name, of: "an experiment")
      try JobChecks.settings(settings)
    }
    return try change(.experiment(name), experiment: name) { transaction throws(JobError) in
      guard try transaction.experiment(name) == nil else {
        throw JobError(
          .resourceExists,
          detail:
            "There is an experiment of this name already. Choose another name, or delete that one first.")
      }
      let experiment = QueuedExperiment(
        name: name, status: status, settings: settings, created: transaction.now)
      try transaction.insert(experiment)
      return experiment
    }
  }

  /// The experiment of this name.
  ///
  /// - Throws: ``JobError``: `notFound`, with a name that is nearly this one if there is one.
  public func experiment(_ name: String) throws(JobError) -> QueuedExperiment {
    try look(experiment: name) { transaction throws(JobError) in
      try transaction.existing(name)
    }
  }

  /// All experiments, oldest first.
  public func experiments() throws(JobError) -> [QueuedExperiment] {
    try look { transaction throws(JobError) in try transaction.experiments() }
  }

  /// Keeps the status and the settings of `experiment`.
  ///
  /// - Parameters:
  ///   - experiment: What is to be kept, by its name.
  ///   - safe: Whether it is refused if somebody changed the experiment since this copy of it was read.
  /// - Returns: The experiment as it is now; its version is one more.
  /// - Throws: ``JobError``: `unsafeUpdate`, `notFound`, `invalid`.
  @discardableResult
  public func pushUpdates(
    _ experiment: QueuedExperiment, safe: Bool = true
  ) throws(JobError) -> QueuedExperiment {
    let name = experiment.name
    try check(experiment: name) { () throws(JobError) in try JobChecks.settings(experiment.settings) }
    return try change(.experiment(name), experiment: name) { transaction throws(JobError) in
      var current = try transaction.existing(name)
      guard !safe || current.version == experiment.version else {
        throw JobError.unsafeUpdate(found: current.version, expected: experiment.version)
      }
      current.status = experiment.status
      current.settings = experiment.settings
      current.version += 1
      try transaction.update(current)
      return current
    }
  }

  /// Deletes the experiment of this name with all its jobs; workers that run some find their leases lost.
  ///
  /// - Parameters:
  ///   - name: Which one.
  ///   - ensure: Whether it is an error if there is none.
  /// - Throws: ``JobError``: `notFound`.
  public func deleteExperiment(_ name: String, ensure: Bool = true) throws(JobError) {
    try change(.experiment(name), experiment: name) { transaction throws(JobError) in
      if try !transaction.deleteExperiment(name), ensure { throw try transaction.noExperiment(name) }
    }
  }
}

extension JobTransaction {
  /// The experiment of this name, or the error that there is none.
  func existing(_ name: String) throws(JobError) -> QueuedExperiment {
    guard let experiment = try experiment(name) else { throw try noExperiment(name) }
    return experiment
  }

  /// That there is no such experiment, and which one was probably meant.
  func noExperiment(_ name: String) throws(JobError) -> JobError {
    let names = try experiments().map(\.name)
    let near = NearestName.suggestion(for: name, among: names)
    let advice =
      near.map { "Did you mean \(VisibleText.quoting($0))?" }
      ?? (names.isEmpty
        ? "The queue has no experiments." : "The queue has \(names.count) other experiment(s).")
    return JobError(.notFound, experiment: name, detail: "There is no experiment of this name. \(advice)")
  }
}

extension JobError {
  /// That a record has another version than the copy that was to replace it.
  static func unsafeUpdate(found: Int, expected: Int) -> JobError {
    JobError(
      .unsafeUpdate,
      detail:
        "It was changed since it was read: it has version \(found), the update is of version \(expected). "
        + "Read it again and repeat the change.")
  }
}
