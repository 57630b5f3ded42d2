import Foundation
import Testing

@testable import ChartKit

/// The colours differ for every kind of colour vision and stand out from their ground.
///
/// Colour blindness by Machado, Oliveira and Fernandes (2009) at full severity on linear RGB; differences by CIEDE2000
/// (Sharma, Wu and Dalal 2005); contrast by WCAG 2.2.
struct VisionTests {
  /// The dark set lives in the style sheet only.
  static let darkSeries = ["#4f82f5", "#e3b262", "#25e8c4", "#ee4a1f", "#48b4ea", "#9e75a0", "#ee7b8f"]
  static let darkGround = "#14161a"

  @Test func differencesAgreeWithPublishedPairs() {
    // Pairs 1, 7, 17 and 25 of Sharma, Wu and Dalal's test data.
    let pairs: [([Double], [Double], Double)] = [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, 0, 0], [50, -1, 2], 2.3669),
      ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ]
    for (first, second, expected) in pairs {
      #expect(abs(ColorVision.difference(first, second) - expected) < 1e-4)
    }
  }

  @Test(arguments: ColorVision.allCases)
  func seriesDifferInEveryVision(vision: ColorVision) {
    for colors in [Palette.series, Self.darkSeries] {
      let labs = colors.map { vision.lab($0) }
      for first in labs.indices {
        for second in labs.indices where first < second {
          #expect(
            ColorVision.difference(labs[first], labs[second]) >= 11, "\(colors[first]) \(colors[second])")
        }
      }
    }
  }

  @Test func linesStandOutFromTheirGround() {
    for color in Palette.series { #expect(ColorVision.contrast(color, "#ffffff") >= 3, "\(color)") }
    for color in Self.darkSeries { #expect(ColorVision.contrast(color, Self.darkGround) >= 3, "\(color)") }
    for role in [Stroke.Role.ink, .context, .reference] {
      #expect(ColorVision.contrast(Palette.light(role), "#ffffff") >= 3)
    }
  }

  @Test(arguments: ColorVision.allCases)
  func theArmsOfTheDivergingColoursDifferInEveryVision(vision: ColorVision) {
    for step in 0..<5 {
      let better = vision.lab(Palette.diverging[step])
      let worse = vision.lab(Palette.diverging[10 - step])
      #expect(ColorVision.difference(better, worse) >= 11)
    }
  }

  @Test func sequentialColoursDarkenEvenlyInOrder() {
    let luminances = Palette.sequential.map(ColorVision.luminance)
    #expect(zip(luminances, luminances.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func wordsOnFillsTakeTheInkThatReadsBetter() {
    for fill in (1...9).map(Fill.sequential) + (1...11).map(Fill.diverging) {
      let ground = Palette.light(fill)
      let expected = ColorVision.luminance(ground) < 0.179 ? "#fff" : "#000"
      #expect(Palette.light(TextMark.Ink.on(fill)) == expected, "\(fill)")
      #expect(ColorVision.contrast(expected, ground) >= 4.5)
    }
  }
}

/// How a reader sees colours.
enum ColorVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// CIE L*a*b* under D65 of a colour as this vision sees it.
  func lab(_ color: String) -> [Double] {
    let seen = Self.product(matrix, Self.linear(color)).map { min(max($0, 0), 1) }
    let xyz = Self.product(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ],
      seen)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white -> Double in
      let ratio = value / white
      return ratio > 216.0 / 24389 ? cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  static func luminance(_ color: String) -> Double {
    zip(linear(color), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  static func contrast(_ first: String, _ second: String) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func linear(_ color: String) -> [Double] {
    let digits = color.dropFirst().compactMap(\.hexDigitValue)
    let channels =
      digits.count == 3 ? digits.map { $0 * 17 } : [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
    return channels.map { channel in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// CIEDE2000 with unit weights.
  static func difference(_ first: [Double], _ second: [Double]) -> Double {
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    func pow7(_ chroma: Double) -> Double { sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))) }
    let meanChroma = (hypot(first[1], first[2]) + hypot(second[1], second[2])) / 2
    let stretch = 1 + 0.5 * (1 - pow7(meanChroma))
    let (a1, a2) = (first[1] * stretch, second[1] * stretch)
    let (c1, c2) = (hypot(a1, first[2]), hypot(a2, second[2]))
    func hue(_ a: Double, _ b: Double) -> Double {
      guard a != 0 || b != 0 else { return 0 }
      let angle = atan2(b, a) * 180 / .pi
      return angle < 0 ? angle + 360 : angle
    }
    let (h1, h2) = (hue(a1, first[2]), hue(a2, second[2]))
    let isGrey = c1 * c2 == 0
    var turn = isGrey ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var meanHue = h1 + h2
    if !isGrey {
      if abs(h1 - h2) > 180 { meanHue += meanHue < 360 ? 360 : -360 }
      meanHue /= 2
    }
    let (lightness, chroma) = ((first[0] + second[0]) / 2, (c1 + c2) / 2)
    let t =
      1 - 0.17 * cos(radians(meanHue - 30)) + 0.24 * cos(radians(2 * meanHue))
      + 0.32 * cos(radians(3 * meanHue + 6)) - 0.2 * cos(radians(4 * meanHue - 63))
    let square = (lightness - 50) * (lightness - 50)
    let l = (second[0] - first[0]) / (1 + 0.015 * square / sqrt(20 + square))
    let c = (c2 - c1) / (1 + 0.045 * chroma)
    let h = 2 * sqrt(c1 * c2) * sin(radians(turn) / 2) / (1 + 0.015 * chroma * t)
    let bend = (meanHue - 275) / 25
    let rotation = -sin(radians(60 * exp(-bend * bend))) * 2 * pow7(chroma)
    return sqrt(l * l + c * c + h * h + rotation * c * h)
  }
}
