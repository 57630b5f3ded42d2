import Diagnostics
import FileFormats
import RunModel

/// A JSON file whose one object is a named table of values: `{"setosa": 0.97, "virginica": null}`.
struct DictFile {
  /// Its path.
  let path: String

  /// The values, with their types; numbers keep the digits they are written with.
  ///
  /// - Throws: ``CommandFailure`` if the file is not there, is not JSON, or holds anything but an object of numbers,
  ///   texts, truth values and nulls.
  func values(from fileSystem: FileSystem) throws(CommandFailure) -> [ExactString: Scalar] {
    let document: JSONDocument
    do {
      document = try JSONReader.read(path, displayPath: path, in: fileSystem, limit: TextFile.limit)
    } catch {
      throw CommandFailure(error.description)
    }
    guard let object = document.root.object else {
      throw unexpected(document.root, in: document, expected: "an object of names and values")
    }
    var values: [ExactString: Scalar] = [:]
    for member in object.members {
      guard let scalar = Self.scalar(member.value) else {
        throw unexpected(member.value, in: document, expected: "a number, a string, true, false or null")
      }
      values[ExactString(member.name)] = scalar
    }
    return values
  }

  private func unexpected(_ value: JSONValue, in document: JSONDocument, expected: String) -> CommandFailure {
    CommandFailure(
      FormatError(at: document.place(of: value), found: value.kindInWords, expected: expected).description)
  }

  private static func scalar(_ value: JSONValue) -> Scalar? {
    switch value.kind {
    case .null: return Scalar(.null, text: "null")
    case .boolean(let boolean): return .boolean(boolean)
    case .string(let text): return .text(text)
    case .number(let number) where !number.value.isFinite: return .real(number.value)
    case .number(let number):
      let isWhole = !number.text.utf8.contains { [".", "e", "E"].contains(Unicode.Scalar($0)) }
      return Scalar(isWhole ? .integer : .real, text: number.text)
    case .array, .object: return nil
    }
  }
}
