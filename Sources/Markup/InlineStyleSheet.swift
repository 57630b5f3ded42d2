/// A style sheet made ready to stand inside a page, in a `<style>` element.
///
/// ```swift
/// let sheet = InlineStyleSheet(css)
/// sheet.bytes                    // what a policy's hash is taken of
/// sheet.element(media: "print")  // <style media="print">…</style>
/// ```
package struct InlineStyleSheet: Hashable, Sendable {
  /// The sheet exactly as a browser sees it: no `</` that could end the element, LF line ends, no NUL.
  package let bytes: [UInt8]

  /// Makes `css` ready.
  ///
  /// `</` becomes `<\/`, which means the same in a string and occurs nowhere else.
  package init(_ css: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(css.count)
    for (position, byte) in css.enumerated() {
      let previous = position > 0 ? css[position - 1] : 0
      switch byte {
      case UInt8(ascii: "/") where previous == UInt8(ascii: "<"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "\n"))
      case 0: bytes += [0xEF, 0xBF, 0xBD]
      default: bytes.append(byte)
      }
    }
    self.bytes = bytes
  }

  /// The element that holds the sheet.
  package func element(media: StaticString? = nil) -> HTMLFragment {
    HTMLWriter.fragment { html in
      var attributes: HTMLAttributes = [:]
      if let media { attributes.append("media", .text(media.description)) }
      html.element("style", attributes) { $0.fragment(HTMLFragment(finished: bytes)) }
    }
  }
}
