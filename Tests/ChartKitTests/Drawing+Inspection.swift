@testable import ChartKit

extension Drawing {
  /// All shapes with their styles and hover words, also those within clips.
  var shapes: [(shape: Shape, style: Style, title: String?)] {
    func shapes(_ marks: [Mark]) -> [(shape: Shape, style: Style, title: String?)] {
      marks.flatMap { mark -> [(shape: Shape, style: Style, title: String?)] in
        switch mark {
        case .shape(let shape, let style, let title): [(shape: shape, style: style, title: title)]
        case .clip(_, let marks): shapes(marks)
        case .text: []
        }
      }
    }
    return shapes(marks)
  }

  /// The words alone, in painting order.
  var words: [String] { texts.map(\.string) }

  /// The words on hover, in painting order.
  var tooltips: [String] { shapes.compactMap(\.title) }

  /// The rectangles painted in one colour.
  func rectangles(_ fill: Fill) -> [Rectangle] {
    shapes.flatMap { mark -> [Rectangle] in
      guard mark.style.fill == fill else { return [] }
      switch mark.shape {
      case .rectangle(let rectangle): return [rectangle]
      case .path(let path):
        return path.chains.map { chain in
          let (first, last) = (chain.points[0], chain.points[2])
          return Rectangle(x: first.x, y: first.y, width: last.x - first.x, height: last.y - first.y)
        }
      default: return []
      }
    }
  }

  /// The centres of round markers painted in one colour.
  func circles(_ fill: Fill) -> [Point] {
    shapes.compactMap { mark in
      if mark.style.fill == fill, case .circle(let center, _) = mark.shape { center } else { nil }
    }
  }

  /// The lines drawn in one role.
  func lines(_ role: Stroke.Role) -> [(from: Point, to: Point)] {
    shapes.compactMap { mark in
      if mark.style.stroke?.role == role, case .line(let from, let to) = mark.shape {
        (from, to)
      } else {
        nil
      }
    }
  }

  /// The room that each text takes, by the widths without their safety margin.
  var textBoxes: [(string: String, box: Rectangle)] {
    texts.filter { $0.rotation == 0 }.map { text in
      let width = TextWidth.of(text.string, size: text.size, isBold: text.isBold) / 1.08
      let left =
        switch text.anchor {
        case .start: text.position.x
        case .middle: text.position.x - width / 2
        case .end: text.position.x - width
        }
      return (
        text.string,
        Rectangle(x: left, y: text.position.y - 0.72 * text.size, width: width, height: 0.72 * text.size)
      )
    }
  }

  /// Pairs of texts that overlap, which no reader can read.
  var collidingTexts: [String] {
    let boxes = textBoxes
    return boxes.indices.flatMap { first in
      boxes.indices.filter { $0 > first && boxes[first].box.overlaps(boxes[$0].box) }
        .map { "\(boxes[first].string) × \(boxes[$0].string)" }
    }
  }

  /// Texts that stick out of the drawing by more than two units.
  var textsOutside: [String] {
    textBoxes.filter {
      $0.box.x < -2 || $0.box.y < -2 || $0.box.maxX > width + 2 || $0.box.maxY > height + 2
    }.map(\.string)
  }
}
