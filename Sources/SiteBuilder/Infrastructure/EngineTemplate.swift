/// A template as the engine has to see it, line for line the same as it was written.
enum EngineTemplate {
  /// The text with our pragma in front, and with the names of parents as the engine can read them.
  static func text(of source: TemplateSource) throws(TemplateSyntaxError) -> String {
    var bytes = Array(source.text.utf8)
    var reader = TemplateTagReader(source)
    while let tag = try reader.next() {
      guard tag.sign == UInt8(ascii: "<") || tag.sign == UInt8(ascii: "/") else { continue }
      for position in tag.range where bytes[position] == UInt8(ascii: "/") {
        bytes[position] = UInt8(ascii: ".")
      }
    }
    return TemplateContentType.pragma + String(decoding: bytes, as: UTF8.self)
  }

  /// The name under which the engine looks for a parent: `layouts.page` for `layouts/page`.
  ///
  /// It reads no slash in `{{/layouts/page}}`, the tag that ends `{{<layouts/page}}`.
  static func parentName(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
  }
}
