import Markup

extension ConfusionMatrixChart {
  /// Up to 12 labels: every cell with its count and the share of its row.
  func fullDrawing() -> Drawing {
    let labels = shown.labels
    let frame = MatrixFrame(labels: labels, pitch: fullPitch, labelSize: 13, labelLimit: 150)
    let totalsWidth = shown.totals.reduce(0) { max($0, TextWidth.of(CountText.text($1))) }
    var marks = frame.axisTitles
    let totalsX = frame.maxX + max(24, totalsWidth + 8)
    marks.append(.text("n", at: Point(totalsX, frame.origin.y - 8), anchor: .end))
    marks += frame.names
    for (row, total) in shown.totals.enumerated() {
      marks.append(
        .text(CountText.text(total), at: Point(totalsX, frame.middle(ofRow: row) + 5), anchor: .end))
    }
    marks += cells(frame, countSize: 13) { truth, predicted, ink, cell in
      let percent = NumberText.percent(shown.share(truth, predicted), decimals: 0)
      return .text(
        percent, at: Point(cell.center.x, cell.center.y + 11.5), anchor: .middle, size: 10.5, ink: ink)
    }
    return MatrixFrame.drawing(width: totalsX, height: frame.maxY + 6, marks: marks)
  }

  /// The fewer the labels, the larger the cells: up to six labels as wide as the names, so that these stand upright.
  private var fullPitch: Double {
    let widest = shown.labels.reduce(0) { max($0, TextWidth.of($1, size: 13)) }
    return switch shown.labels.count {
    case ...4: min(max(64, widest + 8), 96)
    case ...6: min(max(52, widest + 8), 64)
    case ...10: 40
    default: 36
    }
  }

  /// One of several side by side: counts only, and no numbers where they would not fit.
  func smallDrawing() -> Drawing {
    let pitch = min(26, max(3, (260 / Double(max(1, shown.labels.count))).rounded(.down)))
    let hasNumbers = pitch >= 20
    guard hasNumbers else {
      let frame = MatrixFrame(
        labels: shown.labels.map { _ in "" }, pitch: pitch, labelSize: 6, hasTitles: false)
      return Drawing(
        width: max(284, frame.maxX + 2), height: frame.maxY + 2, setting: .figure(.small),
        marks: colorCells(frame))
    }
    let frame = MatrixFrame(
      labels: shown.labels, pitch: pitch, labelSize: 11, labelLimit: 72, hasTitles: false)
    let marks = frame.names + cells(frame, countSize: 11, percent: nil)
    return Drawing(
      width: max(284, frame.maxX + 2), height: frame.maxY + 2, setting: .figure(.small), marks: marks)
  }

  /// The cells: empty ones as one path, grey diagonal, coloured errors, each with its count and what `percent` adds.
  private func cells(
    _ frame: MatrixFrame, countSize: Double,
    percent: ((Int, Int, TextMark.Ink, Rectangle) -> Mark)?
  ) -> [Mark] {
    var empty: [Rectangle] = []
    var areas: [Fill: [Rectangle]] = [:]
    var texts: [Mark] = []
    for truth in shown.labels.indices {
      for predicted in shown.labels.indices {
        let cell = frame.cell(truth, predicted)
        let isRight = truth == predicted
        let count = shown.cells[truth][predicted]
        guard count > 0 || isRight && shown.totals[truth] > 0 else {
          empty.append(cell)
          continue
        }
        let fill: Fill =
          isRight ? .diagonal : .sequential(Self.colorStep(share: shown.share(truth, predicted)))
        let ink: TextMark.Ink = isRight ? .plain : .on(fill)
        areas[fill, default: []].append(cell)
        let text = CountText.fitting(count, width: cell.width - 3, size: countSize, isBold: !isRight)
        texts.append(
          .text(
            text, at: Point(cell.center.x, cell.center.y + (percent == nil ? 4 : -1.5)), anchor: .middle,
            size: countSize, isBold: !isRight, ink: ink))
        if let percent { texts.append(percent(truth, predicted, ink, cell)) }
      }
    }
    let fills: [Fill] = [.diagonal] + (1...9).map(Fill.sequential)
    // What a cell holds is written in it: those of one colour are one mark.
    return [.rectangles(empty, .empty)]
      + fills.compactMap { fill in areas[fill].map { .rectangles($0, fill) } } + texts
  }
}
