import Markup

/// The names of series above a plot, each behind a sample of its marks, for plots that cannot name them in place.
struct SeriesKey: Hashable, Sendable {
  /// What stands before a name.
  enum Sample: Hashable, Sendable {
    /// A sign, or a piece of line with or without it.
    case points(hasLine: Bool, hasSigns: Bool)
    /// A piece of an area.
    case area
  }

  /// The names, in the order of the slots.
  let names: [String]
  /// `samples[i]`: what stands before `names[i]`.
  let samples: [Sample]
  /// What is said before the first name, such as the order of bars.
  var lead = ""
  /// How wide the key may be.
  let width: Double

  /// How far apart rows are.
  private static let rowHeight = 17.0

  /// The height of all rows; 0 without names.
  var height: Double { entries.isEmpty ? 0 : Double((entries.last?.row ?? 0) + 1) * Self.rowHeight }

  /// The upper edge of a plot below the title of its axis and the key.
  func top(below title: String) -> Double {
    height > 0 ? (title.isEmpty ? 4 : 20) + height + 8 : title.isEmpty ? 14 : 26
  }

  /// The key below the title of the plot's axis, if it has any.
  func marks(below title: String) -> [Mark] {
    let origin = Point(0, title.isEmpty ? 0 : 20)
    return entries.flatMap { entry -> [Mark] in
      let place = Point(origin.x + entry.x, origin.y + Double(entry.row) * Self.rowHeight + 8)
      let text = Mark.text(
        entry.text, at: Point(place.x + entry.indent, place.y + 4), size: 11,
        ink: entry.slot == nil ? .plain : .strong)
      return (entry.slot.map { sample($0, at: place) } ?? []) + [text]
    }
  }

  private struct Entry {
    var text: String
    var slot: Int?
    var x: Double
    var row: Int
    var indent: Double
  }

  /// The lead, the names of the coloured series and how many grey ones follow, in rows.
  private var entries: [Entry] {
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(Palette.seriesCount)
    var parts: [(text: String, slot: Int?)] = lead.isEmpty ? [] : [(lead, nil)]
    parts += shown.enumerated().map { index, name in
      (TextWidth.clipped(name.isEmpty ? "(empty)" : name, to: 190, size: 11), index + 1)
    }
    if names.count > shown.count {
      parts.append(("and \(NumberText.integer(names.count - shown.count)) more in grey", nil))
    }
    var entries: [Entry] = []
    var (x, row) = (0.0, 0)
    for part in parts {
      let indent = part.slot.map(room) ?? 0
      let length = indent + TextWidth.of(part.text, size: 11)
      if x > 0, x + length > width { (x, row) = (0, row + 1) }
      entries.append(Entry(text: part.text, slot: part.slot, x: x, row: row, indent: indent))
      x += length + 14
    }
    return entries
  }

  /// The width of a sample with the space behind it.
  private func room(ofSample slot: Int) -> Double {
    if case .points(true, _) = samples[slot - 1] { 29 } else { 14 }
  }

  private func sample(_ slot: Int, at place: Point) -> [Mark] {
    switch samples[slot - 1] {
    case .area:
      return [.rectangle(Rectangle(x: place.x, y: place.y - 4.5, width: 9, height: 9), .series(slot))]
    case .points(let hasLine, let hasSigns):
      let end = Point(place.x + 24, place.y)
      let line = hasLine ? [Mark.line(place, end, SeriesLook.slot(slot).stroke(width: 2))] : []
      let center = Point(place.x + (hasLine ? 12 : 5), place.y)
      return line + (hasSigns ? [PointSign(slot: slot).marks(at: [center], radius: 3.5, slot: slot)] : [])
    }
  }
}
