import Markup

extension ParameterHeatmapChart {
  private static let rowHeight = 36.0
  private static let top = 28.0

  package func drawing() -> Drawing {
    let rowNames = rows.map(\.text)
    let columnNames = columns.map(\.text)
    let nameWidth = min(max(16, rowNames.reduce(0) { max($0, TextWidth.of($1)) }), 110)
    let left = nameWidth + 10
    let widest = cells.reduce(0) { max($0, TextWidth.of(NumberText.score($1.mean), isBold: true) + 10) }
    let widestName = columnNames.reduce(0) { max($0, TextWidth.of($1) + 8) }
    let widestCell = columns.count > 6 ? 64.0 : 76.0
    // Names that no cell is wide enough for run upwards, since cut short they may all read alike.
    let isRotated = widestName > widestCell
    let pitch = min(
      max(44, widest, isRotated ? 0 : widestName, (400 - left) / Double(max(1, columns.count))), widestCell)
    let right = left + pitch * Double(columns.count)
    let nameHeight = isRotated ? min(widestName, 118) : 17
    let bottom = Self.top + Self.rowHeight * Double(rows.count)
    var marks: [Mark] = [
      .text(
        DisplayName.clipped(data.parameters[rowParameter], to: 160) + (risesUpwards ? " ↑" : " ↓"),
        at: Point(0, 12))
    ]
    let title = DisplayName.clipped(data.parameters[columnParameter], to: 200) + " →"
    let titleX = max(right, TextWidth.of(title))
    marks.append(.text(title, at: Point(titleX, bottom + nameHeight + 19), anchor: .end))
    for (row, name) in rowNames.enumerated() {
      marks.append(
        DisplayName.mark(
          name, at: Point(nameWidth, y(row) + Self.rowHeight / 2 + 4), anchor: .end, width: nameWidth,
          size: 12))
    }
    for (column, name) in columnNames.enumerated() {
      let middle = left + pitch * (Double(column) + 0.5)
      marks.append(
        isRotated
          ? DisplayName.mark(
            name, at: Point(middle + 4, bottom + 6), anchor: .end, width: 110, size: 12, rotation: -90)
          : DisplayName.mark(
            name, at: Point(middle, bottom + 17), anchor: .middle, width: pitch - 4, size: 12))
    }
    marks += grid(left: left, pitch: pitch)
    marks += key(at: bottom + nameHeight + 33)
    return framed(marks, right: right, height: bottom + nameHeight + 65)
  }

  /// The marks with what is left out below them, as wide as their class of figures.
  private func framed(_ marks: [Mark], right: Double, height: Double) -> Drawing {
    // Figures wider than 480 units are shown up to 920 wide, where fewer units would become too large.
    let (least, setting): (Double, Drawing.Width) =
      right <= 400 ? (400, .small) : right <= 480 ? (480, .medium) : (720, .large)
    let width = max(least, right)
    let remark = omission.map {
      Mark.text(TextWidth.clipped($0, to: width - 4, size: 11), at: Point(0, height + 12), size: 11)
    }
    return Drawing(
      width: width, height: height + (remark == nil ? 0 : 16),
      setting: .figure(setting, keepsWidth: setting != .small), marks: marks + [remark].compactMap(\.self))
  }

  /// Rows of numbers rise upwards like any axis; words stand from top to bottom.
  private var risesUpwards: Bool { rows.allSatisfy { $0.number != nil } }

  /// The upper edge of a row.
  private func y(_ row: Int) -> Double {
    Self.top + Self.rowHeight * Double(risesUpwards ? rows.count - 1 - row : row)
  }

  /// The step of colour, 2 to 9, where 9 is the best mean.
  ///
  /// Step 1 is as light as the ground and so left out; with one mean only all are 5.
  func colorStep(_ mean: Double) -> Int {
    let domain = Domain(of: cells.map(\.mean))
    guard Set(cells.map(\.mean)).count > 1 else { return 5 }
    let share = min(max((mean - domain.low) / domain.span, 0), 1)
    return 2 + min(7, Int((data.isHigherBetter ?? true ? share : 1 - share) * 8))
  }

  /// The cells with their mean and number of runs; pairs without runs are empty frames, and the best has a frame of ink.
  private func grid(left: Double, pitch: Double) -> [Mark] {
    func rectangle(_ row: Int, _ column: Int) -> Rectangle {
      Rectangle(
        x: left + pitch * Double(column) + 0.5, y: y(row) + 0.5, width: pitch - 1, height: Self.rowHeight - 1)
    }
    var empty = Set(rows.indices.flatMap { row in columns.indices.map { rectangle(row, $0) } })
    var marks: [Mark] = []
    var outline: [Mark] = []
    let best = best
    for cell in cells {
      let place = rectangle(cell.row, cell.column)
      empty.remove(place)
      let fill = Fill.sequential(colorStep(cell.mean))
      let number = NumberText.score(cell.mean)
      let count = "n = \(NumberText.integer(cell.count))"
      marks.append(
        .rectangle(
          place, fill, title: "\(words(cell)): mean \(data.metricName) \(number), \(count)"))
      let isBest = cell == best
      for (text, rise, size) in [(number, -1.5, 12.0), (count, 12.0, 11.0)] {
        let isBold = isBest && size == 12
        guard TextWidth.of(text, size: size, isBold: isBold) <= place.width else { continue }
        marks.append(
          .text(
            text, at: Point(place.center.x, place.center.y + rise), anchor: .middle, size: size,
            isBold: isBold,
            ink: .on(fill)))
      }
      if isBest {
        outline = [
          .shape(.rectangle(place.inset(by: 1)), Style(stroke: Stroke(.ground, width: 3)), title: nil),
          .shape(.rectangle(place.inset(by: -0.5)), Style(stroke: Stroke(.ink, width: 2)), title: nil),
        ]
      }
    }
    let frames = empty.sorted { ($0.y, $0.x) < ($1.y, $1.x) }.map { $0.inset(by: 1) }
    return [.shape(.path(Path(rectangles: frames)), Style(stroke: Stroke(.grid)), title: nil)] + marks
      + outline
  }

  /// What the colours mean: swatches from the worst to the best mean.
  private func key(at y: Double) -> [Mark] {
    let means = ranked.map(\.mean)
    guard let best = means.first, let worst = means.last, best != worst else {
      return [
        .text("mean \(DisplayName.clipped(data.metric, to: 200, size: 11))", at: Point(0, y + 18), size: 11)
      ]
    }
    var marks: [Mark] = []
    let low = NumberText.score(worst)
    var x = TextWidth.of(low, size: 11) + 6
    marks.append(.text(low, at: Point(0, y + 18), size: 11))
    for step in 2...9 {
      marks.append(.rectangle(Rectangle(x: x, y: y + 8, width: 14, height: 12), .sequential(step)))
      x += 14
    }
    let words = DisplayName.axisTitle(
      data.metric,
      before: "\(NumberText.score(best)), the \(data.isHigherBetter == nil ? "largest" : "best") mean ",
      width: 394 - x, size: 11)
    marks.append(.text(words, at: Point(x + 6, y + 18), size: 11))
    return marks
  }
}
