import Diagnostics
import Dispatch
import FileFormats
import RunModel
import Synchronization

/// Reads a run from its folder.
struct RunReader {
  /// Where to read.
  let fileSystem: FileSystem
  /// The folder that the walk started from.
  let root: String
  /// The names of the folders that lead to `root`, links resolved: they are ids where a record has none.
  let rootNames: [String]

  /// What is read of a run.
  let content: Content

  /// What is read of a run.
  enum Content: Sendable {
    /// Its record alone.
    case records
    /// Its record, which of its artifacts are there, and its notes.
    case everything
  }

  /// A reader of runs below `root`.
  init(fileSystem: FileSystem, root: String, content: Content = .everything) {
    self.fileSystem = fileSystem
    self.root = root
    self.content = content
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
    guard content == .everything else {
      run.artifacts = record.artifacts.map { $0.artifact(.missing) }
      return run
    }
    run.artifacts = artifacts(of: found, record.artifacts, path, &log)
    if run.notes == nil { run.notes = notes(of: run, found, &log) }
    return run
  }

  /// What reading one run gave.
  struct Reading: Sendable {
    /// The run, if its record can be read.
    var run: Run?
    /// What was wrong.
    var diagnostics: [Diagnostic] = []
  }

  /// Reads every run, several at a time; the results are in the order of `found`.
  func readAll(_ found: [FoundRun]) -> [Reading] {
    let parts = max(1, min(8, found.count / 32))
    let readings = Mutex([Reading](repeating: Reading(), count: found.count))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let range = found.count * part / parts..<found.count * (part + 1) / parts
      let part = found[range].map { found in
        var log = DiagnosticLog()
        let run = read(found, &log)
        return Reading(run: run, diagnostics: log.diagnostics)
      }
      readings.withLock { $0.replaceSubrange(range, with: part) }
    }
    return readings.withLock { $0 }
  }
}
