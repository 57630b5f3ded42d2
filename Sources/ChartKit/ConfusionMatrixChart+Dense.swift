import Markup

extension ConfusionMatrixChart {
  /// 13 to 40 labels: the percentage where it is 5 at least, and each label's number of examples as a bar.
  ///
  /// Cells are 18 units wide, and up to 26 where the page has room.
  func denseDrawing() -> Drawing {
    let pitch = min(26, max(18, (660 / Double(shown.labels.count)).rounded(.down)))
    let frame = MatrixFrame(labels: shown.labels, pitch: pitch, labelSize: 11)
    let barsX = frame.maxX + 8
    let numberSize = pitch > 20 ? 10.5 : 9
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
            NumberText.fixed(100 * share, decimals: 0), at: Point(cell.center.x, cell.center.y + 3.4),
            anchor: .middle, size: numberSize, ink: isRight ? .plain : .on(fill)))
      }
    }
    marks.append(.rectangles(empty, .empty))
    marks += cells
    marks += supportBars(frame, from: barsX, width: 30)
    return MatrixFrame.drawing(width: barsX + 70, height: frame.maxY + 6, marks: marks)
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
