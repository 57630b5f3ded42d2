import Markup

extension BarChart {
  private static let width = 440.0
  private static let valueLength = 218.0

  package func drawing() -> Drawing {
    let key = SeriesKey(
      names: series.count > 1 ? series.map(\.name) : [],
      samples: series.map { _ in
        arrangement == .outlined ? .points(hasLine: true, hasSigns: false) : .area
      },
      lead: keyLead, width: Self.width)
    let frame = frame(key)
    var marks = frame.marks(
      hasVerticalGrid: isHorizontal, hasHorizontalGrid: !isHorizontal, hasFloor: !isHorizontal)
    marks += arrangement == .outlined ? outlines(frame) : bars(frame)
    marks.append(baseline(frame))
    marks += numbers(frame)
    return Drawing(width: Self.width, height: frame.height, setting: .figure(.medium), marks: marks)
  }

  /// In which order the bars of a place stand, as the reader sees them.
  private var keyLead: String {
    switch arrangement {
    case .outlined: ""
    case .grouped:
      isHorizontal
        ? (places.isReversed ? "from the top:" : "from the bottom:")
        : (places.isReversed ? "from the right:" : "from the left:")
    case .stacked:
      isHorizontal
        ? (values.isReversed ? "from the right:" : "from the left:")
        : (values.isReversed ? "from the top:" : "from the bottom:")
    }
  }

  /// The height or width of the area along the places.
  private var placeLength: Double {
    let lane = series.count * slots.count <= 24 ? 13.0 : 8
    let thickness = arrangement == .grouped ? lane * Double(series.count) + 6 : 20
    return min(max(60, Double(slots.count) * max(18, thickness)), areBins ? 260 : 640)
  }

  private func frame(_ key: SeriesKey) -> AxisFrame {
    let edges = slots.flatMap { [$0.center - slotWidth / 2, $0.center + slotWidth / 2] }
    let ends = stretches.flatMap { $0.flatMap { $0.map { [$0.from, $0.to] } ?? [] } }
    let upTo = ends + (values.scale == .logarithmic ? [] : [0])
    func valueLayout(_ count: Int) -> AxisLayout {
      AxisLayout(values, values: upTo, count: count, ends: .rounded)
    }
    if isHorizontal {
      return AxisFrame(
        vertical: AxisLayout(places, values: edges, count: Ticks.count(height: placeLength), ends: .tight),
        horizontal: { valueLayout(Ticks.count(width: $0)) },
        key: key, width: Self.width, height: placeLength, right: 34)
    }
    return AxisFrame(
      vertical: valueLayout(Ticks.count(height: Self.valueLength)),
      horizontal: { AxisLayout(places, values: edges, count: Ticks.count(width: $0), ends: .tight) },
      key: key, width: Self.width, height: Self.valueLength, right: 12)
  }

  /// From where to where a bar reaches.
  struct Stretch: Hashable, Sendable {
    var from: Double
    var to: Double
  }

  /// `stretches[i][j]`: the bar of series `i` at slot `j`, in values.
  var stretches: [[Stretch?]] {
    var above = [Double](repeating: 0, count: slots.count)
    var below = above
    return series.map { series in
      slots.indices.map { index in
        guard let value = series.values[index] else { return nil }
        guard arrangement == .stacked else { return Stretch(from: 0, to: value) }
        let from = value < 0 ? below[index] : above[index]
        let to = min(max(from + value, -1e300), 1e300)
        if value < 0 { below[index] = to } else { above[index] = to }
        return Stretch(from: from, to: to)
      }
    }
  }

  /// The rectangle between two places and two values; on a logarithmic axis bars stand on its lower end.
  func rectangle(_ low: Double, _ high: Double, _ stretch: Stretch, _ frame: AxisFrame) -> Rectangle {
    let (along, across) = isHorizontal ? (frame.y, frame.x) : (frame.x, frame.y)
    let layout = isHorizontal ? frame.horizontal : frame.vertical
    let placed = isHorizontal ? frame.vertical : frame.horizontal
    func value(_ value: Double) -> Double {
      let place = layout.place(value)
      return across.held(place.isFinite ? place : layout.domain.low)
    }
    func place(_ value: Double) -> Double {
      let place = placed.place(value)
      return along.held(place.isFinite ? place : placed.domain.low)
    }
    let (a, b) = (place(low), place(high))
    let (c, d) = (value(stretch.from), value(stretch.to))
    return isHorizontal
      ? Rectangle(x: min(c, d), y: min(a, b), width: (c - d).magnitude, height: (a - b).magnitude)
      : Rectangle(x: min(a, b), y: min(c, d), width: (a - b).magnitude, height: (c - d).magnitude)
  }

  /// `boxes[i][j]`: where the bar of series `i` at slot `j` is drawn.
  func boxes(_ frame: AxisFrame) -> [[Rectangle?]] {
    let share = areBins ? 1 : 0.78
    let lanes = arrangement == .grouped ? Double(series.count) : 1
    return stretches.enumerated().map { index, stretches in
      let lane = arrangement == .grouped ? Double(index) : 0
      return zip(slots, stretches).map { slot, stretch in
        guard let stretch else { return nil }
        let start = slot.center - slotWidth * share / 2
        let step = slotWidth * share / lanes
        let box = rectangle(start + lane * step, start + (lane + 1) * step, stretch, frame)
        return parted(box)
      }
    }
  }

  /// Half a unit less at the sides that touch a neighbour, as long as the bar stays to be seen.
  private func parted(_ box: Rectangle) -> Rectangle {
    let thickness = isHorizontal ? box.height : box.width
    let gap = thickness > 4 ? 0.5 : thickness > 2 ? 0.2 : 0
    let length = isHorizontal ? box.width : box.height
    let end = arrangement == .stacked && length > 3 ? 0.5 : 0
    let (dx, dy) = isHorizontal ? (end, gap) : (gap, end)
    return Rectangle(
      x: box.x + dx, y: box.y + dy, width: max(0.3, box.width - 2 * dx), height: max(0, box.height - 2 * dy))
  }
}
