import Markup

extension HeatmapChart {
  private static let width = 440.0
  private static let nameLimit = 130.0

  package func drawing() -> Drawing {
    let cells = cells
    var marks = keyMarks
    if !rowTitle.isEmpty {
      marks.append(.text("↓ " + TextWidth.clipped(rowTitle, to: Self.width - 14), at: Point(0, 32)))
    }
    marks += rowNames(cells)
    marks += colors(cells)
    marks += numbers(cells)
    marks += columnNames(cells)
    var bottom = cells.bounds.maxY + (areColumnsUpright(cells) ? columnNameHeight + 12 : 20)
    if !columnTitle.isEmpty {
      bottom += 18
      marks.append(
        .text(
          TextWidth.clipped(columnTitle, to: Self.width - 14) + " →", at: Point(cells.bounds.maxX, bottom),
          anchor: .end))
    }
    return Drawing(width: Self.width, height: bottom + 8, setting: .figure(.medium), marks: marks)
  }

  /// The area of all cells and the size of one.
  struct Cells: Hashable, Sendable {
    var bounds: Rectangle
    var width: Double
    var height: Double

    /// A cell, parted from its neighbours as long as it is large enough.
    func box(_ row: Int, _ column: Int) -> Rectangle {
      let side = min(width, height)
      let gap = side >= 12 ? 1.0 : side >= 7 ? 0.5 : 0
      return Rectangle(
        x: bounds.x + Double(column) * width + gap / 2, y: bounds.y + Double(row) * height + gap / 2,
        width: width - gap, height: height - gap)
    }
  }

  /// Cells as wide as there is room, at most 64 units; as high as they are wide, within what reads well.
  var cells: Cells {
    let names = rows.reduce(0) { max($0, TextWidth.of($1.isEmpty ? "(empty)" : $1)) }
    let left = min(max(names, 8), Self.nameLimit) + 9
    let top = rowTitle.isEmpty ? 26.0 : 42
    let (rowCount, columnCount) = (Double(max(1, rows.count)), Double(max(1, columns.count)))
    let width = min(64, (Self.width - left - 2) / columnCount)
    let wanted = min(max(width, min(36, 80 / rowCount)), 36)
    let height = min(wanted, 420 / rowCount)
    return Cells(
      bounds: Rectangle(x: left, y: top, width: width * columnCount, height: height * rowCount),
      width: width, height: height)
  }

  /// The colours from the lowest to the highest number, with both.
  private var keyMarks: [Mark] {
    guard let extent else { return [.text("no values", at: Point(0, 12), size: 11)] }
    let limit = max(-extent.low, extent.high)
    let (low, high) = isDiverging ? (-limit, limit) : (extent.low, extent.high)
    let decimals = decimals(digits: 3)
    let lead = TextWidth.clipped(valueTitle, to: 160, size: 11)
    let indent = lead.isEmpty ? 0 : TextWidth.of(lead, size: 11) + 10
    let start = NumberText.fixed(low, decimals: decimals)
    let left = indent + TextWidth.of(start, size: 11) + 5
    let fills: [Fill] =
      isDiverging ? (1...11).reversed().map { .diverging($0) } : (2...9).map { .sequential($0) }
    var marks: [Mark] = lead.isEmpty ? [] : [.text(lead, at: Point(0, 12), size: 11)]
    marks.append(.text(start, at: Point(indent, 12), size: 11))
    marks += fills.enumerated().map { index, fill in
      .rectangle(Rectangle(x: left + Double(index) * 13, y: 3, width: 12, height: 10), fill)
    }
    let right = left + Double(fills.count) * 13 + 4
    let end = NumberText.fixed(high, decimals: decimals)
    marks.append(.text(end, at: Point(right, 12), size: 11))
    guard values.contains(where: { $0.contains(nil) }) else { return marks }
    let other = right + TextWidth.of(end, size: 11) + 14
    marks.append(.rectangle(Rectangle(x: other, y: 3, width: 12, height: 10), .empty))
    marks.append(.text("no value", at: Point(other + 16, 12), size: 11))
    return marks
  }

