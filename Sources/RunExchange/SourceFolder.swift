import Diagnostics
import FileFormats
import RunModel

/// The folder that an importer reads: every look into it is bounded, stays inside, and says what was wrong.
///
/// Paths are relative to the folder; in diagnostics they stand as they are.
struct SourceFolder: Sendable {
  /// The folder's path.
  let path: String
  /// Where it is.
  let fileSystem: FileSystem
  /// What was wrong so far.
  var log = DiagnosticLog()

  /// A look into `path`.
  init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// The path of `name` for the file system.
  func absolute(_ name: String) -> String { FilePath.join(path, name) }

  /// What is in the folder `name`, sorted by bytes; empty with a diagnostic if it cannot be listed.
  mutating func entries(_ name: String = "") -> [DirectoryEntry] {
    do throws(FileSystemError) {
      return try fileSystem.list(absolute(name))
    } catch {
      report(
        .error, "unreadable-folder", at: name, "a folder that cannot be read (\(error.reason.words))",
        "a folder that may be listed", "What it holds is left out.")
      return []
    }
  }

  /// Whether a file is at `name`, that lies in the folder whatever links lead to it.
  func hasFile(_ name: String) -> Bool {
    guard (try? fileSystem.attributes(absolute(name)))?.kind == .file else { return false }
    return fileSystem.isInside(absolute(name), folder: path)
  }

  /// The bytes of a file; nil with a diagnostic if it is not there, too large or leads out of the folder.
  mutating func bytes(_ name: String, limit: Int = ImportLimit.recordBytes) -> [UInt8]? {
    let file = absolute(name)
    guard fileSystem.isInside(file, folder: path) || !fileSystem.exists(file) else {
      report(.error, "unsafe-link", at: name, "a link that leaves the folder", "a file", "It is left out.")
      return nil
    }
    do throws(FileSystemError) {
      return try fileSystem.read(file, limit: limit)
    } catch {
      add(FormatError(error, path: name), "unreadable-file", consequence: "It is left out.")
      return nil
    }
  }

  /// The JSON of a file; nil with a diagnostic if it cannot be read.
  mutating func json(_ name: String, limit: Int = ImportLimit.recordBytes) -> JSONDocument? {
    guard let bytes = bytes(name, limit: limit) else { return nil }
    do throws(FormatError) {
      let document = try JSONReader.parse(bytes, path: name)
      log.add(contentsOf: document.diagnostics)
      return document
    } catch {
      add(error, "invalid-json", consequence: "The file is left out.")
      return nil
    }
  }

  /// The YAML of a file; nil with a diagnostic if it cannot be read.
  ///
  /// Tags are passed over, nothing is constructed.
  mutating func yaml(_ name: String, limit: Int = ImportLimit.valueBytes) -> YAMLDocument? {
    guard let bytes = bytes(name, limit: limit) else { return nil }
    do throws(FormatError) {
      return try YAMLReader.parse(bytes, path: name, unfoldedLimit: ImportLimit.unfoldedNodes)
    } catch {
      add(error, "invalid-yaml", consequence: "The file is left out.")
      return nil
    }
  }

  /// Adds a diagnostic `import.<kind>` about the file or folder `name`.
  mutating func report(
    _ severity: Diagnostic.Severity, _ kind: String, at name: String, _ found: String, _ expected: String,
    _ consequence: String
  ) {
    report(severity, kind, at: SourcePlace(path: name.isEmpty ? path : name), found, expected, consequence)
  }

  /// Adds a diagnostic `import.<kind>` about a place in a file.
  mutating func report(
    _ severity: Diagnostic.Severity, _ kind: String, at place: SourcePlace, _ found: String,
    _ expected: String, _ consequence: String
  ) {
    log.add(
      Diagnostic(
        severity, Diagnostic.Kind("import." + kind), at: place, found: found, expected: expected,
        consequence: consequence))
  }

  /// Adds what a reader said.
  mutating func add(
    _ error: FormatError, _ kind: String, severity: Diagnostic.Severity = .warning, consequence: String
  ) {
    log.add(
      error.diagnostic(Diagnostic.Kind("import." + kind), severity: severity, consequence: consequence))
  }
}

extension SourceFolder {
  /// The error for a source that holds nothing of the tool's.
  static func nothing(at path: String, found: String, expected: String) -> SourceError {
    SourceError(
      Diagnostic(
        .error, Diagnostic.Kind("import.no-run"), at: SourcePlace(path: path), found: found,
        expected: expected))
  }
}
