import Diagnostics
import FileFormats

extension SourceFolder {
  /// The most values in a JSON file that is read as a tree, as a rule.
  static let valueLimit = 750_000

  /// The JSON of a file that may be large because of its texts; nil with a diagnostic if it cannot be read.
  ///
  /// A tree takes up some hundred bytes for each value, so a file of nothing but short values would take up fifty
  /// times its size. It is refused if it could have more than `values` values, by its commas and brackets.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - limit: The most bytes.
  ///   - values: The most values.
  /// - Returns: The document.
  mutating func sparseJSON(_ name: String, limit: Int, values: Int = valueLimit) -> JSONDocument? {
    guard let bytes = bytes(name, limit: limit) else { return nil }
    let count = bytes.count { [UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{")].contains($0) }
    guard count <= values else {
      report(
        .warning, "too-large", at: name, "JSON of some \(count) values", "at most \(values)",
        "The file is left out.")
      return nil
    }
    do throws(FormatError) {
      let document = try JSONReader.parse(bytes, path: name)
      log.add(contentsOf: document.diagnostics)
      return document
    } catch {
      add(error, "invalid-json", consequence: "The file is left out.")
      return nil
    }
  }
}
