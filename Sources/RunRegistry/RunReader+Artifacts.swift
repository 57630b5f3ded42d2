import Diagnostics
import FileFormats
import RunModel

extension RunReader {
  /// The record's bytes, or nil with a diagnostic.
  func bytes(of found: FoundRun, _ path: String, _ log: inout DiagnosticLog) -> [UInt8]? {
    let file = FilePath.join(found.path, RegistryLayout.metadata)
    let isLink = found.kind(of: RegistryLayout.metadata) == .symbolicLink
    guard !isLink || fileSystem.isInside(file, folder: root) else {
      log.add(
        Diagnostic(
          .error, Diagnostic.Kind("registry.unsafe-filename"), at: SourcePlace(path: path),
          found: "a link that leaves the registry", expected: "a file", consequence: "The run is left out."))
      return nil
    }
    do throws(FileSystemError) {
      return try fileSystem.read(file, limit: RegistryLimit.metadataBytes)
    } catch {
      log.add(
        FormatError(error, path: path)
          .diagnostic(Diagnostic.Kind("registry.unreadable-record"), consequence: "The run is left out."))
      return nil
    }
  }

  /// The artifacts that a record names, sorted by id, each with its file or a diagnostic.
  func artifacts(
    of found: FoundRun, _ records: [ArtifactRecord], _ path: String, _ log: inout DiagnosticLog
  ) -> [Artifact] {
    let finder: ArtifactFinder
    do throws(FileSystemError) {
      finder = try ArtifactFinder(run: found, fileSystem: fileSystem)
    } catch {
      log.add(
        FormatError(error, path: found.shownPath(of: RegistryLayout.artifacts))
          .diagnostic(
            Diagnostic.Kind("registry.unreadable-folder"),
            consequence: "The run is shown without its artifacts."))
      return records.map { $0.artifact(.missing) }.sorted { $0.id < $1.id }
    }
    return records.map { record in
      guard let filename = record.filename else { return record.artifact(.missing) }
      switch finder.find(filename) {
      case .success(let file):
        return record.artifact(.file(file))
      case .failure(let absence):
        log.add(
          Diagnostic(
            .warning, absence.kind, at: record.place, found: absence.found, expected: absence.expected,
            consequence: "Artifact \(VisibleText.quoting(record.id.text)) is shown as missing."))
        return record.artifact(.missing)
      }
    }.sorted { $0.id < $1.id }
  }

  /// The notes among the artifacts of `run`.
  func notes(of run: Run, _ found: FoundRun, _ log: inout DiagnosticLog) -> String? {
    guard let notes = RunNotes(fileSystem: fileSystem).text(of: run) else { return nil }
    if let failure = notes.failure {
      let path = found.shownPath(of: FilePath.join(RegistryLayout.artifacts, notes.artifact.filename))
      log.add(
        FormatError(failure, path: path)
          .diagnostic(
            Diagnostic.Kind("registry.unreadable-notes"), severity: .warning,
            consequence: "The run is shown without notes."))
    }
    return notes.text
  }
}
