package import Diagnostics

/// Reads JSON into a tree of ``JSONValue``.
///
/// Lenient where other tools write what the standard (RFC 8259) does not allow and the meaning is plain: `NaN`,
/// `Infinity` and `-Infinity`, a byte order mark, half a surrogate pair (which becomes U+FFFD), a name twice in one
/// object (the last value counts). The last two are diagnosed. Everything else that is wrong refuses the file.
package enum JSONReader {
  /// A name that occurs twice in one object.
  package static let duplicateName = Diagnostic.Kind("json.duplicate-name")
  /// Half a surrogate pair in an escape.
  package static let loneSurrogate = Diagnostic.Kind("json.lone-surrogate")

  /// Reads the value that `bytes` hold.
  ///
  /// - Parameters:
  ///   - bytes: The whole file; the caller bounds its size.
  ///   - path: The file's path as messages show it.
  /// - Returns: The value, and what was odd.
  /// - Throws: ``FormatError`` for anything but one JSON value in UTF-8, nested at most
  ///   ``JSONCursor/depthLimit`` deep.
  package static func parse(_ bytes: [UInt8], path: String) throws(FormatError) -> JSONDocument {
    let lines = LineIndex(bytes)
    let outcome = bytes.withUnsafeBufferPointer { buffer -> Result<(JSONValue, [Diagnostic]), JSONFault> in
      var builder = JSONTreeBuilder(lines: lines, path: path)
      do throws(JSONFault) {
        return .success((try builder.document(buffer), builder.log.diagnostics))
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(let (root, diagnostics)):
      return JSONDocument(path: path, root: root, diagnostics: diagnostics, lines: lines)
    case .failure(let fault):
      throw FormatError(
        at: lines.place(of: fault.offset, path: path), found: fault.found, expected: fault.expected)
    }
  }

  /// Reads the value of the file at `path`.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - displayPath: Its path as messages show it.
  ///   - fileSystem: Through which it is read.
  ///   - limit: The most bytes that are read.
  /// - Returns: The value, and what was odd.
  /// - Throws: ``FormatError`` if the file cannot be read, is larger or is not JSON.
  package static func read(
    _ path: String, displayPath: String, in fileSystem: FileSystem, limit: Int
  ) throws(FormatError) -> JSONDocument {
    let bytes: [UInt8]
    do throws(FileSystemError) {
      bytes = try fileSystem.read(path, limit: limit)
    } catch {
      throw FormatError(error, path: displayPath)
    }
    return try parse(bytes, path: displayPath)
  }
}
