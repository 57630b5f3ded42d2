import Markup

extension LineageChart {
  /// The upper edge of the grid.
  private static let top = 34.0
  /// How far apart rows of factors are.
  private static let factorHeight = 15.0

  package func drawing() -> Drawing {
    let origin = Point(Self.left(data), Self.top)
    let foot = origin.y + grid.size.y
    let width = Self.width(data)
    let isWide = width > 480
    let places = data.runs.enumerated().map { position, run in
      !data.isShown[position]
        ? nil
        : grid.place(run).map { Point(origin.x + $0.x, origin.y + $0.y) }
    }
    var marks = rowNames(origin)
    marks += LineageLines(data: data, places: places, parents: grid.drawnParents(data)).marks
    marks +=
      LineageNodes(data: data, places: places, rowPitch: grid.rowPitch, columnPitch: grid.columnPitch)
      .marks
    marks += bestName(places, right: width)
    marks += columnNames(origin, y: foot + 24)
    let strip = factorRows(origin, y: foot + 48)
    marks += strip.marks
    var y = strip.bottom + 26
    marks += LineageKey(self).marks(y: y)
    if let omission {
      y += 19
      marks.append(.text(TextWidth.clipped(omission, to: width - 4, size: 11), at: Point(0, y), size: 11))
    }
    return Drawing(
      width: width, height: y + 8,
      setting: .figure(isWide ? .large : .medium, keepsWidth: isWide),
      marks: marks)
  }

  /// The names of the rows; those that would touch are left out, but not that of the best run.
  private func rowNames(_ origin: Point) -> [Mark] {
    let ys = grid.rows.indices.map { origin.y + Double($0) * grid.rowPitch }
    let step = max(1, Int((12 / grid.rowPitch).rounded(.up)))
    let best = data.best.flatMap { best in grid.rows.firstIndex(of: data.runs[best].row) }
    let names = grid.rows.indices.filter { place in
      guard let best, place != best else { return place % step == 0 || place == best }
      return place % step == 0 && abs(place - best) >= step
    }
    let marks = names.map { place in
      DisplayName.mark(
        data.rows[grid.rows[place]], at: Point(origin.x - 12, ys[place] + 4), anchor: .end,
        width: origin.x - 14, size: 11, isBold: place == best)
    }
    return [.text("\(data.rowNoun) ↓", at: Point(0, 13))] + marks
  }

  /// The names of the columns below the grid, and what they are.
  private func columnNames(_ origin: Point, y: Double) -> [Mark] {
    let names = grid.columns.map { TextWidth.clipped(data.columns[$0], to: 60) }
    let xs = names.indices.map { origin.x + Double($0) * grid.columnPitch }
    let kept = LabelPlacement.thinned(centers: xs, widths: names.map { TextWidth.of($0) }, gap: 6)
    return kept.map { .text(names[$0], at: Point(xs[$0], y), anchor: .middle) } + [
      .text("\(data.columnNoun) →", at: Point(origin.x + grid.size.x + 22, y))
    ]
  }

  /// The name of the best run beside it, and its value.
  private func bestName(_ places: [Point?], right: Double) -> [Mark] {
    guard let best = data.best, let place = places[best] else { return [] }
    let value = data.runs[best].value.map { " " + LineageText.score($0) } ?? ""
    let room = Self.nameRoom - 14 - TextWidth.of(value, size: 11)
    let name = DisplayName.clipped(data.runs[best].name, to: room, size: 11) + value
    let length = TextWidth.of(name, size: 11)
    let isBeside = place.x + 10 + length <= right
    return [
      .text(
        name, at: isBeside ? Point(place.x + 10, place.y + 4) : Point(place.x - 10, place.y + 4),
        anchor: isBeside ? .start : .end, size: 11, isBold: true, ink: .strong, hasHalo: true)
    ]
  }

  /// What was drawn at each step of the best line, a row for each hyperparameter, and where the rows end.
  private func factorRows(_ origin: Point, y: Double) -> (marks: [Mark], bottom: Double) {
    let steps = zip(data.path, data.path.dropFirst()).compactMap { parent, run -> (run: Int, x: Double)? in
      guard let from = grid.place(data.runs[parent]), let to = grid.place(data.runs[run]), to.x > from.x
      else { return nil }
      return (run, origin.x + (from.x + to.x) / 2)
    }
    let shown = data.factorNames.indices.filter { factor in
      steps.contains { step in
        let factors = data.runs[step.run].factors
        return factors.indices.contains(factor) && !factors[factor].isEmpty
      }
    }.prefix(Self.factorRowLimit)
    guard !shown.isEmpty, grid.columnStep == 1, grid.columnPitch >= Self.factorPitch else {
      return ([], y - 24)
    }
    var marks: [Mark] = [
      .text("Drawn along the best run’s line:", at: Point(0, y), size: 11)
    ]
    for (row, factor) in shown.enumerated() {
      let baseline = y + Self.factorHeight * Double(row + 1) + 3
      marks.append(
        DisplayName.mark(
          data.factorNames[factor], at: Point(origin.x - 12, baseline), anchor: .end, width: origin.x - 14,
          size: 11))
      for step in steps {
        let factors = data.runs[step.run].factors
        guard factors.indices.contains(factor), !factors[factor].isEmpty else { continue }
        marks.append(
          .text(
            TextWidth.clipped(factors[factor], to: grid.columnPitch - 4, size: 11),
            at: Point(step.x, baseline), anchor: .middle, size: 11, ink: .strong))
      }
    }
    return (marks, y + Self.factorHeight * Double(shown.count) + 3)
  }
}
