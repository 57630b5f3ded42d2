package import Markup
package import ReportModel

/// The picture that an example names; nothing for a path that leads to no picture that may be shown.
package typealias PictureContent = @Sendable (ExampleImage) -> ExamplePicture?

/// A picture of an example that may be shown, and its size.
package struct ExamplePicture: Hashable, Sendable {
  /// Where the picture lies, or the picture itself.
  package var source: SafeURL
  /// Its width in pixels.
  package var width: Int
  /// Its height in pixels.
  package var height: Int

  /// The longer side in a table, in CSS pixels; smaller pictures are enlarged to it, pixel by pixel.
  static let side = 56

  /// A picture of this size.
  package init(source: SafeURL, width: Int, height: Int) {
    self.source = source
    self.width = width
    self.height = height
  }

  /// The picture as a row shows it.
  func fragment(alternative: String) -> HTMLFragment {
    let longer = max(width, height, 1)
    let shown = { (length: Int) in max(1, (Double(length) / Double(longer) * Double(Self.side)).rounded()) }
    return HTMLWriter.fragment { html in
      html.void(
        "img",
        [
          "class": longer < Self.side ? "example enlarged" : "example", "width": .coordinate(shown(width)),
          "height": .coordinate(shown(height)), "alt": .text(alternative), "src": .url(source),
        ])
    }
  }
}
