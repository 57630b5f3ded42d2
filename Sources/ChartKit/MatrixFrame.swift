/// The cells of a square matrix and the names along two of its sides.
struct MatrixFrame: Hashable, Sendable {
  /// The labels of rows and columns.
  let labels: [String]
  /// The distance from one cell to the next.
  let pitch: Double
  /// The upper left corner of the first cell.
  let origin: Point
  /// The size of the labels' letters.
  let labelSize: Double
  /// How wide a row's label may be.
  private let rowLabelWidth: Double
  /// Whether the columns' labels run upwards, since side by side they would overlap.
  private let isRotated: Bool

  /// A matrix whose names take at most `labelLimit`; axis titles stand above and at the left if it `hasTitles`.
  init(
    labels: [String], pitch: Double, labelSize: Double, labelLimit: Double = 180, hasTitles: Bool = true
  ) {
    self.labels = labels
    self.pitch = pitch
    self.labelSize = labelSize
    let widest = labels.reduce(0) { max($0, TextWidth.of($1, size: labelSize)) }
    rowLabelWidth = min(max(widest, labelSize), labelLimit).rounded(.up)
    isRotated = widest > pitch - 4
    let columnLabels = isRotated ? min(widest, labelLimit * 0.67).rounded(.up) : labelSize - 2
    origin = Point(
      (hasTitles ? 20 : 0) + rowLabelWidth + 9, (hasTitles ? 26 : 6) + columnLabels + 7)
  }

  /// The side of the whole matrix.
  var side: Double { pitch * Double(labels.count) }
  /// The right edge of the last column.
  var maxX: Double { origin.x + side }
  /// The lower edge of the last row.
  var maxY: Double { origin.y + side }

  /// A cell, half a unit clear of its neighbours on every side.
  func cell(_ row: Int, _ column: Int) -> Rectangle {
    let gap = pitch >= 12 ? 1.0 : pitch >= 7 ? 0.5 : 0
    return Rectangle(
      x: origin.x + Double(column) * pitch + gap / 2, y: origin.y + Double(row) * pitch + gap / 2,
      width: pitch - gap, height: pitch - gap)
  }

  /// The middle of a row.
  func middle(ofRow row: Int) -> Double { origin.y + (Double(row) + 0.5) * pitch }

  /// "predicted →" above and "← truth" at the left, running upwards.
  var axisTitles: [Mark] {
    [
      .text("predicted →", at: Point(origin.x + side / 2, 12), anchor: .middle),
      .text("← truth", at: Point(11, origin.y + side / 2), anchor: .middle, rotation: -90),
    ]
  }

  /// The names of rows and columns.
  var names: [Mark] {
    let rise = (labelSize * 0.36).rounded()
    let names = labels.indices.map { index in
      let middle = (Double(index) + 0.5) * pitch
      let column =
        isRotated
        ? DisplayName.mark(
          labels[index], at: Point(origin.x + middle + rise, origin.y - 6), anchor: .start,
          width: origin.y - 10, size: labelSize, rotation: -90)
        : DisplayName.mark(
          labels[index], at: Point(origin.x + middle, origin.y - 8), anchor: .middle, width: pitch,
          size: labelSize)
      let row = DisplayName.mark(
        labels[index], at: Point(origin.x - 9, origin.y + middle + rise), anchor: .end,
        width: rowLabelWidth, size: labelSize)
      return (column: column, row: row)
    }
    return names.map(\.column) + names.map(\.row)
  }

  /// A drawing of these marks, as wide as its class of figures at least, so that it is not blown up.
  static func drawing(width: Double, height: Double, marks: [Mark]) -> Drawing {
    let (least, setting): (Double, Drawing.Width) =
      width <= 420 ? (400, .small) : width <= 520 ? (480, .medium) : (920, .large)
    return Drawing(
      width: max(least, width), height: height, setting: .figure(setting, keepsWidth: true), marks: marks)
  }
}
