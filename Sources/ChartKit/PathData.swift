import Markup

/// The `d` attribute of a path, in as few bytes as two decimals need.
enum PathData {
  /// Absolute commands; steps along one axis are written as `H` and `V`.
  ///
  /// Points that are not finite break the line.
  static func text(_ path: Path) -> String {
    var bytes: [UInt8] = []
    for chain in path.chains { append(chain, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A closed chain of one point for each dot, which round line caps make a disc.
  static func text(dots: [Point]) -> String {
    var bytes: [UInt8] = []
    for dot in dots where dot.isFinite {
      append("M", dot.x, dot.y, to: &bytes)
      bytes.append(UInt8(ascii: "z"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// One coordinate or length.
  static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    bytes.appendCoordinate(number)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ chain: Path.Chain, to bytes: inout [UInt8]) {
    var last: Point?
    for point in chain.points {
      guard point.isFinite else {
        last = nil
        continue
      }
      let rounded = Point((point.x * 100).rounded(), (point.y * 100).rounded())
      switch last {
      case nil: append("M", point.x, point.y, to: &bytes)
      case rounded: continue
      case .some(let last) where last.y == rounded.y: append("H", point.x, nil, to: &bytes)
      case .some(let last) where last.x == rounded.x: append("V", point.y, nil, to: &bytes)
      default: append("L", point.x, point.y, to: &bytes)
      }
      last = rounded
    }
    if chain.isClosed, last != nil { bytes.append(UInt8(ascii: "Z")) }
  }

  private static func append(
    _ command: Unicode.Scalar, _ first: Double, _ second: Double?, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: command))
    bytes.appendCoordinate(first)
    guard let second else { return }
    bytes.append(UInt8(ascii: " "))
    bytes.appendCoordinate(second)
  }
}
