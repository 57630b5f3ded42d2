import Diagnostics

/// What the files of a mirror are copies of: a line for each, its size, time, hash and path.
///
/// A file that is not named, or whose line is not what the server lists now, is fetched again. The manifest is no
/// input from outside, but what cannot be read of it is passed over all the same.
struct MirrorManifest: Sendable {
  private var marks: [ExactString: String] = [:]

  private static let title = "assay mirror 1"
  private static let byteLimit = 1 << 30

  /// A manifest that names nothing.
  init() {}

  /// The manifest at `path`; one that names nothing if there is none.
  init(at path: String, in fileSystem: FileSystem) {
    guard let bytes = try? fileSystem.read(path, limit: Self.byteLimit) else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, first.elementsEqual(Self.title.utf8) else { return }
    for line in lines.dropFirst() {
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4 else { continue }
      let mark = String(decoding: line[line.startIndex..<parts[3].startIndex], as: UTF8.self)
      marks[ExactString(String(decoding: parts[3], as: UTF8.self))] = mark
    }
  }

  /// Writes it whole.
  func write(to path: String, in fileSystem: FileSystem) throws(FileSystemError) {
    var text = Self.title + "\n"
    for (name, mark) in marks.sorted(by: { $0.key < $1.key }) { text += mark + name.text + "\n" }
    try fileSystem.write(Array(text.utf8), path)
  }

  /// Whether the file of this path is a copy of what the server lists.
  func isCurrent(_ file: RemoteFile) -> Bool { marks[ExactString(file.path)] == Self.mark(of: file) }

  /// Names a file as a copy of what the server lists.
  mutating func add(_ file: RemoteFile) { marks[ExactString(file.path)] = Self.mark(of: file) }

  /// Forgets a file.
  mutating func remove(_ path: String) { marks[ExactString(path)] = nil }

  private static func mark(of file: RemoteFile) -> String {
    let fields = [file.size.map(String.init) ?? "?", file.time, file.hash]
    return fields.map { $0.filter { $0 != "\t" && !$0.isNewline } + "\t" }.joined()
  }
}
