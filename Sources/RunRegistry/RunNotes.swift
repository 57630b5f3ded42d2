import Diagnostics
import RunModel

/// Finds the notes that a run left as an artifact: `notes.md`, else the first text artifact named `*.md`.
struct RunNotes {
  /// The artifact that holds the notes, and what is in it.
  struct Found {
    var artifact: Artifact
    var text: String?
    var failure: FileSystemError?
  }

  /// Where the files are.
  let fileSystem: FileSystem

  /// The notes among the artifacts of `run`, or nil if there are none.
  ///
  /// Bytes that are not UTF-8 become U+FFFD.
  func text(of run: Run) -> Found? {
    let candidates = run.artifacts.filter { $0.kind == .binary && $0.content != .missing }
    guard
      let artifact = candidates.first(where: { names($0).contains("notes.md") })
        ?? candidates.first(where: { names($0).contains { $0.hasSuffix(".md") } })
    else { return nil }
    var found = Found(artifact: artifact)
    switch artifact.content {
    case .bytes(let bytes):
      found.text = String(decoding: bytes, as: UTF8.self)
    case .file(let path):
      do throws(FileSystemError) {
        let bytes = try fileSystem.read(path, limit: RegistryLimit.notesBytes)
        found.text = String(decoding: bytes, as: UTF8.self)
      } catch {
        found.failure = error
      }
    case .missing:
      break
    }
    return found
  }

  private func names(_ artifact: Artifact) -> [String] {
    [artifact.id.text.lowercased(), FilePath.name(of: artifact.filename).lowercased()]
  }
}
