import Markup

extension ConfusionMatrixChart {
  /// 13 to 40 labels: the percentage where it is 5 at least, and each label's number of examples as a bar.
  func denseDrawing() -> Drawing {
    let frame = MatrixFrame(labels: shown.labels, pitch: 18, labelSize: 11, labelLimit: 140)
    let barsX = frame.maxX + 8
    let width = max(400, barsX + 70)
    var marks = frame.axisTitles + frame.names
    var empty: [Rectangle] = []
    var cells: [Mark] = []
    for truth in shown.labels.indices {
      for predicted in shown.labels.indices {
        let cell = frame.cell(truth, predicted)
        guard shown.cells[truth][predicted] > 0 else {
          empty.append(cell)
          continue
        }
        let isRight = truth == predicted
        let share = shown.share(truth, predicted)
        let fill: Fill = isRight ? .diagonal : .sequential(Self.colorStep(share: share))
        cells.append(.rectangle(cell, fill, title: tooltip(truth, predicted)))
        guard share >= 0.05, truth != shown.rest || !isRight else { continue }
        cells.append(
          .text(
            NumberText.fixed(100 * share, decimals: 0), at: Point(cell.center.x, cell.center.y + 3.2),
            anchor: .middle, size: 9, ink: isRight ? .plain : .on(fill)))
      }
    }
    marks.append(.rectangles(empty, .empty))
    marks += cells
    marks += supportBars(frame, from: barsX, width: 30)
    return Drawing(
      width: width, height: frame.maxY + 6, setting: MatrixFrame.setting(width: width), marks: marks)
  }

  /// How many examples each label has, as thin bars with their numbers.
  private func supportBars(_ frame: MatrixFrame, from x: Double, width: Double) -> [Mark] {
    let most = shown.totals.max() ?? 0
    guard most > 0 else { return [] }
    var marks: [Mark] = [.text("n", at: Point(x, frame.origin.y - 6), size: 11)]
    for (row, total) in shown.totals.enumerated() {
      let middle = frame.middle(ofRow: row)
      let length = total / most * width
      let bar = Rectangle(x: x, y: middle - 2.5, width: length, height: 5)
      marks.append(.rectangle(bar, .context, title: "\(CountText.text(total)) \(noun)"))
      marks.append(
        .text(
          CountText.fitting(total, width: 30, size: 9), at: Point(x + length + 4, middle + 3.2), size: 9))
    }
    return marks
  }
}
