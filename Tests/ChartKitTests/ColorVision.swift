import Foundation

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
