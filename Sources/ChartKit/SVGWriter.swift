package import Markup

/// Writes a ``Drawing`` as SVG: classes for the style sheet, and in figures light colours for where there is none.
///
/// What stands in a table or a line of text only repeats the words beside it, and has classes alone.
package struct SVGWriter: Sendable {
  /// A chart as a figure's picture; ids derive from `slug`, which is unique in its page.
  package static func figure(_ chart: some Chart, slug: String) -> HTMLFragment {
    image(chart.drawing(), slug: slug, title: chart.title, summary: chart.summary)
  }

  /// A chart as a picture that bears no ids, so that any number of them may stand in a page; its drawing clips nothing.
  ///
  /// The name is an attribute; the description is found as a child of the picture, as SVG's own mapping to
  /// accessibility (SVG-AAM 1.0) has it.
  package static func figureWithoutIDs(_ chart: some Chart) -> HTMLFragment {
    let drawing = chart.drawing()
    precondition(
      !drawing.marks.contains { if case .clip = $0 { true } else { false } }, "clips are found by their ids")
    var writer = SVGWriter(slug: "")
    return writer.write(
      drawing, ["role": "img", "aria-label": .text(chart.title)],
      description: (title: chart.title, summary: chart.summary))
  }

  /// A drawing with a name and a description.
  package static func image(
    _ drawing: Drawing, slug: String, title: String, summary: String
  ) -> HTMLFragment {
    var writer = SVGWriter(slug: slug)
    return writer.write(
      drawing,
      ["role": "img", "aria-labelledby": "\(slug)-t \(slug)-d"],
      description: (title: title, summary: summary))
  }

  /// A chart as an SVG document of its own, with a final line break; ids derive from `slug`.
  package static func document(_ chart: some Chart, slug: String) -> String {
    var writer = SVGWriter(slug: slug)
    let picture = writer.write(
      chart.drawing(),
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-labelledby": "\(slug)-t \(slug)-d",
      ], description: (title: chart.title, summary: chart.summary))
    return String(decoding: picture.bytes, as: UTF8.self) + "\n"
  }

  /// A drawing that only repeats what the words beside it say.
  package static func decoration(_ drawing: Drawing) -> HTMLFragment {
    var writer = SVGWriter(slug: "")
    return writer.write(drawing, ["aria-hidden": "true"], description: nil)
  }

  private let slug: String
  private var clipCount = 0
  /// Whether marks have the light colours beside their classes.
  private var hasColours = true

  private init(slug: String) {
    self.slug = slug
  }
}

extension SVGWriter {
  private mutating func write(
    _ drawing: Drawing, _ attributes: HTMLAttributes, description: (title: String, summary: String)?
  ) -> HTMLFragment {
    let marks = drawing.marks
    let isFigure = if case .figure = drawing.setting { true } else { false }
    hasColours = isFigure
    var all: HTMLAttributes = ["class": .text(drawing.setting.classes)]
    all.append(contentsOf: attributes)
    // What stands at its natural size is not scaled.
    if isFigure {
      all.append("viewBox", .text("0 0 \(PathData.text(drawing.width)) \(PathData.text(drawing.height))"))
    }
    all.append("width", .coordinate(drawing.width))
    all.append("height", .coordinate(drawing.height))
    if isFigure, !drawing.texts.isEmpty {
      all.append("fill", "currentColor")
      all.append("font-family", "sans-serif")
      all.append("font-size", "12")
    }
    var html = HTMLWriter()
    html.element("svg", all) { html in
      if isFigure { html.newline() }
      if let description {
        html.element("title", id("t"), text: description.title)
        if isFigure { html.newline() }
        html.element("desc", id("d"), text: description.summary)
        if isFigure { html.newline() }
      }
      write(marks, onLines: isFigure, to: &html)
    }
    return html.fragment
  }

  /// An id that derives from the figure's, if it has one.
  private func id(_ suffix: String) -> HTMLAttributes {
    slug.isEmpty ? [:] : ["id": .text("\(slug)-\(suffix)")]
  }

  /// Writes marks in their order; what neighbours have in common is written once.
  private mutating func write(_ marks: [Mark], onLines: Bool, to html: inout HTMLWriter) {
    for (paint, run) in marks.runs {
      if let path = Path(joining: run) {
        write(.path(path), attributes(paint), nil, to: &html)
      } else if run.count > 1 {
        html.element("g", attributes(paint)) { html in
          for mark in run { write(mark, [:], to: &html) }
        }
      } else {
        for mark in run { write(mark, attributes(paint), to: &html) }
      }
      if onLines { html.newline() }
    }
  }

  private func attributes(_ paint: Mark.Paint?) -> HTMLAttributes {
    switch paint {
    case .style(let style): style.attributes(hasColours: hasColours)
    case .letters(let text): text.paint(hasColours: hasColours)
    case nil: [:]
    }
  }

  private mutating func write(_ mark: Mark, _ paint: HTMLAttributes, to html: inout HTMLWriter) {
    switch mark {
    case .shape(let shape, _, let title): write(shape, paint, title, to: &html)
    case .text(let text): write(text, paint, to: &html)
    case .clip(let rectangle, let marks):
      clipCount += 1
      let id = "\(slug)-c\(clipCount)"
      html.element("clipPath", ["id": .text(id)]) {
        $0.selfClosing("rect", Shape.rectangle(rectangle).attributes)
      }
      html.element("g", ["clip-path": "url(#\(id))"]) { html in
        write(marks, onLines: false, to: &html)
      }
    }
  }

  private func write(
    _ shape: Shape, _ paint: HTMLAttributes, _ title: String?, to html: inout HTMLWriter
  ) {
    var attributes = shape.attributes
    attributes.append(contentsOf: paint)
    if let title {
      html.element(shape.elementName, attributes) { $0.element("title", text: title) }
    } else {
      html.selfClosing(shape.elementName, attributes)
    }
  }

  private func write(_ text: TextMark, _ paint: HTMLAttributes, to html: inout HTMLWriter) {
    var attributes = text.place
    attributes.append(contentsOf: paint)
    html.element("text", attributes) { html in
      if let title = text.title { html.element("title", text: title) }
      html.text(text.string)
    }
  }
}
