package import Markup

extension ForeignFile {
  /// Bytes of a text, of a frame's document and of a picture inside a page at most.
  package struct DisplayLimits: Hashable, Sendable {
    /// Bytes of a text; the rest is counted.
    package var text = 16 << 10
    /// Bytes of a document in a frame, or of an SVG drawing.
    package var document = 256 << 10
    /// Bytes of a picture inside a page that stands alone.
    package var image = 512 << 10

    /// The limits as they are by default.
    package init() {}
  }

  /// The file as part of a page, as much of it as `limits` allow.
  ///
  /// The `link` leads to the published copy; on a page that stands alone there is none.
  package func html(link: SafeURL?, limits: DisplayLimits = DisplayLimits()) -> HTMLFragment {
    switch content {
    case .raster(let image):
      if let link { return picture(link, width: image.width, height: image.height) }
      guard bytes.count <= limits.image else { return notShown("An image too large to be shown here") }
      return picture(SafeURL(image: bytes, type: image.type), width: image.width, height: image.height)
    case .svg:
      guard bytes.count <= limits.document else { return notShown("A drawing too large to be shown here") }
      return picture(SafeURL(image: bytes, type: .svg))
    case .html:
      guard bytes.count <= limits.document else { return notShown("A document too large to be shown here") }
      return HTMLWriter.fragment { html in
        let attributes: HTMLAttributes = [
          "class": "foreign", "sandbox": "", "title": .text(name),
          "srcdoc": .text(String(decoding: bytes, as: UTF8.self)),
        ]
        html.element("iframe", attributes, text: "")
      }
    case .json(let text), .text(let text): return excerpt(text, limit: limits.text)
    case .binary: return notShown("A binary file")
    }
  }

  private func picture(_ source: SafeURL, width: Int? = nil, height: Int? = nil) -> HTMLFragment {
    HTMLWriter.fragment { html in
      var attributes: HTMLAttributes = ["class": "artifact", "src": .url(source), "alt": .text(name)]
      if let width, let height {
        attributes.append("width", .integer(width))
        attributes.append("height", .integer(height))
      }
      html.void("img", attributes)
    }
  }

  private func excerpt(_ text: String, limit: Int) -> HTMLFragment {
    let head = Self.head(of: text, limit: limit)
    return HTMLWriter.fragment { html in
      // No landmark: files of one name stand beside each other in a comparison.
      html.element("pre", ["tabindex": "0", "role": "group", "aria-label": .text(name)], text: head)
      let left = text.utf8.count - head.utf8.count
      if left > 0 {
        html.newline()
        html.element("p", ["class": "fine"], text: "\(NumberText.byteSize(left)) more are not shown.")
      }
    }
  }

  private func notShown(_ what: String) -> HTMLFragment {
    HTMLWriter.fragment { html in
      html.element("p", ["class": "fine"]) { html in
        html.text("\(what): \(NumberText.byteSize(bytes.count)), SHA-256 ")
        html.element("code", text: sha256)
        html.text(".")
      }
    }
  }

  /// The lines of `text` that fit into `limit` bytes; a part of the first if it alone is longer.
  private static func head(of text: String, limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    let bytes = Array(text.utf8.prefix(limit + 1))
    if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")), newline > 0 {
      return String(decoding: bytes[...newline], as: UTF8.self)
    }
    // A character may be cut only before its first byte; the others have the form 10xxxxxx.
    let end = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
