import Markup

extension BarChart {
  /// The bars: each a mark with words on hover where they are few, else one mark for each series.
  func bars(_ frame: AxisFrame) -> [Mark] {
    let isFew = series.count * slots.count <= 60
    return boxes(frame).enumerated().flatMap { index, boxes -> [Mark] in
      let fill: Fill = index < Palette.seriesCount ? .series(index + 1) : .context
      guard isFew else { return [.rectangles(boxes.compactMap(\.self), fill)] }
      return boxes.enumerated().compactMap { slot, box in
        box.map { .rectangle($0, fill, title: tooltip(index, slot)) }
      }
    }
  }

  private func tooltip(_ index: Int, _ slot: Int) -> String {
    let name = series[index].name.isEmpty ? "" : DisplayName.inSentence(series[index].name) + ", "
    let value = series[index].values[slot].map { values.text($0) } ?? "—"
    return "\(name)\(DisplayName.inSentence(slots[slot].name)): \(value)"
  }

  /// The outline of each series, from the baseline up and back to it.
  func outlines(_ frame: AxisFrame) -> [Mark] {
    stretches.indices.reversed().map { index in
      var points: [Point] = []
      for (slot, stretch) in zip(slots, stretches[index]) {
        let box = rectangle(
          slot.center - slotWidth / 2, slot.center + slotWidth / 2, stretch ?? Stretch(from: 0, to: 0), frame)
        let isDown = (stretch?.to ?? 0) < 0
        let corners =
          isHorizontal
          ? [Point(isDown ? box.x : box.maxX, box.maxY), Point(isDown ? box.x : box.maxX, box.y)]
          : [Point(box.x, isDown ? box.maxY : box.y), Point(box.maxX, isDown ? box.maxY : box.y)]
        points +=
          (isHorizontal ? frame.vertical : frame.horizontal).axis.isReversed ? corners.reversed() : corners
      }
      return .polyline(
        Path.thinned(points), SeriesLook.slot(index + 1).stroke(width: 2),
        title: DisplayName.inSentence(series[index].name))
    }
  }

  /// The line on which bars stand.
  func baseline(_ frame: AxisFrame) -> Mark {
    let layout = isHorizontal ? frame.horizontal : frame.vertical
    let zero = values.scale == .logarithmic ? layout.domain.low : 0
    let bounds = frame.bounds
    if isHorizontal {
      let x = frame.x.held(zero)
      return .line(Point(x, bounds.y), Point(x, bounds.maxY), .axis)
    }
    let y = frame.y.held(zero)
    return .line(Point(bounds.x, y), Point(bounds.maxX, y), .axis)
  }

  /// The values at the ends of bars, if there are few and all of them fit.
  func numbers(_ frame: AxisFrame) -> [Mark] {
    guard arrangement == .grouped, !areBins, series.count * slots.count <= 24 else { return [] }
    let isDownwards = values.isReversed
    // All with the decimals of the largest, so that they can be compared at a glance.
    let all = series.flatMap { $0.values.compactMap(\.self) }
    let decimals =
      all.allSatisfy { $0.rounded() == $0 }
      ? 0 : NumberText.decimals(significant: all.map(\.magnitude).max() ?? 0)
    let entries = zip(series, boxes(frame)).flatMap { series, boxes in
      zip(series.values, boxes).compactMap { value, box in
        value.flatMap { value in
          box.map { (value: value, text: NumberText.fixed(value, decimals: decimals), box: $0) }
        }
      }
    }
    let fits = entries.allSatisfy {
      isHorizontal ? $0.box.height >= 8 : TextWidth.of($0.text, size: 11) <= $0.box.width + 4
    }
    guard fits else { return [] }
    return entries.map { entry in
      let isBack = (entry.value < 0) != isDownwards
      if isHorizontal {
        return .text(
          entry.text, at: Point(isBack ? entry.box.x - 4 : entry.box.maxX + 4, entry.box.center.y + 4),
          anchor: isBack ? .end : .start, size: 11, ink: .strong, hasHalo: true)
      }
      return .text(
        entry.text, at: Point(entry.box.center.x, isBack ? entry.box.maxY + 11 : entry.box.y - 4),
        anchor: .middle, size: 11, ink: .strong, hasHalo: true)
    }
  }
}
