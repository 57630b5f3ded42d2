import Markup

extension Drawing.Setting {
  /// The classes of the `svg` element.
  var classes: String {
    switch self {
    case .figure(let width, let keepsWidth): "chart \(width.className)" + (keepsWidth ? " keep" : "")
    case .cell: "cell"
    case .sign: "mark"
    }
  }
}

extension Drawing.Width {
  fileprivate var className: String {
    switch self {
    case .small: "w-s"
    case .medium: "w-m"
    case .large: "w-l"
    }
  }
}

extension Shape {
  var elementName: StaticString {
    switch self {
    case .line, .path, .dots, .diamond: "path"
    case .rectangle: "rect"
    case .circle: "circle"
    }
  }

  var attributes: HTMLAttributes {
    switch self {
    case .line(let from, let to): return ["d": .text(PathData.text(Path([from, to])))]
    case .path(let path): return ["d": .text(PathData.text(path))]
    case .rectangle(let rectangle):
      return [
        "x": .coordinate(rectangle.x), "y": .coordinate(rectangle.y),
        "width": .coordinate(max(0, rectangle.width)), "height": .coordinate(max(0, rectangle.height)),
      ]
    case .circle(let center, let radius):
      return ["cx": .coordinate(center.x), "cy": .coordinate(center.y), "r": .coordinate(radius)]
    case .dots(let points):
      return ["d": .text(PathData.text(dots: points)), "stroke-linecap": "round"]
    case .diamond(let center, let radius):
      // A square on its corner with 1.3 times the radius looks as large as the disc.
      let reach = 1.3 * radius
      let corners = [
        Point(center.x, center.y - reach), Point(center.x + reach, center.y),
        Point(center.x, center.y + reach), Point(center.x - reach, center.y),
      ]
      var path = Path()
      path.chains = [Path.Chain(points: corners, isClosed: true)]
      return ["d": .text(PathData.text(path))]
    }
  }
}

extension Style {
  /// Classes and, for readers without the style sheet, the light colours.
  func attributes(hasColours: Bool) -> HTMLAttributes {
    let classes = [fill?.className, stroke?.role.className].compactMap(\.self)
    var result: HTMLAttributes = ["class": .text(classes.joined(separator: " "))]
    if hasColours { result.append("fill", .text(fill.map(Palette.light) ?? "none")) }
    guard let stroke else { return result }
    if hasColours { result.append("stroke", .text(Palette.light(stroke.role))) }
    if stroke.width != 1 { result.append("stroke-width", .coordinate(stroke.width)) }
    if !stroke.dash.isEmpty {
      result.append("stroke-dasharray", .text(stroke.dash.map(PathData.text).joined(separator: " ")))
    }
    return result
  }
}

extension TextMark {
  /// Where the words stand.
  var place: HTMLAttributes {
    guard rotation != 0 else { return ["x": .coordinate(position.x), "y": .coordinate(position.y)] }
    let place = "translate(\(PathData.text(position.x)) \(PathData.text(position.y)))"
    return ["transform": .text("\(place) rotate(\(PathData.text(rotation)))")]
  }

  /// All but where they stand; the plain ink is that of the drawing.
  func paint(hasColours: Bool) -> HTMLAttributes {
    var result: HTMLAttributes = [:]
    let classes = [ink.className, hasHalo ? "halo" : nil].compactMap(\.self)
    if !classes.isEmpty { result.append("class", .text(classes.joined(separator: " "))) }
    if ink != .plain, hasColours { result.append("fill", .text(Palette.light(ink))) }
    switch anchor {
    case .start: break
    case .middle: result.append("text-anchor", "middle")
    case .end: result.append("text-anchor", "end")
    }
    if size != 12 { result.append("font-size", .coordinate(size)) }
    if isBold { result.append("font-weight", "600") }
    return result
  }
}
