import Diagnostics
import FileFormats
import Foundation
import RunModel

extension SearchSpec {
  /// Reads the files that the specification names, from its folder.
  ///
  /// - Throws: ``SearchSpecError`` with all that cannot be read.
  mutating func loadFiles(path: String, from fileSystem: FileSystem) throws(SearchSpecError) {
    var problems: [Diagnostic] = []
    func report(_ found: String, _ expected: String) {
      problems.append(
        Diagnostic(
          .error, .init("search.files"), at: SourcePlace(path: path), found: found, expected: expected))
    }
    var bytes = 0
    for position in files.indices {
      let name = files[position].path
      do throws(FileSystemError) {
        files[position] = try SearchFile.read(name, in: folder, from: fileSystem)
        bytes += files[position].bytes.count
      } catch {
        report(
          "the file \(VisibleText.quoting(name)), which cannot be read (\(error.reason.words))",
          "a file in the specification's folder")
      }
    }
    if bytes > SearchFile.limit {
      report(
        "files of \(bytes) bytes",
        "\(SearchFile.limit) bytes at most; data belongs where every worker can read it")
    }
    guard problems.isEmpty else { throw SearchSpecError(problems) }
  }
}

extension SpecReader {
  /// Files: their paths, or, in what a queue keeps, also what is in them.
  mutating func files(_ node: YAMLNode) -> [SearchFile] {
    guard let items = node.sequence else {
      refuse(node, expected: "a list of paths below the specification's folder")
      return []
    }
    var files: [SearchFile] = []
    for item in items {
      guard let path = item.mapping == nil ? text(item) : item["path"].flatMap({ text($0) }) else { continue }
      if let problem = SearchFile.problem(of: path) {
        report(item, found: problem, expected: "a path below the specification's folder, without “..”")
      } else if files.contains(where: { $0.path.utf8.elementsEqual(path.utf8) }) {
        report(item, found: "\(VisibleText.quoting(path)) twice", expected: "each file once")
      } else {
        let plain = item["text"]?.scalar.map { Array($0.text.utf8) }
        let coded = item["base64"]?.scalar.flatMap { Data(base64Encoded: $0.text) }.map { [UInt8]($0) }
        let isExecutable = item["executable"].flatMap { boolean($0) } ?? false
        files.append(SearchFile(path: path, bytes: plain ?? coded ?? [], isExecutable: isExecutable))
      }
    }
    return files
  }
}
