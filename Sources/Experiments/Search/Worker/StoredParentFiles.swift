import Diagnostics
import Dispatch
import Jobs
import Markup
import RunModel
import RunRegistry

/// The files of parents, from their runs in a registry, which may be on another machine.
///
/// A run has all that a program left but what became metrics over steps (`metrics.jsonl`, `metrics.csv`). Results are
/// written anew, whether they were printed or a file.
struct StoredParentFiles: ParentFiles {
  /// Finds the runs of jobs.
  let record: JobRecord
  /// Where the copies are made.
  let fileSystem: FileSystem

  func put(_ parent: Job, into folder: String) async throws(ParentFilesError) {
    let found: Run?
    do {
      // While a parent is tried anew its earlier run is there, from which this job was to go on.
      found = try await StoragePatience.run { try await record.latest(of: parent) }
    } catch {
      throw ParentFilesError(
        "The run of the job \(parent.id), from which this one goes on, cannot be had: \(error)",
        isTemporary: (error as? RemoteError)?.reason == .unreachable)
    }
    guard let run = found else {
      throw ParentFilesError(
        "The run of the job \(parent.id), from which this one goes on, is not in the registry "
          + "\(VisibleText.quoting(record.runs.place)), or cannot be read. Restore it there, or run that job again."
      )
    }
    // Large files take long; Swift's own threads must go on to beat.
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<Void, ParentFilesError>, Never>) in
      DispatchQueue.global().async {
        continuation.resume(
          returning: Result { () throws(ParentFilesError) in try copy(run, of: parent, into: folder) })
      }
    }
    try result.get()
  }

  private func copy(_ run: Run, of parent: Job, into folder: String) throws(ParentFilesError) {
    for artifact in run.artifacts where artifact.id != ExactString(WorkerProtocol.log) {
      let name = Self.name(of: artifact)
      guard FilePath.isContained(name) else {
        throw Self.unusable(artifact, parent, "its name leads elsewhere")
      }
      let path = FilePath.join(folder, name)
      do throws(FileSystemError) {
        try fileSystem.createDirectory(FilePath.parent(of: path))
        switch artifact.content {
        case .bytes(let bytes): try fileSystem.write(bytes, path)
        case .file(let source): try fileSystem.copy(source, path)
        case .missing: throw FileSystemError(.notFound, path: artifact.filename)
        }
      } catch {
        throw Self.unusable(artifact, parent, error.reason.words)
      }
    }
    var json = JSONWriter()
    SpecJSON(values: (run.dicts["results"] ?? [:]).merging(run.metrics) { $1 }).write(to: &json)
    do throws(FileSystemError) {
      try fileSystem.write(
        json.bytes + Array("\n".utf8), FilePath.join(folder, WorkerProtocol.resultsFile))
    } catch {
      throw ParentFilesError("The results of the job \(parent.id) cannot be written: \(error).")
    }
  }

  /// What a file was called in the folder of the program; its own `log.txt` made way for the log.
  private static func name(of artifact: Artifact) -> String {
    let moved = "files/" + WorkerProtocol.log
    return artifact.id == ExactString(moved) && artifact.filename.utf8.elementsEqual(moved.utf8)
      ? WorkerProtocol.log : artifact.filename
  }

  private static func unusable(_ artifact: Artifact, _ parent: Job, _ why: String) -> ParentFilesError {
    ParentFilesError(
      "The file \(VisibleText.quoting(artifact.filename)) of the job \(parent.id), from which this one goes on, cannot "
        + "be used: \(why). Restore it in the run, or run that job again.")
  }
}
