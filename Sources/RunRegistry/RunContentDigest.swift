import Crypto
import Diagnostics
import RunModel

/// A digest of all that a run holds, with the bytes of its artifacts: equal for equal runs, wherever they lie.
enum RunContentDigest {
  private static let pieceBytes = 1 << 20

  /// The SHA-256 of the run's record and its artifacts as 64 hexadecimal digits.
  ///
  /// What cannot be read stands in by its name alone.
  static func hex(of run: Run, fileSystem: FileSystem) -> String {
    var hash = SHA256()
    let zero = UTCTimestamp(microseconds: 0)
    hash.update(
      data: MetadataWriter(run: run, timestamp: run.timestamp ?? zero, notesAreArtifact: false).bytes())
    for artifact in run.artifacts {
      hash.update(data: Array("\u{0}\(artifact.filename)\u{0}".utf8))
      switch artifact.content {
      case .bytes(let bytes): hash.update(data: bytes)
      case .file(let path): update(&hash, with: path, fileSystem)
      case .missing: break
      }
    }
    return hash.finalize().hex()
  }

  private static func update(_ hash: inout SHA256, with path: String, _ fileSystem: FileSystem) {
    guard let file = try? fileSystem.open(path) else { return }
    for offset in stride(from: 0, to: file.size, by: pieceBytes) {
      guard let piece = try? file.bytes(at: offset, count: min(pieceBytes, file.size - offset)) else {
        return
      }
      hash.update(data: piece)
    }
  }
}
