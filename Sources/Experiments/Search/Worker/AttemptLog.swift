import Diagnostics
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the program of an attempt writes, in a file as it comes: it can be followed, and outlives a worker that is killed.
///
/// Lines go to the file one by one, so that after a kill at most the last one is missing. The file is bounded; a disk
/// that is full ends the file and nothing else.
final class AttemptLog: Sendable {
  /// Its name in the attempt's folder, beside what the program may write to.
  static let name = "log.txt"
  /// The most bytes that are written.
  static let limit = 64 << 20
  /// The most bytes of its end that are taken over by others.
  static let tailBytes = 16 << 10

  private struct State {
    var descriptor: Int32
    var written = 0
  }

  private let state: Mutex<State>

  /// Begins the file in `folder`, which only the worker writes to.
  init(in folder: String) {
    let descriptor = open(
      FilePath.join(folder, Self.name), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    state = Mutex(State(descriptor: descriptor))
  }

  deinit {
    state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
  }

  /// Adds a line.
  func add(_ line: ProgramLine) {
    let bytes = Array((line.text + "\n").utf8)
    state.withLock { state in
      guard state.descriptor >= 0, state.written <= Self.limit - bytes.count else { return }
      guard write(state.descriptor, bytes, bytes.count) == bytes.count else {
        close(state.descriptor)
        state.descriptor = -1
        return
      }
      state.written += bytes.count
    }
  }

  /// The last whole lines of the log in `folder`, of `limit` bytes at most; nil where there is none.
  static func tail(in folder: String, bytes limit: Int = tailBytes, fileSystem: FileSystem) -> String? {
    let path = FilePath.join(folder, name)
    guard (try? fileSystem.list(folder))?.first(where: { $0.name == name })?.kind == .file,
      let file = try? fileSystem.open(path), file.size > 0
    else { return nil }
    let start = max(0, file.size - limit)
    guard var bytes = (try? file.bytes(at: start, count: file.size - start))?[...] else { return nil }
    if start > 0, let end = bytes.firstIndex(of: UInt8(ascii: "\n")) { bytes = bytes[(end + 1)...] }
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Removes the log of `folder`.
  static func remove(from folder: String, fileSystem: FileSystem) {
    try? fileSystem.remove(FilePath.join(folder, name))
  }
}
