/// The lines of a lineage: along rows where a member went on by itself, across where it took over from another.
struct LineageLines: Hashable, Sendable {
  /// The runs.
  let data: LineageRuns
  /// `places[i]`: where run `i` stands; nil where it is not drawn.
  let places: [Point?]
  /// `parents[i]`: the nearest ancestor of run `i` that is drawn.
  let parents: [Int?]

  /// Grey lines along rows, darker ones across, the best run’s line on top.
  ///
  /// Lines that follow one another along a row are one piece of a path.
  var marks: [Mark] {
    var along: [[(from: Double, to: Double)]] = []
    var rows: [Double: Int] = [:]
    var across = Path()
    for (run, place) in places.enumerated() {
      guard let place, let parent = parents[run], let from = places[parent] else { continue }
      if from.y == place.y {
        let row = rows[place.y] ?? rows.count
        if row == along.count {
          rows[place.y] = row
          along.append([])
        }
        along[row].append((min(from.x, place.x), max(from.x, place.x)))
      } else {
        across.append([from, place])
      }
    }
    var rails = Path()
    for y in rows.keys.sorted() {
      guard let row = rows[y] else { continue }
      var open: (from: Double, to: Double)?
      for piece in along[row].sorted(by: { $0.from == $1.from ? $0.to < $1.to : $0.from < $1.from }) {
        if let last = open, piece.from <= last.to {
          open = (last.from, max(last.to, piece.to))
        } else {
          if let open { rails.append([Point(open.from, y), Point(open.to, y)]) }
          open = piece
        }
      }
      if let open { rails.append([Point(open.from, y), Point(open.to, y)]) }
    }
    var marks: [Mark] = []
    if !rails.chains.isEmpty {
      marks.append(.shape(.path(rails), Style(stroke: Self.alongStroke), title: nil))
    }
    if !across.chains.isEmpty {
      marks.append(.shape(.path(across), Style(stroke: Self.acrossStroke), title: nil))
    }
    let best = data.path.compactMap { places[$0] }
    if best.count > 1 { marks.append(.polyline(Path.thinned(best), Self.bestStroke)) }
    return marks
  }

  /// A member that goes on by itself.
  static let alongStroke = Stroke(.grid, width: 1.5)
  /// A member that took over.
  static let acrossStroke = Stroke(.ink, width: 1)
  /// The best run’s line.
  static let bestStroke = Stroke(.series(1), width: 3)
}
