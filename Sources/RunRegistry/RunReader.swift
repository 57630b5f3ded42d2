import Diagnostics
import FileFormats
import RunModel

/// Reads a run from its folder.
struct RunReader {
  /// Where to read.
  let fileSystem: FileSystem
  /// The folder that the walk started from.
  let root: String
  /// The names of the folders that lead to `root`, links resolved: they are ids where a record has none.
  let rootNames: [String]

  /// A reader of runs below `root`.
  init(fileSystem: FileSystem, root: String) {
    self.fileSystem = fileSystem
    self.root = root
    let resolved = (try? fileSystem.resolve(root)) ?? root
    rootNames = resolved.split(separator: "/").map(String.init)
  }

  /// The run in a folder, or nil if its record cannot be read; what is wrong goes to `log`.
  func read(_ found: FoundRun, _ log: inout DiagnosticLog) -> Run? {
    let path = found.shownPath(of: RegistryLayout.metadata)
    guard let bytes = bytes(of: found, path, &log) else { return nil }
    let document: JSONDocument
    do throws(FormatError) {
      document = try JSONReader.parse(bytes, path: path)
    } catch {
      log.add(
        error.diagnostic(Diagnostic.Kind("registry.invalid-json"), consequence: "The run is left out."))
      return nil
    }
    var record = RecordReader(document)
    let readable = record.run(
      idByPath: found.idByPath(rootNames: rootNames), relativePath: found.relativePath)
    log.add(contentsOf: record.log.diagnostics)
    guard var run = readable else { return nil }
    run.folder = found.path
    run.artifacts = artifacts(of: found, record.artifacts, path, &log)
    if run.notes == nil { run.notes = notes(of: run, found, &log) }
    return run
  }
}
