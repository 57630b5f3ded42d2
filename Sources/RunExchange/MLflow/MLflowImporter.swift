package import Diagnostics
package import RunModel

/// Reads MLflow's file store (`mlruns`) and its database (`mlflow.db`).
///
/// The path may be either, or a folder that holds them. Where both are there, the database counts if it has runs, as
/// in MLflow itself; a note says that the other was passed over. Paths in either are never followed: artifacts are
/// looked for beside the run, or beside the database in `mlartifacts` and `mlruns`.
package struct MLflowImporter: RunImporter {
  package static let title = "MLflow"
  private let path: String
  private let fileSystem: FileSystem

  package init(path: String, fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  package static func recognises(_ path: String, in fileSystem: FileSystem) -> Bool {
    guard !fileSystem.exists(FilePath.join(path, ".erm_registry.json")) else { return false }
    let location = MLflowLocation(path, in: fileSystem)
    if location.store != nil || location.isNamed { return true }
    guard let database = location.database else { return false }
    return MLflowDatabase(database, fileSystem: fileSystem).isMLflow
  }

  package func load() throws(SourceError) -> RunCollection {
    let location = MLflowLocation(path, in: fileSystem)
    let files =
      location.store ?? (fileSystem.isDirectory(path) && location.database == nil ? lenientStore : nil)
    guard let database = location.database else {
      guard let files else {
        throw SourceFolder.nothing(at: path, found: found, expected: Self.expectation)
      }
      return try collection(of: fileStore(files))
    }
    guard let files else {
      return try collection(of: MLflowDatabase(database, fileSystem: fileSystem).load())
    }
    return try collection(of: both(database, files))
  }

  /// Of a database and a file store the one that has runs, the database first.
  private func both(_ database: MLflowLocation.Database, _ files: String) throws(SourceError) -> MLflowStore {
    let problem: Diagnostic
    do throws(SourceError) {
      var store = try MLflowDatabase(database, fileSystem: fileSystem).load()
      if !store.runs.isEmpty {
        store.diagnostics.append(
          passedOver(files.isEmpty ? path : files, "a file store beside \(database.name), which has runs"))
        return store
      }
      problem = passedOver(database.name, "a database without runs beside a file store")
    } catch {
      problem = error.diagnostic
    }
    var store = fileStore(files)
    store.diagnostics.insert(problem, at: 0)
    return store
  }

  private func passedOver(_ place: String, _ found: String) -> Diagnostic {
    Diagnostic(
      .note, Diagnostic.Kind("import.passed-over"), at: SourcePlace(path: place), found: found,
      expected: "one store", consequence: "It is passed over; give its path to read it.")
  }

  private func fileStore(_ folder: String) -> MLflowStore {
    MLflowFileStore(folder, path: path, fileSystem: fileSystem).load()
  }

  /// The folder to try where no experiment's `meta.yaml` was found: it may be lost.
  private var lenientStore: String {
    let inner = FilePath.join(path, "mlruns")
    return fileSystem.isDirectory(inner) && fileSystem.isInside(inner, folder: path) ? "mlruns" : ""
  }

  private func collection(of store: MLflowStore) throws(SourceError) -> RunCollection {
    guard store.isWorthShowing else {
      let isEmptyStore = !store.experiments.isEmpty
      throw SourceFolder.nothing(
        at: path, found: isEmptyStore ? "a store without runs that are not deleted" : found,
        expected: Self.expectation)
    }
    return store.collection(sourceName: Self.title)
  }

  private static let expectation = "MLflow's mlruns or mlflow.db, or a folder that holds them"

  private var found: String {
    switch (try? fileSystem.attributes(path))?.kind {
    case .directory: "a folder without a store of MLflow"
    case .file: "a file that is no SQLite database"
    case .other, .symbolicLink: "something that is neither a file nor a folder"
    case nil: "nothing there"
    }
  }
}
