import Diagnostics
import FileFormats

/// A small table of a CSV file: every row has as many cells as there are names.
struct MLflowTable {
  /// The names of the columns.
  let names: [String]
  /// The rows.
  let rows: [[String]]

  /// The table of an artifact; nil with a diagnostic if it cannot be read.
  ///
  /// Ragged rows are left out with one.
  static func read(_ name: String, _ source: inout SourceFolder) -> MLflowTable? {
    guard source.hasFile(name) else { return nil }
    do throws(FileSystemError) {
      let file = try source.fileSystem.open(source.absolute(name))
      guard file.size <= MLflowLimit.tableBytes else {
        source.report(
          .note, "large-table", at: name, "a table of \(file.size) bytes",
          "at most \(MLflowLimit.tableBytes)", "It is an artifact only.")
        return nil
      }
      return table(file, name, &source)
    } catch {
      source.add(FormatError(error, path: name), "unreadable-file", consequence: "It is an artifact only.")
      return nil
    }
  }

  private static func table(_ file: ReadableFile, _ name: String, _ source: inout SourceFolder)
    -> MLflowTable?
  {
    let reader = DelimitedReader(file, path: name, delimiter: UInt8(ascii: ","))
    do throws(FormatError) {
      let names = try reader.header().names
      let rows = try reader.rows()
      let whole = rows.filter { $0.count == names.count }
      if whole.count < rows.count {
        source.report(
          .warning, "ragged-row", at: name, "\(rows.count - whole.count) rows of another length",
          "\(names.count) cells in each", "They are left out.")
      }
      return MLflowTable(names: names, rows: whole)
    } catch {
      source.add(error, "invalid-csv", consequence: "The file is an artifact only.")
      return nil
    }
  }
}
