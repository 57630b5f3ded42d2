package import Diagnostics
import Yams

/// Reads YAML into a tree of ``YAMLNode``.
///
/// Hostile files are met by bounds: the caller's on the size, ``depthLimit`` on nesting,
/// ``YAMLAliases/unfoldedLimit`` on what aliases unfold to.
package enum YAMLReader {
  /// How deep lists and mappings may be nested.
  package static let depthLimit = 200

  /// Reads the document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - bytes: The whole file; the caller bounds its size.
  ///   - path: The file's path as messages show it.
  ///   - unfoldedLimit: The most nodes that the document may have with its aliases written out.
  /// - Returns: The document.
  /// - Throws: ``FormatError`` for anything but at most one YAML document in UTF-8, also for a key that occurs twice
  ///   in one mapping.
  package static func parse(
    _ bytes: [UInt8], path: String, unfoldedLimit: Int = YAMLAliases.unfoldedLimit
  ) throws(FormatError) -> YAMLDocument {
    let lines = LineIndex(bytes)
    if let offset = bytes.withUnsafeBufferPointer({ UTF8Validity.firstInvalidByte(in: $0) }) {
      throw FormatError(
        at: lines.place(of: offset, path: path), found: "a byte that is not UTF-8",
        expected: "text in UTF-8")
    }
    guard YAMLAliases.areHarmless(in: bytes, limit: unfoldedLimit) else {
      throw FormatError(
        at: SourcePlace(path: path), found: "aliases of aliases that may unfold without end",
        expected: "the values written out")
    }
    let marks = YAMLMarks(bytes: bytes, lines: lines, path: path)
    do {
      // The basic resolver asks no regular expressions what a scalar might mean.
      let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
      let root = try parser.singleRoot()
      return YAMLDocument(
        path: path, root: try root.map { try YAMLConversion(marks: marks).node($0, depth: 0) })
    } catch let error as FormatError {
      throw error
    } catch {
      throw marks.formatError(of: error)
    }
  }

  /// Reads the document of the file at `path`.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - displayPath: Its path as messages show it.
  ///   - fileSystem: Through which it is read.
  ///   - limit: The most bytes that are read.
  /// - Returns: The document.
  /// - Throws: ``FormatError`` if the file cannot be read, is larger or is not YAML.
  package static func read(
    _ path: String, displayPath: String, in fileSystem: FileSystem, limit: Int
  ) throws(FormatError) -> YAMLDocument {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try fileSystem.read(path, limit: limit)
    } catch {
      throw FormatError(error, path: displayPath)
    }
    return try parse(bytes, path: displayPath)
  }
}
