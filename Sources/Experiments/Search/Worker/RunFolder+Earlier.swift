import Diagnostics

/// What attempts left whose workers were killed: folders `0001-1` beside `0001-2`.
extension RunFolder {
  /// An earlier attempt's folder.
  struct Earlier: Hashable {
    let attempt: Int
    let path: String
  }

  /// The folder of an attempt at a job.
  static func path(job: String, attempt: Int, in parent: String) -> String {
    FilePath.join(parent, "\(job)-\(attempt)")
  }

  /// The folders of attempts at `job` before `attempt`, the first one first.
  static func earlier(
    than attempt: Int, job: String, in parent: String, _ fileSystem: FileSystem
  ) -> [Earlier] {
    let entries = (try? fileSystem.list(parent)) ?? []
    return entries.compactMap { entry -> Earlier? in
      guard let dash = entry.name.lastIndex(of: "-"),
        let number = Int(entry.name[entry.name.index(after: dash)...]), number < attempt,
        entry.name[..<dash].utf8.elementsEqual(job.utf8)
      else { return nil }
      return Earlier(attempt: number, path: FilePath.join(parent, entry.name))
    }
    .sorted { $0.attempt < $1.attempt }
  }

  /// Removes the folders of attempts at `job` before `attempt`.
  static func removeEarlier(
    than attempt: Int, job: String, in parent: String, _ fileSystem: FileSystem
  ) {
    for earlier in earlier(than: attempt, job: job, in: parent, fileSystem) { remove(earlier.path) }
    // Fails as long as another worker has a folder there.
    try? fileSystem.remove(parent)
  }
}
