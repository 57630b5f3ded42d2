import Markup

/// The `d` attribute of a path, in as few bytes as two decimals need: after the first point, steps from point to point.
///
/// Steps are of whole hundredths from hundredth to hundredth, so that they do not add up errors.
enum PathData {
  /// Points that are not finite break the line.
  static func text(_ path: Path) -> String {
    var pen = PathPen()
    for chain in path.chains {
      var isDown = false
      for point in chain.points {
        guard point.isFinite else {
          isDown = false
          continue
        }
        if isDown { pen.draw(to: point) } else { pen.move(to: point) }
        isDown = true
      }
      if chain.isClosed, isDown { pen.close() }
    }
    return String(decoding: pen.bytes, as: UTF8.self)
  }

  /// A closed chain of one point for each dot, which round line caps make a disc; in tenths, which is finer than any dot.
  static func text(dots: [Point]) -> String {
    var pen = PathPen()
    for dot in dots where dot.isFinite {
      pen.move(to: Point((dot.x * 10).rounded() / 10, (dot.y * 10).rounded() / 10))
      pen.close()
    }
    return String(decoding: pen.bytes, as: UTF8.self)
  }

  /// One coordinate or length.
  static func text(_ number: Double) -> String {
    var bytes: [UInt8] = []
    bytes.appendCoordinate(number)
    return String(decoding: bytes, as: UTF8.self)
  }
}
