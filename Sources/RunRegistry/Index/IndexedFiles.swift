import Diagnostics
import Dispatch
import Foundation
import Synchronization

/// A file system that answers from a ``RegistryIndex`` where a folder or a record still stands as it did, and takes
/// down what it had to look up.
final class IndexedFiles: Sendable {
  private struct State {
    var new = RegistryIndex()
    var misses = 0
  }

  private let base: FileSystem
  private let prefix: String
  private let old: RegistryIndex
  /// How the folders and records that the index knows stand now.
  private let stamps: [ExactString: FileAttributes]
  private let state = Mutex(State())

  /// The files of the registry in `root`, as `base` has them and `index` knew them.
  init(_ base: FileSystem, root: String, index: RegistryIndex) {
    self.base = base
    prefix = root.utf8.last == UInt8(ascii: "/") ? root : root + "/"
    old = index
    stamps = Self.attributes(of: Array(index.folders.keys) + Array(index.records.keys), below: prefix, base)
  }

  /// What is at each path, asked for by many threads: a disk that must look everywhere answers them together.
  private static func attributes(
    of paths: [ExactString], below prefix: String, _ files: FileSystem
  ) -> [ExactString: FileAttributes] {
    let found = Mutex<[ExactString: FileAttributes]>([:])
    let threads = max(1, min(threadLimit, paths.count / 64))
    let group = DispatchGroup()
    for number in 0..<threads {
      group.enter()
      let thread = Thread {
        var part: [ExactString: FileAttributes] = [:]
        for path in paths[paths.count * number / threads..<paths.count * (number + 1) / threads] {
          part[path] = try? files.attributes(prefix + path.text)
        }
        found.withLock { [part] in $0.merge(part) { first, _ in first } }
        group.leave()
      }
      thread.start()
    }
    group.wait()
    return found.withLock { $0 }
  }

  private static let threadLimit = 32

  /// How the thing at `path` stands, looked up once.
  private func stamp(of key: ExactString, _ path: String) throws(FileSystemError) -> FileAttributes {
    if let known = stamps[key] { return known }
    return try base.attributes(path)
  }

  /// `base` with listing folders and opening records through the index.
  var fileSystem: FileSystem {
    var files = base
    files.list = { [self] path throws(FileSystemError) in try list(path) }
    files.open = { [self] path throws(FileSystemError) in try open(path) }
    return files
  }

  /// What was seen, without what changed so lately that another change would leave the same times.
  ///
  /// - Parameter now: The file system's time in nanoseconds since 1970.
  /// - Returns: Nil if it is no better than the index that was there.
  func index(at now: Int64) -> RegistryIndex? {
    state.withLock { state in
      let lookups = state.new.folders.count + state.new.records.count
      guard state.misses * 50 > lookups || old.folders.count > 2 * state.new.folders.count else { return nil }
      let settled = now - 2_000_000_000
      var index = state.new
      index.folders = index.folders.filter { $0.value.stamp.latest < settled }
      index.records = index.records.filter { $0.value.stamp.latest < settled }
      return index
    }
  }

  /// How many folders and records were asked for.
  var lookupCount: Int { state.withLock { $0.new.folders.count + $0.new.records.count } }

  private func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    let key = ExactString(FilePath.relative(path, to: prefix))
    let stamp = RegistryIndex.Stamp(try stamp(of: key, path))
    if let known = old.folders[key], known.stamp == stamp {
      state.withLock { $0.new.folders[key] = known }
      return known.entries
    }
    let entries = try base.list(path)
    state.withLock { state in
      state.new.folders[key] = RegistryIndex.Folder(stamp: stamp, entries: entries)
      state.misses += 1
    }
    return entries
  }

  private func open(_ path: String) throws(FileSystemError) -> ReadableFile {
    guard FilePath.name(of: path) == RegistryLayout.metadata else { return try base.open(path) }
    let key = ExactString(FilePath.relative(path, to: prefix))
    let attributes = try stamp(of: key, path)
    let stamp = RegistryIndex.Stamp(attributes)
    if attributes.kind == .file, let known = old.records[key], known.stamp == stamp {
      state.withLock { $0.new.records[key] = known }
      return Self.file(of: known.bytes)
    }
    let file = try base.open(path)
    guard file.size <= RegistryLimit.indexedRecordBytes, attributes.kind == .file else { return file }
    let bytes = try file.bytes(at: 0, count: file.size)
    if bytes.count == stamp.size {
      state.withLock { state in
        state.new.records[key] = RegistryIndex.Record(stamp: stamp, bytes: bytes)
        state.misses += 1
      }
    }
    return Self.file(of: bytes)
  }

  private static func file(of bytes: [UInt8]) -> ReadableFile {
    ReadableFile(size: bytes.count, isInMemory: true) { offset, buffer in
      let count = max(0, min(buffer.count, bytes.count - offset))
      if count > 0 { bytes[offset..<offset + count].withUnsafeBytes { buffer.copyMemory(from: $0) } }
      return count
    }
  }
}
