package import Markup

/// A picture of pixels whose bytes are what they claim to be.
///
/// The type comes from the bytes alone. A file that only its name calls a picture is none, and neither is one whose
/// measures nobody could draw.
package struct RasterImage: Hashable, Sendable {
  /// Pixels in a picture at most: a small file may claim to hold a picture that fills the memory.
  package static let pixelLimit = 100_000_000

  /// The format.
  package let type: SafeURL.ImageType
  /// Pixels across.
  package let width: Int
  /// Pixels down.
  package let height: Int

  /// Reads the head of a PNG, JPEG, GIF or WebP file; nothing for any other bytes.
  package init?(_ bytes: [UInt8]) {
    let head = ImageHead(bytes)
    guard let (type, width, height) = head.png ?? head.gif ?? head.jpeg ?? head.webP else { return nil }
    guard width > 0, height > 0, width <= 65_535, height <= 65_535, width * height <= Self.pixelLimit else {
      return nil
    }
    self.type = type
    self.width = width
    self.height = height
  }

  /// The extensions of the format, the usual one first.
  var extensions: [String] {
    switch type {
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg"]
    case .gif: ["gif"]
    case .webp: ["webp"]
    case .svg: ["svg"]
    }
  }
}
