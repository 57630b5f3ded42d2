package import Diagnostics
import FileFormats
package import RunModel

/// Results of nomadic's searches: a JSON file, or a folder of them.
///
/// A file is an experiment, called by the name in it or else by that of the file; each of its results is a run,
/// `trial-0001` and so on in the order of the file. nomadic sorts results by score, and its sort goes wrong at a
/// score that is not a number: here such a score is kept, and nothing is sorted by it. Pickles (`.pkl`) are never
/// opened.
package struct NomadicResults: RunImporter {
  package static let title = "nomadic results"
  private let path: String
  private let fileSystem: FileSystem

  private static let fileLimit = 10_000
  /// How many files of a folder are looked into to tell whether it is one of nomadic's.
  private static let probeLimit = 20

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    guard let attributes = try? fileSystem.attributes(path) else { return false }
    if attributes.kind == .file { return NomadicFile.recognises(path, in: fileSystem) }
    return candidates(in: path, fileSystem).prefix(probeLimit)
      .contains { NomadicFile.recognises(FilePath.join(path, $0), in: fileSystem) }
  }

  package func load() throws(SourceError) -> RunCollection {
    let isFile = (try? fileSystem.attributes(path))?.kind == .file
    let root = isFile ? FilePath.parent(of: path) : path
    let names = isFile ? [FilePath.name(of: path)] : Self.candidates(in: path, fileSystem)
    var folder = SourceFolder(path: root, fileSystem: fileSystem)
    if names.count > Self.fileLimit {
      folder.report(
        .warning, "too-many-files", at: "", "\(names.count) JSON files", "at most \(Self.fileLimit)",
        "The rest is left out.")
    }
    var runs: [Run] = []
    var count = 0
    var passedOver = 0
    for name in names.prefix(Self.fileLimit) {
      guard isFile || NomadicFile.recognises(FilePath.join(root, name), in: fileSystem) else {
        if Self.reportOther(name, &folder) { passedOver += 1 }
        continue
      }
      guard let document = folder.sparseJSON(name, limit: NomadicFile.byteLimit) else { continue }
      guard let file = NomadicFile(document.root) else {
        folder.report(
          .warning, "invalid-results", at: name, "no results",
          "a list of results, or an object with run_results",
          "The file is left out.")
        continue
      }
      count += 1
      runs += NomadicTrials(file: file, name: name, document: document).runs(in: &folder)
    }
    guard count > 0 || folder.log.diagnostics.count > passedOver else {
      throw SourceFolder.nothing(
        at: path, found: "no results of nomadic's", expected: "JSON files with score and params")
    }
    RunNaming.makeDistinct(&runs) { $0.provenance[SourceKey.run] ?? "" }
    return RunCollection(
      sourceName: Self.title, runs: runs.sorted { $0.id < $1.id }, diagnostics: folder.log.diagnostics)
  }

  /// Says that a file has the name of results, or of JSON, and is none; JSON of another sort is passed over.
  ///
  /// - Returns: Whether there was something to say.
  private static func reportOther(_ name: String, _ folder: inout SourceFolder) -> Bool {
    guard folder.offers(name) else { return true }
    let head = folder.head(name, count: 1 << 12) ?? []
    let isResults = FilePath.name(of: name).hasSuffix("results.json")
    guard isResults || !looksLikeJSON(head) else { return false }
    folder.report(
      .warning, "invalid-results", at: name, head.isEmpty ? "nothing" : "no results",
      "a list of results, or an object with run_results", "The file is left out.")
    return true
  }

  /// Whether bytes begin as an object or a list does, without a byte that no JSON has.
  private static func looksLikeJSON(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    guard let first = text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return false }
    return (first == UInt8(ascii: "{") || first == UInt8(ascii: "["))
      && text.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
  }

  /// The JSON files of a folder, in the order of their bytes.
  private static func candidates(in folder: String, _ fileSystem: FileSystem) -> [String] {
    ((try? fileSystem.list(folder)) ?? [])
      .filter { ($0.kind == .file || $0.kind == .other) && FilePath.fileExtension(of: $0.name) == "json" }
      .map(\.name)
  }
}
