import Diagnostics
import FileFormats
import RunModel

extension WandBRun {
  /// The most tables of a run that are looked into.
  private static let tableLimit = 200

  /// Adds the files beside the log, and what the tables among them say.
  func addFiles(to run: inout Run, _ log: WandBLog, _ folder: inout SourceFolder) {
    let files = FilePath.join(runFolder, "files")
    if folder.fileSystem.isDirectory(folder.absolute(files)),
      folder.fileSystem.isInside(folder.absolute(files), folder: folder.path)
    {
      run.artifacts = folder.artifacts(below: files)
    }
    var predictions: [(name: ExactString, file: String)] = []
    var tableCount = 0
    for (name, media) in log.history.media.sorted(by: { $0.key < $1.key }) {
      guard let path = media.path else { continue }
      guard FilePath.isContained(path) else {
        folder.report(
          .warning, "unsafe-path", at: self.name, "the path \(VisibleText.quoting(path))",
          "a path below the folder files", "It is left out.")
        continue
      }
      let file = FilePath.join(files, path)
      guard folder.hasFile(file) else {
        folder.report(
          .warning, "missing-file", at: self.name,
          "\(VisibleText.quoting(name.text)), whose file \(VisibleText.quoting(path)) is not there",
          "the file in the folder files", "It is left out.")
        continue
      }
      guard ExactString(media.type) == "table-file", tableCount < Self.tableLimit else { continue }
      tableCount += 1
      guard var table = Self.table(file, &folder) else { continue }
      if WandBTables.isConfusion(table.columns) {
        addConfusion(&table, name, file, to: &run, &folder)
      } else if WandBTables.isPredictions(table.columns) {
        predictions.append((name, file))
      }
    }
    addPredictions(predictions, to: &run, &folder)
  }

  private static func table(_ file: String, _ folder: inout SourceFolder) -> LoggedTable? {
    guard let bytes = folder.bytes(file) else { return nil }
    do throws(FormatError) {
      return try LoggedTable(bytes, path: file)
    } catch {
      folder.add(error, "invalid-table", consequence: "The table is shown as a file only.")
      return nil
    }
  }

  /// Adds a matrix under the name that was logged: wandb puts `_table` behind it.
  private func addConfusion(
    _ table: inout LoggedTable, _ name: ExactString, _ file: String, to run: inout Run,
    _ folder: inout SourceFolder
  ) {
    do throws(FormatError) {
      let suffix = "_table"
      let title = name.text.hasSuffix(suffix) ? String(name.text.dropLast(suffix.count)) : name.text
      if let matrix = try WandBTables.confusion(&table) {
        run.confusions[title.isEmpty ? name : ExactString(title)] = matrix
      } else {
        folder.report(
          .warning, "invalid-table", at: file, "counts that make no confusion matrix",
          "whole numbers for at most \(LoggedConfusion.labelLimit) labels",
          "The table is shown as a file only.")
      }
    } catch {
      folder.add(error, "invalid-table", consequence: "The table is shown as a file only.")
    }
  }

  /// Writes one table of predictions as the artifact `predictions.csv`, unless the run has such a file: the table
  /// that is called `predictions`, else the first by name.
  private func addPredictions(
    _ tables: [(name: ExactString, file: String)], to run: inout Run, _ folder: inout SourceFolder
  ) {
    guard let chosen = tables.first(where: { $0.name == "predictions" }) ?? tables.first,
      !run.artifacts.contains(where: { Self.isPredictionFile($0.filename) })
    else { return }
    if tables.count > 1 {
      let others = tables.filter { $0.name != chosen.name }.prefix(5).map {
        VisibleText.quoting($0.name.text)
      }
      folder.report(
        .note, "more-predictions", at: self.name,
        "\(tables.count) tables of predictions, also \(others.joined(separator: ", "))",
        "one to evaluate", "\(VisibleText.quoting(chosen.name.text)) is evaluated.")
    }
    guard var table = Self.table(chosen.file, &folder) else { return }
    do throws(FormatError) {
      let (csv, left) = try WandBTables.predictions(&table)
      if left > 0 {
        folder.report(
          .warning, "ragged-row", at: chosen.file, "rows with other than one cell a column: \(left)",
          "\(table.columns.count) cells", "They are left out.")
      }
      run.artifacts.append(
        Artifact(
          id: "predictions", filename: "predictions.csv", mediaType: "text/csv", content: .bytes(csv)))
      run.artifacts.sort { $0.id < $1.id }
    } catch {
      folder.add(error, "invalid-table", consequence: "Its predictions are not evaluated.")
    }
  }

  /// Whether the site would take a file for the run's predictions, by its name.
  private static func isPredictionFile(_ path: String) -> Bool {
    let name = FilePath.name(of: path)
    guard name.utf8.starts(with: "predictions.".utf8) else { return false }
    let plain = FilePath.fileExtension(of: name) == "gz" ? String(name.dropLast(3)) : name
    return ["csv", "tsv", "tab", "jsonl", "ndjson", "npz"].contains(FilePath.fileExtension(of: plain))
  }
}
