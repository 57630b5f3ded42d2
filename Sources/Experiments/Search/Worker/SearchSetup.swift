import Diagnostics
public import Jobs

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Begins a search in a queue, or goes on with it.
public struct SearchSetup: Sendable {
  /// The search as the queue keeps it now.
  public let spec: SearchSpec
  /// Its experiment in the queue.
  public let experiment: QueuedExperiment
  /// Whether the queue had it already.
  public let isContinued: Bool

  /// Why a search cannot go on.
  public enum Problem: Error, Hashable, Sendable {
    /// The queue cannot be used.
    case queue(JobError)
    /// What the queue keeps is no specification.
    case specification(SearchSpecError)
    /// The queue has a search of this name whose results could not stand beside the new ones; the keys that differ.
    case incomparable(keys: [String], queue: String)
  }

  /// Makes the empty file of a queue that only its owner may read, since it keeps the program's variables as text.
  ///
  /// Nothing happens where something is already or no file can be made; opening the queue then says why. SQLite gives
  /// the files beside it the same permissions.
  public static func makeFile(at path: String) {
    guard !path.isEmpty, !path.utf8.contains(0), !JobQueue.isAddress(path) else { return }
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Puts a search into its queue.
  ///
  /// A new search gets its jobs that come first. With one that is there already, only what leaves results comparable may
  /// differ: the number of trials, workers, retries, times, tags and further jobs; those are taken over. An experiment
  /// that is DONE is RUNNING again if there is more to do.
  ///
  /// - Parameters:
  ///   - spec: The search.
  ///   - queue: Its queue.
  /// - Throws: ``Problem``.
  public init(_ spec: SearchSpec, in queue: JobQueue) async throws(Problem) {
    do {
      var isNew = true
      do throws(JobError) {
        _ = try await queue.addExperiment(spec.experiment, status: .done, settings: spec.settings)
      } catch {
        guard error.reason == .resourceExists else { throw error }
        isNew = false
      }
      var current = try await queue.experiment(spec.experiment)
      if !isNew {
        let known = try SearchSpec(settings: current.settings, queue: spec.queue)
        let keys = known.incomparableKeys(with: spec)
        guard keys.isEmpty else { throw Problem.incomparable(keys: keys, queue: spec.queue) }
        current.settings = spec.settings
      }
      try await queue.addMissingJobs(to: spec.experiment, hyperparameters: spec.jobs)
      // Only now are jobs given out: those that come first are there.
      current.status = .running
      experiment = try await queue.pushUpdates(current, safe: false)
      isContinued = !isNew
      self.spec = spec
    } catch let error as Problem {
      throw error
    } catch let error as JobError {
      throw .queue(error)
    } catch let error as SearchSpecError {
      throw .specification(error)
    } catch {
      throw .queue(JobError(.unavailable, queue: queue.path, detail: "\(error)"))
    }
  }
}

extension SearchSetup.Problem: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .queue(let error): error.description
    case .specification(let error): error.description
    case .incomparable(let keys, let queue):
      "\(VisibleText.escaping(queue)): found a search of the same name that differs in "
        + "\(keys.joined(separator: ", ")), so that new results could not stand beside its own; expected the same "
        + "specification\(keys.contains("trials") ? "" : ", with more trials perhaps"). Name another experiment or queue, or undo the change."
    }
  }
}
