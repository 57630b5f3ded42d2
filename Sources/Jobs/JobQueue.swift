import Diagnostics
public import RunModel

/// Jobs that workers claim, each by one worker at a time, in one file that several processes share or in a database that
/// several machines do.
///
/// An experiment has a name and jobs. A worker takes a job by ``nextJob(of:worker:lease:retries:proposing:)``, says every
/// while that it is alive (``renewLease(of:for:)``), and ends with ``finish(_:as:results:error:)``,
/// ``crash(_:error:retries:)`` or ``release(_:)``. A worker that is not heard of until its lease ends has lost the job:
/// the attempt is a failure, the job is given to another or, after too many attempts, is CRASHED, and the lost worker
/// can change nothing any more. So a job may be begun more than once, and comes to its end once.
///
/// ```swift
/// let queue = try JobQueue.open("jobs.sqlite", creating: true, now: clock)
/// try await queue.addExperiment("digits")
/// try await queue.addJob(to: "digits", hyperparameters: ["depth": 3])
/// let job = try await queue.nextJob(of: "digits", worker: "w1", lease: 60)
/// try await queue.finish(job, results: ["accuracy": 0.97])
/// ```
public actor JobQueue {
  /// Where the queue is, as it was given; of an address, without a password.
  public nonisolated let path: String
  package nonisolated let store: any JobStore
  private let executor = QueueExecutor()
  /// The experiments in which the last job was proposed, since none was queued.
  var proposing: Set<ExactString> = []
  /// The jobs of experiments that a proposal looked at, as they were then.
  var known: [ExactString: JobReader.Known] = [:]

  /// Waiting for another process's lock happens on a thread of its own.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A queue whose records `store` keeps.
  package init(store: any JobStore) {
    self.store = store
    path = store.place
  }

  /// Opens the queue in the SQLite file at `path`, or in the PostgreSQL database of that address.
  ///
  /// The folder of a file must be on a disk of this machine: SQLite's log in shared memory does not work over a network.
  /// An address is `postgres://user@host:5432/database`, see `docs/jobs.md`; a package built without its trait PostgreSQL
  /// refuses it.
  ///
  /// - Parameters:
  ///   - path: Where the file or the database is.
  ///   - creating: Whether the file or the tables are made if there are none; the folder or the database must be there.
  ///   - now: The time that leases are decided by, asked once in each transaction; a database's own clock takes its place.
  /// - Returns: The queue.
  /// - Throws: ``JobError``: `noQueue` where nothing is and nothing is to be made, `notAQueue` for anything else that lies
  ///   there, which stays as it is, `unavailable` where the system refuses.
  public static func open(
    _ path: String, creating: Bool, now: @escaping @Sendable () -> UTCTimestamp
  ) throws(JobError) -> JobQueue {
    if let problem = addressProblem(path) {
      throw JobError(.invalid, queue: shown(path), detail: problem)
    }
    if isAddress(path) { return try open(address: path, creating: creating) }
    do throws(JobError) {
      return JobQueue(store: try SQLiteJobStore(path, creating: creating, now: now))
    } catch {
      throw error.located(at: path)
    }
  }

  /// Closes the file; afterwards everything is refused.
  ///
  /// What other processes do with it is not touched.
  public func close() throws(JobError) {
    do throws(JobError) {
      try store.close()
    } catch {
      throw error.located(at: path)
    }
  }

  /// Runs `body` in a transaction that may change records of `scope`, perhaps more than once, and says in its errors where they come from.
  func change<Value>(
    _ scope: ChangeScope, experiment: String? = nil, job: String? = nil,
    _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value {
    do throws(JobError) {
      return try store.change(scope, body)
    } catch {
      throw error.located(at: path, experiment: experiment, job: job)
    }
  }

  /// Runs `body` on one state of the records, and says in its errors where they come from.
  func look<Value>(
    experiment: String? = nil, job: String? = nil,
    _ body: (any JobTransaction) throws(JobError) -> Value
  ) throws(JobError) -> Value {
    do throws(JobError) {
      return try store.look(body)
    } catch {
      throw error.located(at: path, experiment: experiment, job: job)
    }
  }

  /// Runs `checks` of what the caller gave, and says in their errors what it was given for.
  func check(
    experiment: String? = nil, job: String? = nil, _ checks: () throws(JobError) -> Void
  ) throws(JobError) {
    do throws(JobError) {
      try checks()
    } catch {
      throw error.located(at: path, experiment: experiment, job: job)
    }
  }
}

extension JobError {
  /// The error with the places filled in that it does not say yet.
  func located(at queue: String, experiment: String? = nil, job: String? = nil) -> JobError {
    var error = self
    if error.queue.isEmpty { error.queue = queue }
    error.experiment = error.experiment ?? experiment
    error.job = error.job ?? job
    return error
  }
}
