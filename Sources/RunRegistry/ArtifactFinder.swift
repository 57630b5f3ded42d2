import Diagnostics
import RunModel

/// Finds the files that a run's record names, and refuses those that lie outside the run's folder.
///
/// A site shows what artifacts hold. A record that names `../../private`, or a link to it, must therefore not lead
/// there: such an artifact is missing, with the reason.
struct ArtifactFinder {
  /// Why there is no file to an artifact.
  struct Absence {
    var kind: Diagnostic.Kind
    var found: String
    var expected: String
  }

  private let run: FoundRun
  private let fileSystem: FileSystem
  private let folder: String
  private let entries: [ExactString: FileKind]

  /// Looks into the artifact folder of `run`.
  init(run: FoundRun, fileSystem: FileSystem) throws(FileSystemError) {
    self.run = run
    self.fileSystem = fileSystem
    folder = FilePath.join(run.path, RegistryLayout.artifacts)
    // In a folder that is no link, what is listed as a file lies in the folder: no need to ask for each.
    let listed = run.kind(of: RegistryLayout.artifacts) == .directory ? try fileSystem.list(folder) : []
    entries = Dictionary(
      listed.map { (ExactString($0.name), $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// The file of this name, or why there is none.
  func find(_ filename: String) -> Result<String, Absence> {
    guard FilePath.isContained(filename) else {
      return absence(
        "unsafe-filename", "the file name \(VisibleText.quoting(filename))",
        "a path below the artifact folder")
    }
    let path = FilePath.join(folder, filename)
    if entries[ExactString(filename)] == .file { return .success(path) }
    let name = VisibleText.quoting(filename)
    do throws(FileSystemError) {
      guard try fileSystem.attributes(path).kind == .file else {
        return absence("missing-artifact", "something at \(name) that is not a file", "a file")
      }
    } catch {
      return absence(
        "missing-artifact", "no file \(name) (\(error.reason.words))", "a file below the artifact folder")
    }
    guard fileSystem.isInside(path, folder: run.path) else {
      return absence(
        "unsafe-filename", "a link at \(name) that leaves the run's folder", "a file in that folder")
    }
    return .success(path)
  }

  private func absence(_ kind: String, _ found: String, _ expected: String) -> Result<String, Absence> {
    .failure(Absence(kind: Diagnostic.Kind("registry." + kind), found: found, expected: expected))
  }
}

extension ArtifactFinder.Absence: Error {}
