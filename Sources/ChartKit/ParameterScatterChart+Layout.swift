import Markup

extension ParameterScatterChart {
  /// More dots than this become one mark without words on hover.
  private static let hoverLimit = 250

  package func drawing() -> Drawing {
    let points = points
    let best = best
    let named = [best, data.baseline == best ? nil : data.baseline].compactMap(\.self).filter(shown.contains)
    let spanned = shown.count <= Self.intervalLimit ? shown : named
    let y = NumberAxis(
      points.map(\.y) + spanned.flatMap { [data.runs[$0].low, data.runs[$0].high].compactMap(\.self) },
      count: Ticks.count(height: 218), logarithmicFrom: 1000.nextUp)
    let x = NumberAxis(points.map(\.x), count: 5, logarithmicFrom: 100, margin: 0.03)
    let widths = x.labels.map { TextWidth.of($0) }
    let left = max(12 + y.labels.reduce(0) { max($0, TextWidth.of($1)) }, (widths.first ?? 0) / 2)
    let bounds = Rectangle(
      x: left, y: 26, width: min(428, 440 - (widths.last ?? 0) / 2) - left, height: 218)
    let area = PlotArea(bounds, x: x.domain, y: y.domain)
    let plot = ScatterPlot(area: area, x: x, y: y)
    var marks: [Mark] = [
      .text(
        DisplayName.axisTitle(data.metric, before: "↑ ", after: y.remark, width: 436), at: Point(0, 12))
    ]
    marks += plot.grid(widths: widths)
    let title = DisplayName.axisTitle(
      data.parameters[parameter], after: (x.isLogarithmic ? x.remark : "") + " →", width: bounds.maxX)
    marks.append(.text(title, at: Point(bounds.maxX, 282), anchor: .end))
    let places = places(plot, named: named)
    marks += intervals(spanned, best: best, places, plot)
    marks += dots(best: best, places)
    marks += names(named, best: best, places, plot)
    let height: Double = omission == nil ? 290 : 306
    if let omission {
      marks.append(.text(TextWidth.clipped(omission, to: 436, size: 11), at: Point(0, 300), size: 11))
    }
    return Drawing(width: 440, height: height, setting: .figure(.medium), marks: marks)
  }

  /// The place of each drawn run.
  ///
  /// Runs of one setting stand beside each other, at most 7 units and a third of the way to the next setting from
  /// their place, so that they do not hide one another; the best run and the baseline stand on it.
  private func places(_ plot: ScatterPlot, named: [Int]) -> [Int: Point] {
    var groups: [Double: [Int]] = [:]
    for run in shown { groups[data.runs[run].settings[parameter]?.number ?? 0, default: []].append(run) }
    let centers = groups.keys.sorted().map { plot.place($0, 0).x }
    let gap = zip(centers, centers.dropFirst()).reduce(Double.infinity) { min($0, $1.1 - $1.0) }
    let reach = min(7, gap / 3)
    var places: [Int: Point] = [:]
    for (number, runs) in groups {
      let spread = runs.filter { !named.contains($0) }
      let step = spread.count > 1 ? min(4, 2 * reach / Double(spread.count - 1)) : 0
      for run in runs { places[run] = plot.place(number, data.runs[run].value ?? 0) }
      for (position, run) in spread.enumerated() {
        places[run]?.x += step * (Double(position) - Double(spread.count - 1) / 2)
      }
    }
    return places
  }

  /// Thin upright lines, those of the best run and the baseline on top.
  private func intervals(
    _ runs: [Int], best: Int?, _ places: [Int: Point], _ plot: ScatterPlot
  ) -> [Mark] {
    var context = Path()
    var named: [Mark] = []
    for run in runs {
      guard let low = data.runs[run].low, let high = data.runs[run].high, let x = places[run]?.x else {
        continue
      }
      let line = [Point(x, plot.y(low)), Point(x, plot.y(high))]
      guard line.allSatisfy(\.isFinite) else { continue }
      if run == best {
        named.append(.polyline(line, Stroke(.series(1), width: 1.5)))
      } else if run == data.baseline {
        named.append(.polyline(line, Stroke(.ink)))
      } else {
        context.append(line)
      }
    }
    return
      (context.chains.isEmpty ? [] : [.shape(.path(context), Style(stroke: Stroke(.context)), title: nil)])
      + named
  }

  /// Grey dots, then the baseline, then the best run.
  private func dots(best: Int?, _ places: [Int: Point]) -> [Mark] {
    let plain = shown.filter { $0 != best && $0 != data.baseline }
    var marks: [Mark] = []
    if plain.count > Self.hoverLimit {
      let dots = Path.thinned(plain.compactMap { places[$0] }, distance: 0.1)
      marks.append(.shape(.dots(dots), Style(stroke: Stroke(.context, width: 4)), title: nil))
    } else {
      marks += plain.compactMap { run in
        places[run].map {
          .shape(
            .circle($0, radius: 4), Style(fill: .context, stroke: Stroke(.ground)), title: words(run))
        }
      }
    }
    if let baseline = data.baseline, baseline != best, let place = places[baseline] {
      marks.append(SeriesLook.baseline.marker(at: place, title: words(baseline)))
    }
    if let best, let place = places[best] {
      marks.append(SeriesLook.slot(1).marker(at: place, radius: 5, title: words(best)))
    }
    return marks
  }

  /// What a dot says when a pointer rests on it.
  private func words(_ run: Int) -> String {
    let setting = data.runs[run].settings[parameter]?.text ?? "—"
    return "\(data.name(run)): \(data.parameterName(parameter)) \(setting), \(data.metricName) "
      + data.valueText(run)
  }

  /// The room that a run's dot and interval take.
  private func room(_ run: Int, at center: Point, _ plot: ScatterPlot) -> Rectangle {
    let ends = [data.runs[run].low, data.runs[run].high].compactMap { $0.map(plot.y) }.filter(\.isFinite)
    let (top, bottom) = ends.reduce((center.y - 5, center.y + 5)) { (min($0.0, $1), max($0.1, $1)) }
    return Rectangle(x: center.x - 5, y: top, width: 10, height: bottom - top)
  }

  /// The names of the best run and the baseline, where they cover least.
  private func names(
    _ named: [Int], best: Int?, _ places: [Int: Point], _ plot: ScatterPlot
  ) -> [Mark] {
    var taken: [Rectangle] = []
    var marks: [Mark] = []
    let dots = shown.compactMap { places[$0] }
    for run in named {
      guard let place = places[run] else { continue }
      let own = run != data.baseline ? "" : run == best ? ", baseline" : " (baseline)"
      let name = DisplayName.clipped(data.runs[run].name, to: 130, size: 11) + own
      let box = plot.room(
        width: TextWidth.of(name, size: 11), beside: room(run, at: place, plot), avoiding: dots, taken: taken,
        right: 438
      )
      guard let box else { continue }
      taken.append(box)
      marks.append(
        .text(name, at: Point(box.x, box.maxY - 3), size: 11, ink: .strong, hasHalo: true))
    }
    return marks
  }
}
