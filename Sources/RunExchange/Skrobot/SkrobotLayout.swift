import Diagnostics

/// Where the folders are in which skrobot's tasks ran.
struct SkrobotLayout {
  /// A folder of an experiment, or of a task runner.
  struct Place: Hashable {
    /// The folder as seen from the source; empty for the source itself.
    var folder: String
    /// The folder's own name.
    var name: String
    /// The name of the folder that holds it.
    var repository: String
  }

  /// The places, in the order of their paths.
  let places: [Place]
  /// Whether there are folders that were not looked into, being too many.
  let isCut: Bool

  /// How many folders deep places may be: in a folder of repositories of experiments.
  private static let depth = 2
  static let folderLimit = 10_000
  private static let headSize = 1024

  /// The places at `path`: itself, else what is in it.
  ///
  /// Links to folders are not followed, and nothing is looked for within a place.
  init(_ path: String, in fileSystem: FileSystem, depth: Int = depth, limit: Int = folderLimit) {
    let root = (try? fileSystem.resolve(path)) ?? path
    var places: [Place] = []
    var looked = 0
    var waiting = [(folder: "", level: 0)]
    while let (folder, level) = waiting.popLast(), places.count < limit, looked < Self.folderLimit {
      looked += 1
      let absolute = FilePath.join(path, folder)
      guard let entries = try? fileSystem.list(absolute) else { continue }
      if Self.isPlace(absolute, entries, fileSystem) {
        let whole = FilePath.join(root, folder)
        places.append(
          Place(
            folder: folder, name: FilePath.name(of: whole),
            repository: FilePath.name(of: FilePath.parent(of: whole))))
      } else if level < depth {
        waiting += entries.reversed().filter {
          $0.kind == .directory && $0.name.utf8.first != UInt8(ascii: ".")
        }
        .map { (FilePath.join(folder, $0.name), level + 1) }
      }
    }
    self.places = places
    isCut = !waiting.isEmpty
  }

  /// Whether a folder has an `experiment.log` of skrobot's, or parameters of a task.
  private static func isPlace(_ folder: String, _ entries: [DirectoryEntry], _ fileSystem: FileSystem) -> Bool
  {
    func begins(_ name: String, _ words: [String]) -> Bool {
      let file = try? fileSystem.open(FilePath.join(folder, name))
      guard let head = try? file?.bytes(at: 0, count: headSize) else { return false }
      let text = head.filter { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }
      return words.allSatisfy { word in
        text.indices.contains { text[$0] == word.utf8.first && text[$0...].starts(with: word.utf8) }
      } && text.first == UInt8(ascii: "{")
    }
    return entries.contains { entry in
      guard entry.kind == .file else { return false }
      if entry.name == "experiment.log" {
        return begins(entry.name, ["\"experimenter\":", "\"experiment_id\":"])
      }
      guard let type = stem(of: entry.name, ".params") else { return false }
      return begins(entry.name, ["{\"type\":\"\(type)\""])
    }
  }

  /// The name of a file without `suffix`; nil if it does not end with it.
  static func stem(of name: String, _ suffix: String) -> String? {
    name.utf8.count > suffix.utf8.count && name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : nil
  }
}
