import Markup

extension ParallelCoordinatesChart {
  private static let top = 58.0
  private static let bottom = 258.0
  private static let nameRoom = 118.0

  /// The axes, the metric last.
  var axes: [ParallelAxis] {
    parameters.map { parameter in
      ParallelAxis(
        parameter: data.parameters[parameter],
        settings: ranked.compactMap { data.runs[$0].settings[parameter] })
    } + [
      ParallelAxis(
        metric: data.metric, values: ranked.compactMap { data.runs[$0].value },
        isHigherBetter: data.isHigherBetter ?? true)
    ]
  }

  package func drawing() -> Drawing {
    let axes = axes
    // Wider figures are shown up to 920 wide, where fewer units would become too large.
    let isLarge = axes.count > 5
    let width: Double = isLarge ? 720 : 480
    let left = 34.0
    let pitch = axes.count > 1 ? (width - Self.nameRoom - left) / Double(axes.count - 1) : 0
    let places = axes.indices.map { axes.count > 1 ? left + pitch * Double($0) : width - Self.nameRoom }
    var marks: [Mark] = []
    marks += lines(axes, places)
    for x in places {
      marks.append(.line(Point(x, Self.top), Point(x, Self.bottom), Stroke(.axis)))
    }
    for (position, axis) in axes.enumerated() {
      marks += labels(axis, x: places[position], room: position + 1 < axes.count ? pitch - 12 : 80)
    }
    marks += heads(axes, places, pitch: pitch)
    marks += names(axes, places)
    marks += key(at: Self.bottom + 50)
    let height = Self.bottom + (omission == nil ? 58 : 76)
    if let omission {
      marks.append(
        .text(TextWidth.clipped(omission, to: width - 4, size: 11), at: Point(0, height - 4), size: 11))
    }
    return Drawing(
      width: width, height: height, setting: .figure(isLarge ? .large : .medium, keepsWidth: true),
      marks: marks)
  }

  private func y(_ height: Double) -> Double { Self.bottom - height * (Self.bottom - Self.top) }

  /// The pieces of a run's line; it is interrupted where the run lacks a parameter.
  private func line(_ run: Int, _ axes: [ParallelAxis], _ places: [Double]) -> [[Point]] {
    let settings = parameters.map { data.runs[run].settings[$0] } + [data.runs[run].value.map { .number($0) }]
    var pieces: [[Point]] = [[]]
    for (index, axis) in axes.enumerated() {
      if let height = axis.height(settings[index]) {
        pieces[pieces.count - 1].append(Point(places[index], y(height)))
      } else {
        pieces.append([])
      }
    }
    return pieces.filter { $0.count > 1 }
  }

  /// Grey lines as one mark, the best ones above them, the best of all last, and the baseline on top.
  private func lines(_ axes: [ParallelAxis], _ places: [Double]) -> [Mark] {
    var context = Path()
    for run in shown where !top.contains(run) && run != data.baseline {
      for piece in line(run, axes, places) { context.append(piece) }
    }
    var marks: [Mark] =
      context.chains.isEmpty
      ? []
      : [
        .shape(
          .path(context), Style(stroke: Stroke(.context, width: shown.count > 80 ? 0.75 : 1)), title: nil)
      ]
    for run in top.reversed() {
      let dash: [Double] = run == data.baseline ? [6, 3] : []
      marks += stroke(run, Stroke(.series(1), width: 2.25, dash: dash), axes, places)
    }
    if let baseline = data.baseline, shown.contains(baseline), !top.contains(baseline) {
      marks += stroke(baseline, Stroke(.ink, width: 1.75, dash: [6, 3]), axes, places)
    }
    return marks
  }

  private func stroke(_ run: Int, _ stroke: Stroke, _ axes: [ParallelAxis], _ places: [Double]) -> [Mark] {
    var path = Path()
    for piece in line(run, axes, places) { path.append(piece) }
    guard !path.chains.isEmpty else { return [] }
    let title = "\(data.name(run)): \(data.metricName) \(data.valueText(run))"
    return [.shape(.path(path), Style(stroke: stroke), title: title)]
  }

