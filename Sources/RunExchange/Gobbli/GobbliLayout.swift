import Diagnostics

/// Where gobbli's files are below a source.
struct GobbliLayout {
  /// Folders with `gobbli-experiment-meta.json`.
  private(set) var experiments: [String] = []
  /// Folders with `gobbli-model-info.json` or `gobbli-model-meta.json`.
  private(set) var models: [String] = []
  /// The inputs of evaluations.
  private(set) var inputs: [Input] = []

  /// The input of an evaluation, and what lies beside it.
  struct Input {
    /// Its folder, as seen from the source.
    var folder: String
    /// Its file name: `<name>_input.json`.
    var file: String
    /// The files whose names begin with the same `<name>_`, and no other input's longer one.
    var siblings: [String]
  }

  /// Whether there are folders that were not looked into, being too many.
  private(set) var isCut = false

  static let experimentMeta = "gobbli-experiment-meta.json"
  static let modelInfo = "gobbli-model-info.json"
  static let modelMeta = "gobbli-model-meta.json"
  static let taskMeta = "gobbli-task-meta.json"

  /// From `~/.gobbli` it is three folders to those of models and experiments: `model/<class>/<id>`.
  private static let depth = 3
  static let folderLimit = 100_000
  private static let headSize = 1 << 16

  /// Whether nothing was found.
  var isEmpty: Bool { experiments.isEmpty && models.isEmpty && inputs.isEmpty }

  /// What is at or below `path`, in the order of paths; at most `limit` folders are looked into.
  ///
  /// Links to folders are not followed, and nothing is looked for within a model or an experiment. Inputs of
  /// evaluations are looked for in the source itself only, since any project may have such a file somewhere.
  init(_ path: String, in fileSystem: FileSystem, limit: Int = folderLimit) {
    var looked = 0
    var waiting = [(folder: "", level: 0)]
    while let (folder, level) = waiting.popLast(), looked < limit {
      looked += 1
      guard let entries = try? fileSystem.list(FilePath.join(path, folder)) else { continue }
      let names = Set(entries.lazy.filter { $0.kind == .file }.map { ExactString($0.name) })
      if names.contains(ExactString(Self.experimentMeta)) {
        experiments.append(folder)
      } else if names.contains(ExactString(Self.modelInfo)) || names.contains(ExactString(Self.modelMeta)) {
        models.append(folder)
      } else {
        if level == 0 { inputs = Self.inputs(in: folder, entries, path, fileSystem) }
        guard level < Self.depth else { continue }
        waiting += entries.reversed().filter { $0.kind == .directory }
          .map { (FilePath.join(folder, $0.name), level + 1) }
      }
    }
    isCut = !waiting.isEmpty
  }

  /// The layout of a single file `path` with an evaluation's input.
  init(input path: String, in fileSystem: FileSystem) {
    let entries = (try? fileSystem.list(FilePath.parent(of: path))) ?? []
    inputs = Self.inputs(in: "", entries, FilePath.parent(of: path), fileSystem)
      .filter { ExactString($0.file) == ExactString(FilePath.name(of: path)) }
  }

  /// The inputs in a folder, and to which of them each other file belongs.
  private static func inputs(
    in folder: String, _ entries: [DirectoryEntry], _ path: String, _ fileSystem: FileSystem
  ) -> [Input] {
    let names = entries.filter { $0.kind == .file || $0.kind == .symbolicLink }.map(\.name)
    let files = names.filter {
      stem(of: $0) != nil && isInput(FilePath.join(FilePath.join(path, folder), $0), fileSystem)
    }
    guard !files.isEmpty else { return [] }
    let stems = Set(files.compactMap { stem(of: $0).map { ExactString($0) } })
    var siblings: [ExactString: [String]] = [:]
    for name in names where stem(of: name) == nil {
      var head = name.utf8[...]
      repeat {
        head = head.prefix(upTo: head.lastIndex(of: UInt8(ascii: "_")) ?? head.startIndex)
        let candidate = ExactString(String(decoding: head, as: UTF8.self))
        if stems.contains(candidate) {
          siblings[candidate, default: []].append(name)
          break
        }
      } while !head.isEmpty
    }
    return files.map { file in
      Input(folder: folder, file: file, siblings: siblings[ExactString(stem(of: file) ?? "")] ?? [])
    }
  }

  /// What stands before `_input.json` in a file's name; empty for `input.json`, nil for other files.
  static func stem(of name: String) -> String? {
    if ExactString(name) == "input.json" { return "" }
    let suffix = "_input.json"
    return name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : nil
  }

  /// Whether a file begins as the input of an evaluation does: with labels, then texts.
  static func isInput(_ path: String, _ fileSystem: FileSystem) -> Bool {
    let file = try? fileSystem.open(path)
    guard let head = try? file?.bytes(at: 0, count: headSize) else { return false }
    let text = head.filter { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
    let next = Array("],\"X\":[".utf8)
    return text.starts(with: "{\"labels\":[".utf8)
      && text.indices.contains { text[$0] == next[0] && text[$0...].starts(with: next) }
  }
}
