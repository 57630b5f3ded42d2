import Diagnostics
import Jobs

/// What an attempt at a job is given of its parent.
struct JobAncestry: Sendable {
  /// The job's place; nil in searches whose jobs do not go on from one another.
  let place: JobLineage?
  /// The parent, or why it cannot be had; nil in generation 0.
  let parent: Result<Job, JobError>?
  /// Where its files are.
  let files: any ParentFiles

  /// The ancestry of `job` in `queue`.
  init(of job: Job, in queue: JobQueue, files: any ParentFiles) async {
    place = job.lineage
    self.files = files
    guard let id = job.lineage?.parent else {
      parent = nil
      return
    }
    do throws(JobError) {
      parent = .success(try await queue.job(id))
    } catch {
      parent = .failure(error)
    }
  }

  /// Puts the files of the parent into `folder`, which is made.
  ///
  /// - Returns: Why that cannot be, as whole sentences; nil if it was done, or there is no parent.
  func prepare(in folder: String, _ fileSystem: FileSystem) async -> ParentFilesError? {
    switch parent {
    case nil: return nil
    case .failure(let error):
      return ParentFilesError("The job from which this one goes on cannot be had: \(error)")
    case .success(let job):
      do throws(FileSystemError) {
        try fileSystem.createDirectory(folder)
      } catch {
        return ParentFilesError(error.description)
      }
      do throws(ParentFilesError) {
        try await files.put(job, into: folder)
        return nil
      } catch {
        return error
      }
    }
  }

  /// The variables that ``variables(folder:)`` sets; a search that a program of another one begins does not inherit them.
  static let names: Set<String> = ["ASSAY_GENERATION", "ASSAY_MEMBER", "ASSAY_PARENT", "ASSAY_PARENT_DIR"]

  /// What the program is told in its environment.
  func variables(folder: String) -> [String: String] {
    guard let place else { return [:] }
    var variables = [
      "ASSAY_GENERATION": String(place.generation), "ASSAY_MEMBER": String(place.member),
    ]
    if let id = place.parent {
      variables["ASSAY_PARENT"] = id
      variables["ASSAY_PARENT_DIR"] = folder
    }
    return variables
  }
}
