/// What the bytes of an artifact turned out to be, and so how they can be shown without harm.
package enum ForeignContent: Hashable, Sendable {
  /// Pixels: shown as they are.
  case raster(RasterImage)
  /// A drawing that may hold scripts: shown by `<img>`, where none run.
  case svg
  /// A document that may hold scripts: shown in a frame that runs none.
  case html
  /// JSON, with line breaks and indents.
  case json(String)
  /// Text in UTF-8.
  case text(String)
  /// Anything else: described, not shown.
  case binary

  /// Tells what `bytes` are; the `name` decides only between kinds of text.
  package init(_ bytes: [UInt8], name: String) {
    if let image = RasterImage(bytes) {
      self = .raster(image)
      return
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      self = .binary
      return
    }
    let suffix = ForeignFile.fileExtension(of: name)
    switch MarkupSniffer.rootElement(of: bytes) {
    case "svg": self = .svg
    case "html", "!doctype html", "head", "body": self = .html
    case _ where ["html", "htm", "xhtml"].contains(suffix): self = .html
    case _ where suffix == "json":
      self = JSONIndenter.indented(bytes).map { .json($0) } ?? .text(text)
    default: self = .text(text)
    }
  }
}
