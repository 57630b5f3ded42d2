import Diagnostics
import FileFormats

extension SourceFolder {
  /// Reads a log row by row; a row with more or fewer cells than the header is left out with a diagnostic.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - delimiter: What stands between two cells.
  ///   - row: Takes the names of the columns and a row that has a cell for each; returns what is wrong with it, if
  ///     anything: what was found and what was expected.
  /// - Returns: The names of the columns; nil with a diagnostic if the file cannot be read.
  @discardableResult
  mutating func readLog(
    _ name: String, delimiter: UInt8, row: ([String], LogRow) -> (found: String, expected: String)?
  ) -> [String]? {
    guard hasFile(name) else {
      report(.warning, "unreadable-file", at: name, "no file in the folder", "a log", "It is left out.")
      return nil
    }
    do throws(FormatError) {
      var table = try openLog(name, delimiter: delimiter)
      while let rows = try table.next() {
        for line in rows {
          guard let problem = problem(line, table.names) ?? row(table.names, line) else { continue }
          report(
            line.isOpen ? .note : .warning, "bad-row", at: SourcePlace(path: name, line: line.line),
            problem.found, problem.expected, "The row is left out.")
        }
      }
      if let fault = table.fault {
        report(
          .warning, "bad-row", at: SourcePlace(path: name, line: fault.line), fault.found, "rows of cells",
          "The log is read up to here.")
      }
      return table.names
    } catch {
      add(error, "unreadable-log", consequence: "What stands before it is read, the rest is left out.")
      return nil
    }
  }

  private func openLog(_ name: String, delimiter: UInt8) throws(FormatError) -> LogTable {
    let file: ReadableFile
    do throws(FileSystemError) {
      file = try fileSystem.open(absolute(name))
    } catch {
      throw FormatError(error, path: name)
    }
    guard file.size <= ImportLimit.logBytes else {
      throw FormatError(
        at: SourcePlace(path: name), found: "a log of \(file.size) bytes",
        expected: "at most \(ImportLimit.logBytes)")
    }
    return try LogTable(file, path: name, delimiter: delimiter)
  }

  private func problem(_ row: LogRow, _ names: [String]) -> (found: String, expected: String)? {
    guard row.cells.count != names.count else { return nil }
    let found = row.isOpen ? "a last row of \(row.cells.count) cells" : "a row of \(row.cells.count) cells"
    return (found, "\(names.count) as in the header")
  }
}
