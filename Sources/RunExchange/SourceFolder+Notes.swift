import FileFormats

extension SourceFolder {
  /// The text of a Markdown file, if there is one and it holds any.
  ///
  /// Front matter, between two lines `---` at the beginning, is no part of it. Bytes that are not UTF-8 become U+FFFD.
  mutating func notes(_ name: String) -> String? {
    guard hasFile(name), let bytes = bytes(name, limit: ImportLimit.valueBytes) else { return nil }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let body = String(decoding: Self.withoutFrontMatter(text), as: UTF8.self)
    return body.utf8.allSatisfy { $0 <= 0x20 } ? nil : body
  }

  private static func withoutFrontMatter(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    func isRule(_ line: ArraySlice<UInt8>?) -> Bool {
      guard let line else { return false }
      return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 <= 0x20 }
    }
    guard isRule(lines.popFirst()), let end = lines.first(where: { isRule($0) }) else { return text }
    return text[end.endIndex...].drop { $0 == UInt8(ascii: "\n") }
  }
}