  /// The decimals of all numbers: none if they are whole, else as many as the largest needs.
  private func decimals(digits: Int) -> Int {
    let all = values.joined().compactMap(\.self)
    if all.allSatisfy({ $0.rounded() == $0 }) { return 0 }
    return min(6, NumberText.decimals(significant: all.map(\.magnitude).max() ?? 0, digits: digits))
  }

  /// The cells: one mark for each where they are few, so that they have words on hover; else one for each colour.
  private func colors(_ cells: Cells) -> [Mark] {
    var byFill: [Fill: [Rectangle]] = [:]
    var marks: [Mark] = []
    let isFew = rows.count * columns.count <= 144
    for row in rows.indices {
      for column in columns.indices {
        guard let value = values[row][column] else {
          byFill[.empty, default: []].append(cells.box(row, column))
          continue
        }
        guard isFew else {
          byFill[fill(value), default: []].append(cells.box(row, column))
          continue
        }
        let words =
          "\(DisplayName.inSentence(rows[row])), \(DisplayName.inSentence(columns[column])): \(ChartAxis.text(number: value))"
        marks.append(.rectangle(cells.box(row, column), fill(value), title: words))
      }
    }
    let order: [Fill] = [.empty] + (1...9).map { .sequential($0) } + (1...11).map { .diverging($0) }
    return order.compactMap { fill in byFill[fill].map { .rectangles($0, fill) } } + marks
  }

  /// The numbers, with as many digits as fit into every cell; none if they do not fit.
  private func numbers(_ cells: Cells) -> [Mark] {
    guard cells.height >= 14, rows.count * columns.count <= 400 else { return [] }
    for digits in [3, 2] {
      let decimals = decimals(digits: digits)
      let marks = rows.indices.flatMap { row in
        columns.indices.map { column -> TextMark in
          let center = cells.box(row, column).center
          guard let value = values[row][column] else {
            return TextMark("—", at: Point(center.x, center.y + 4), anchor: .middle, size: 11)
          }
          return TextMark(
            NumberText.fixed(value, decimals: decimals), at: Point(center.x, center.y + 4), anchor: .middle,
            size: 11, ink: .on(fill(value)))
        }
      }
      if marks.allSatisfy({ TextWidth.of($0.string, size: 11) <= cells.width - 3 }) {
        return marks.map { .text($0) }
      }
    }
    return []
  }

  private func rowNames(_ cells: Cells) -> [Mark] {
    let step = max(1, Int((12 / cells.height).rounded(.up)))
    return stride(from: 0, to: rows.count, by: step).map { row in
      let y = cells.bounds.y + (Double(row) + 0.5) * cells.height + 4
      return DisplayName.mark(
        rows[row], at: Point(cells.bounds.x - 7, y), anchor: .end, width: Self.nameLimit, size: 12)
    }
  }

  private var columnNameHeight: Double {
    min(columns.reduce(0) { max($0, TextWidth.of($1.isEmpty ? "(empty)" : $1)) }, 110)
  }

  /// Whether names run upwards; of more than forty only some are shown, side by side.
  private func areColumnsUpright(_ cells: Cells) -> Bool {
    columns.count <= 40 && columnNameHeight > cells.width - 4
  }

  private func columnNames(_ cells: Cells) -> [Mark] {
    let isUpright = areColumnsUpright(cells)
    let isThinned = columns.count > 40
    let centers = columns.indices.map { cells.bounds.x + (Double($0) + 0.5) * cells.width }
    let widths = columns.map { min(TextWidth.of($0), 60) }
    let shown =
      isThinned
      ? LabelPlacement.thinned(centers: centers, widths: widths, gap: 8) : Array(columns.indices)
    return shown.map { column in
      isUpright
        ? DisplayName.mark(
          columns[column], at: Point(centers[column] + 4, cells.bounds.maxY + 6), anchor: .end, width: 110,
          size: 12, rotation: -90)
        : DisplayName.mark(
          columns[column], at: Point(centers[column], cells.bounds.maxY + 16), anchor: .middle,
          width: isThinned ? 60 : cells.width, size: 12)
    }
  }
}
