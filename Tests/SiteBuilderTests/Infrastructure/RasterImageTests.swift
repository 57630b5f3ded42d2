import Markup
import SiteBuilder
import TestSupport
import Testing

@Suite struct RasterImageTests {
  static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 3, 0, 0, 1,
    2, 8, 0,
  ]
  private static let gif = Array("GIF89a".utf8) + [3, 0, 2, 1, 0]
  private static let jpeg: [UInt8] = [
    0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC4, 0, 2, 0xFF, 0xC2, 0, 11, 8, 1, 2, 0, 3, 1, 0, 0, 0,
  ]
  private static func webP(_ kind: String, _ rest: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(kind)".utf8) + [0, 0, 0, 0] + rest
  }

  private static let pictures: [[UInt8]] = [
    png, gif, jpeg,
    webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 3, 0, 2, 0x41]),
    webP("VP8L", [0x2F, 2, 0x40, 0x40, 0]),
    webP("VP8X", [0, 0, 0, 0, 2, 0, 0, 1, 1, 0]),
  ]

  @Test(
    arguments: zip(
      pictures, ["image/png", "image/gif", "image/jpeg", "image/webp", "image/webp", "image/webp"]))
  func typeAndMeasuresComeFromTheBytes(bytes: [UInt8], type: String) throws {
    let image = try #require(RasterImage(bytes))
    #expect(image.type.rawValue == type)
    #expect(image.width == 3 && image.height == 258)
  }

  @Test func aHeadThatIsCutOffOrChangedIsNoPictureAndNoCrash() {
    var generator = SeededGenerator(seed: 5)
    for picture in Self.pictures {
      #expect(RasterImage(Array(picture.prefix(9))) == nil)
      for count in 0..<picture.count { _ = RasterImage(Array(picture.prefix(count))) }
      for _ in 0..<300 {
        var bytes = picture
        bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        _ = RasterImage(bytes)
      }
    }
    #expect(RasterImage([]) == nil)
    #expect(RasterImage(Array("<svg/>".utf8)) == nil)
  }

  @Test func measuresThatNobodyCouldDrawAreRefused() {
    var empty = Self.png
    empty[19] = 0
    #expect(RasterImage(empty) == nil)
    var huge = Self.png
    huge.replaceSubrange(16..<24, with: [0, 0, 0x7F, 0xFF, 0, 0, 0x7F, 0xFF])
    #expect(RasterImage(huge) == nil)
    huge.replaceSubrange(16..<24, with: Array(repeating: 0xFF, count: 8))
    #expect(RasterImage(huge) == nil)
  }
}
