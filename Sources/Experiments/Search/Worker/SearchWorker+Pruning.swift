import Diagnostics
import Jobs
import RunModel
import RunRegistry

extension SearchWorker {
  /// Makes the runs of jobs pruned that the plan of the search made PRUNED after they were stored.
  ///
  /// It happens when the search is over. A run that is not there, or of another attempt, is left alone.
  func settlePruned() async throws(SearchFailure) {
    guard spec.plan != nil else { return }
    do {
      for job in try await queue.allJobs(of: spec.experiment)
      where job.status == .pruned && job.isOutdone {
        guard let run = try await patiently({ try await record.stored(job) }), run.status == .completed else {
          continue
        }
        do {
          try await patiently { try await runs.mark(run.id, as: .pruned) }
        } catch {
          // Another worker does the same, and may have been quicker.
          guard try await patiently({ try await record.stored(job) })?.status == .pruned else { throw error }
        }
      }
    } catch {
      throw SearchFailure(error)
    }
  }
}
