package import Diagnostics
package import RunModel

/// A bare folder of prediction files: each becomes a run, named by its file.
///
/// The folder that holds a file names the experiment. A Markdown file of the same name beside it becomes the notes;
/// everything else is passed over.
package struct PredictionFolder: RunImporter {
  package static let title = "prediction files"
  private static let expected = "CSV, TSV, JSONL or NPZ files with true labels and predictions"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    guard let opened = try? SourceFolder.opening(path, in: fileSystem, expected: expected) else {
      return false
    }
    if let file = opened.file { return holdsPredictions(file, opened.folder) }
    var budget = 50
    return SourceFolder.hasRunFolder(path, in: fileSystem, depth: 2) { folder, entries, source in
      entries.fileNames.contains { name in
        guard PredictionHead.suffix(of: name) != nil, budget > 0 else { return false }
        budget -= 1
        return holdsPredictions(FilePath.join(folder, name), source)
      }
    }
  }

  package func load() throws(SourceError) -> RunCollection {
    var (source, file) = try SourceFolder.opening(path, in: fileSystem, expected: Self.expected)
    var runs: [Run] = []
    if let file {
      if let run = Self.run(of: file, in: "", &source) { runs.append(run) }
    } else {
      source.walk { source, folder, entries in
        for name in entries.fileNames {
          if let run = Self.run(of: name, in: folder, &source) { runs.append(run) }
        }
        return true
      }
    }
    return try source.collection(
      of: runs, title: Self.title, found: "no prediction file", expected: Self.expected)
  }

  /// The run of a file; nil if its name is not that of a prediction file, or with a note if its beginning is not.
  private static func run(of name: String, in folder: String, _ source: inout SourceFolder) -> Run? {
    guard let suffix = PredictionHead.suffix(of: name) else { return nil }
    let file = FilePath.join(folder, name)
    guard holdsPredictions(file, source) else {
      source.report(
        .note, "no-predictions", at: file, "a file without true labels and predictions",
        "columns such as y_true and y_pred or proba_…", "It is passed over.")
      return nil
    }
    let stem = FileStem.of(name)
    var run = source.run(in: folder, of: .predictions, named: stem)
    run.provenance[SourceKey.run] = file
    run.artifacts = [
      Artifact(
        id: "predictions", filename: "predictions" + suffix, content: .file(source.absolute(file)))
    ]
    run.notes = source.notes(FilePath.join(folder, stem + ".md"))
    return run
  }

  private static func holdsPredictions(_ name: String, _ source: SourceFolder) -> Bool {
    PredictionHead.names(of: name, in: source).map { PredictionColumns($0).canBeEvaluated } ?? false
  }
}
