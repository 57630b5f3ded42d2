import Foundation
import TestSupport

/// The example that comes with the project, or a copy of it to be changed.
struct ExampleFolder {
  /// The folder with `assay.yaml` and `registry`.
  let path: String

  /// The one in the project; it is read only.
  static let original = ExampleFolder(path: Fixture.packageFolder + "/site-example")

  private init(path: String) {
    self.path = path
  }

  /// A copy of registry and configuration below `folder`; `edit` may change the text of the configuration.
  ///
  /// - Throws: What Foundation throws when a file cannot be copied.
  init(copiedTo folder: String, editing edit: (String) -> String = { $0 }) throws {
    path = folder + "/example"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.original.registry, toPath: registry)
    let text = try String(contentsOfFile: Self.original.configuration, encoding: .utf8)
    try edit(text).write(toFile: configuration, atomically: false, encoding: .utf8)
  }

  /// The registry.
  var registry: String { path + "/registry" }
  /// The configuration.
  var configuration: String { path + "/assay.yaml" }
  /// The site as it was committed.
  var published: String { path + "/public" }

  /// Builds the site into `out`, as `make example` does.
  @discardableResult
  func build(_ out: String, _ options: [String] = []) throws -> Command.Result {
    try Command.run(
      Command.assayPath, ["build", registry, "--config", configuration, "--out", out] + options, timeout: 300)
  }

  /// The folders of all runs, below the registry.
  var runs: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: registry)
        .filter { $0.hasSuffix("/erm_metadata.json") }
        .map { String($0.dropLast("/erm_metadata.json".count)) }.sorted()
    }
  }

  /// The prediction files of all runs.
  var predictionFiles: [String] {
    get throws {
      let manager = FileManager.default
      return try manager.subpathsOfDirectory(atPath: registry)
        .filter { $0.hasSuffix("predictions.csv") }.sorted().map { registry + "/" + $0 }
    }
  }

  /// Texts that stand in the `text` columns of the predictions, not in any notes, and look the same in HTML.
  var predictionTexts: Set<String> {
    get throws {
      var texts: Set<String> = []
      for path in try predictionFiles {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
          .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let header = lines.first, let column = header.firstIndex(of: "text") else { continue }
        for cells in lines.dropFirst() where cells.count == header.count {
          if cells[column].contains(/^[A-Za-z0-9 .:\/-]{20,150}$/) { texts.insert(String(cells[column])) }
        }
      }
      let notes = try runs.map {
        try String(contentsOfFile: "\(registry)/\($0)/erm_metadata.json", encoding: .utf8)
      }
      return texts.filter { text in !notes.contains { $0.contains(text) } }
    }
  }
}
