package import Diagnostics
import FileFormats
package import RunModel

/// Reports of scikit-learn as JSON files: each is a run, named by its file.
///
/// The folder that holds a file names the experiment. A Markdown file of the same name beside it becomes the notes.
package struct SklearnReports: RunImporter {
  package static let title = "scikit-learn classification reports"
  private static let expected = "JSON files of classification_report(output_dict=True)"
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
    if let file = opened.file { return isReport(file, opened.folder) }
    var budget = 50
    return SourceFolder.hasRunFolder(path, in: fileSystem, depth: 2) { folder, entries, source in
      entries.fileNames.contains { name in
        guard isCandidate(name), budget > 0 else { return false }
        budget -= 1
        return isReport(FilePath.join(folder, name), source)
      }
    }
  }

  package func load() throws(SourceError) -> RunCollection {
    var (source, file) = try SourceFolder.opening(path, in: fileSystem, expected: Self.expected)
    var runs: [Run] = []
    if let file {
      if let run = Self.run(at: "", file, &source) { runs.append(run) }
    } else {
      source.walk { source, folder, entries in
        for name in entries.fileNames where Self.isCandidate(name) {
          if let run = Self.run(at: folder, name, &source) { runs.append(run) }
        }
        return true
      }
    }
    return try source.collection(
      of: runs, title: Self.title, found: "no classification report", expected: Self.expected)
  }

  /// The run of a file; nil with a diagnostic if it is no report.
  private static func run(at folder: String, _ name: String, _ source: inout SourceFolder) -> Run? {
    let file = FilePath.join(folder, name)
    guard let document = source.json(file, limit: ImportLimit.documentBytes) else { return nil }
    guard let report = ClassReport(document.root) else {
      source.report(
        .note, "no-report", at: file, "JSON that is no classification report",
        "labels with precision, recall, f1-score and support, and an average", "It is passed over.")
      return nil
    }
    var run = source.run(in: folder, of: .sklearn, named: FileStem.of(name))
    report.write(to: &run)
    run.notes = source.notes(FilePath.join(folder, FileStem.of(name) + ".md"))
    return run
  }

  private static func isCandidate(_ name: String) -> Bool { FilePath.fileExtension(of: name) == "json" }

  private static func isReport(_ name: String, _ source: SourceFolder) -> Bool {
    // What does not even name a score near its beginning need not be read.
    guard isCandidate(name), let head = source.head(name, count: 1 << 14),
      String(decoding: head, as: UTF8.self).contains("\"f1-score\""),
      let bytes = source.head(name, count: ImportLimit.documentBytes),
      let document = try? JSONReader.parse(bytes, path: name)
    else { return false }
    return ClassReport(document.root) != nil
  }
}
