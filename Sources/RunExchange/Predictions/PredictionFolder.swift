package import Diagnostics
package import RunModel

/// A bare folder of prediction files: each becomes a run.
package struct PredictionFolder: RunImporter {
  package static let title = "prediction files"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    false
  }

  package func load() throws(SourceError) -> RunCollection {
    throw SourceFolder.nothing(
      at: path, found: "no prediction file", expected: "CSV, TSV, JSONL or NPZ files")
  }
}
