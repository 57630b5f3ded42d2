extension MetricOverRunsChart {
  /// The names of the runs that the line speaks of: the best, the baseline, the first, then other records.
  ///
  /// A name stands above its interval, else below it, and is left out where it would cover a dot, an interval or
  /// another name.
  func names(_ area: PlotArea) -> [Mark] {
    let records = records
    var order: [Int] = []
    for position in [records.last, baseline, records.first].compactMap(\.self) + records.reversed()
    where !order.contains(position) && runs.indices.contains(position)
      && runs[position].value != nil
    {
      order.append(position)
      if order.count == 12 { break }
    }
    var taken = runs.indices.compactMap { obstacle($0, area) }
    var marks: [Mark] = []
    for position in order {
      guard let own = obstacle(position, area) else { continue }
      let name = TextWidth.clipped(
        runs[position].name.isEmpty ? "(empty)" : runs[position].name, to: 130, size: 11)
      let width = TextWidth.of(name, size: 11)
      let left = min(max(own.center.x - width / 2, area.bounds.x + 2), 440 - width)
      let places = [own.y - 6, own.maxY + 14].map { baseline in
        (baseline: baseline, box: Rectangle(x: left, y: baseline - 10, width: width, height: 13))
      }
      let place = places.first { place in
        place.box.y >= 14 && place.box.maxY <= area.bounds.maxY + 2
          && !taken.contains { $0 != own && $0.overlaps(place.box) }
      }
      guard let place else { continue }
      taken.append(place.box)
      marks.append(
        .text(
          name, at: Point(left + width / 2, place.baseline), anchor: .middle, size: 11,
          ink: .strong,
          hasHalo: true))
    }
    return marks
  }

  /// The room that a run's dot and interval take.
  private func obstacle(_ position: Int, _ area: PlotArea) -> Rectangle? {
    let run = runs[position]
    guard let value = run.value else { return nil }
    let x = area.x(Double(position) + 0.5)
    let top = min(area.y(run.high ?? value), area.y(value) - 4)
    let bottom = max(area.y(run.low ?? value), area.y(value) + 4)
    return Rectangle(x: x - 4, y: top, width: 8, height: bottom - top)
  }
}
