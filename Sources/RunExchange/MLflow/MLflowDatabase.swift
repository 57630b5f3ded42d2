import Diagnostics
import GRDB
import RunModel

/// Reads a database of MLflow (SQLite).
struct MLflowDatabase {
  private let location: MLflowLocation.Database
  private let fileSystem: FileSystem

  /// The tables without which there is no run.
  static let tables = ["experiments", "runs", "metrics", "params", "tags"]

  /// The database at `location`.
  init(_ location: MLflowLocation.Database, fileSystem: FileSystem) {
    self.location = location
    self.fileSystem = fileSystem
  }

  private var path: String { FilePath.join(location.folder, location.name) }

  /// Whether it is a SQLite database with MLflow's tables.
  var isMLflow: Bool {
    guard let header = SQLiteHeader.read(path, in: fileSystem) else { return false }
    let missing = try? SQLiteReading(path, header: header, fileSystem: fileSystem).read { database in
      try Self.missingTables(in: database, size: header.size)
    }
    return missing == []
  }

  /// Everything that is there.
  ///
  /// - Throws: ``SourceError`` for a file that SQLite cannot open, or without MLflow's tables.
  func load() throws(SourceError) -> MLflowStore {
    guard let header = SQLiteHeader.read(path, in: fileSystem) else {
      throw refusal(whatItIs)
    }
    let size = header.size + ((try? fileSystem.attributes(path + "-wal"))?.size ?? 0)
    var source = SourceFolder(path: location.folder, fileSystem: fileSystem)
    var reader = MLflowTables(place: location.name, size: size)
    do {
      let reading = try SQLiteReading(path, header: header, fileSystem: fileSystem)
      if let note = reading.note {
        source.report(
          .warning, "database-log", at: location.name, note.found, "a database that is at rest",
          note.consequence)
      }
      let missing = try reading.read { database in
        let missing = try Self.missingTables(in: database, size: size)
        if missing.isEmpty { try reader.read(database) }
        return missing
      }
      guard missing.isEmpty else {
        throw refusal("a SQLite database without \(missing.map { "“\($0)”" }.joined(separator: ", "))")
      }
    } catch let error as SourceError {
      throw error
    } catch {
      throw refusal("a SQLite database that cannot be read (\(Self.words(error)))")
    }
    source.log.add(contentsOf: reader.log.diagnostics)
    var store = MLflowStore(experiments: reader.experiments.map(\.value))
    store.runs = runs(of: reader, &source)
    store.diagnostics = source.log.diagnostics
    return store
  }

  /// What is there instead of a database.
  private var whatItIs: String {
    guard let attributes = try? fileSystem.attributes(path) else { return "nothing" }
    if attributes.kind != .file { return "something that is no regular file" }
    if attributes.size == 0 { return "an empty file" }
    do throws(FileSystemError) {
      _ = try fileSystem.open(path)
    } catch {
      return "a file that cannot be read (\(error.reason.words))"
    }
    return "a file that is no SQLite database"
  }

  /// What SQLite says is wrong, without the statement.
  static func words(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "no reason given" }
    return VisibleText.escaping(error.message ?? "error \(error.resultCode.rawValue)")
  }

  private static func missingTables(in database: Database, size: Int) throws -> [String] {
    try tables.filter { try SQLiteTable($0, in: database, size: size) == nil }
  }

  private func refusal(_ found: String) -> SourceError {
    SourceFolder.nothing(
      at: path, found: found, expected: "a database of MLflow with “runs”, “metrics” and the other tables")
  }

  /// The runs with their artifacts, which lie beside the database.
  private func runs(of reader: MLflowTables, _ source: inout SourceFolder) -> [Run] {
    let places = ["mlartifacts", "mlruns"].filter { fileSystem.isDirectory(source.absolute($0)) }
    return reader.records.map { record in
      let experiment = reader.experiment(of: record)
      let run = record.record.run(in: experiment)
      return withArtifacts(run, experiment.id, record.record.id, places, &source)
    }
  }

  private func withArtifacts(
    _ run: Run, _ experiment: String, _ id: String, _ places: [String], _ source: inout SourceFolder
  ) -> Run {
    guard Self.isName(experiment), Self.isName(id) else { return run }
    var run = run
    for place in places {
      let folder = "\(place)/\(experiment)/\(id)"
      let artifacts = folder + "/artifacts"
      guard fileSystem.isDirectory(source.absolute(artifacts)),
        fileSystem.isInside(source.absolute(artifacts), folder: source.path)
      else { continue }
      run.folder = source.absolute(folder)
      run.artifacts = source.artifacts(below: artifacts)
      MLflowEvaluationFiles.add(to: &run, &source)
      break
    }
    return run
  }

  /// Whether an id is harmless as the name of a folder.
  private static func isName(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.count <= 200
      && id.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains($0))
      }
  }
}