  /// The ends of an axis of numbers, or the values beside it.
  private func labels(_ axis: ParallelAxis, x: Double, room: Double) -> [Mark] {
    let half = room / 2 + 4
    var marks: [Mark] = []
    for (text, baseline) in [
      (axis.top, Self.top - 6), (axis.bottom, Self.bottom + 15),
      (axis.remark, Self.bottom + 29),
    ] where !text.isEmpty {
      marks.append(
        .text(
          TextWidth.clipped(text, to: 2 * half, size: 11), at: Point(x, baseline), anchor: .middle, size: 11))
    }
    for value in axis.values {
      let shown = TextWidth.clipped(value.text, to: room, size: 11)
      marks.append(
        .text(
          TextMark(
            shown, at: Point(x + 5, y(value.height) + 4), size: 11, ink: .strong, hasHalo: true,
            title: shown == value.text ? nil : DisplayName.inSentence(value.text))))
    }
    return marks
  }

  /// The names above the axes, in two rows in turn where one does not hold them.
  private func heads(_ axes: [ParallelAxis], _ places: [Double], pitch: Double) -> [Mark] {
    let widest = axes.reduce(0) { max($0, TextWidth.of($1.name, isBold: true)) }
    let isStaggered = axes.count > 2 && widest > pitch - 10
    return axes.indices.map { index in
      let isLast = index + 1 == axes.count
      let limit = axes.count > 1 ? (isStaggered ? 2 * pitch : pitch) - 10 : 200
      let x = places[index]
      let name = DisplayName.clipped(
        axes[index].name,
        to: index == 0 && axes.count > 1 ? min(limit, pitch + 24) : min(limit, 2 * Self.nameRoom),
        isBold: isLast)
      let half = TextWidth.of(name, isBold: isLast) / 2
      return .text(
        TextMark(
          name, at: Point(max(x, half), isStaggered && index % 2 == 0 ? 14 : isStaggered ? 30 : 24),
          anchor: .middle,
          isBold: isLast, ink: .strong,
          title: name == axes[index].name ? nil : DisplayName.inSentence(axes[index].name)))
    }
  }

  /// The names of the best run and the baseline beside the metric's axis.
  private func names(_ axes: [ParallelAxis], _ places: [Double]) -> [Mark] {
    guard let axis = axes.last, let x = places.last else { return [] }
    let named = [top.first, data.baseline == top.first ? nil : data.baseline].compactMap(\.self)
      .filter(shown.contains)
    let heights = named.map { run in
      y(axis.height(data.runs[run].value.map { .number($0) }) ?? 0.5)
    }
    let wanted = axis.values.isEmpty ? heights : heights.map { $0 + 16 }
    let baselines = LabelPlacement.pushedApart(wanted, gap: 14, low: Self.top, high: Self.bottom)
    return zip(named, zip(heights, baselines)).flatMap { run, place -> [Mark] in
      let name = DisplayName.clipped(data.runs[run].name, to: Self.nameRoom - 20, size: 11)
      return [
        .polyline([Point(x + 3, place.0), Point(x + 14, place.1)], .axis),
        .text(name, at: Point(x + 17, place.1 + 4), size: 11, ink: .strong, hasHalo: true),
      ]
    }
  }

  /// What the lines are.
  private func key(at y: Double) -> [Mark] {
    var entries: [(stroke: Stroke, text: String)] = []
    if !top.isEmpty {
      let text = top.count == 1 ? "best run" : "best \(top.count) runs"
      entries.append((Stroke(.series(1), width: 2.25), text))
    }
    if let baseline = data.baseline, shown.contains(baseline) {
      let isTop = top.contains(baseline)
      entries.append(
        (Stroke(isTop ? .series(1) : .ink, width: isTop ? 2.25 : 1.75, dash: [6, 3]), "baseline"))
    }
    entries.append((Stroke(.context), top.isEmpty ? "runs" : "others"))
    var x = 0.0
    return entries.flatMap { entry -> [Mark] in
      defer { x += 28 + TextWidth.of(entry.text, size: 11) + 16 }
      return [
        .line(Point(x, y - 4), Point(x + 22, y - 4), entry.stroke),
        .text(entry.text, at: Point(x + 28, y), size: 11),
      ]
    }
  }
}
