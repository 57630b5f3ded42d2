import Markup

extension ConfusionMatrixChart {
  /// 41 to 150 labels: colour only, one path for each step, ordered so that confusions form blocks near the diagonal.
  ///
  /// The labels with most errors are named at the right.
  func blockDrawing() -> Drawing {
    let pitch = min(8, max(5, (620 / Double(shown.labels.count)).rounded(.down)))
    let unnamed = MatrixFrame(labels: shown.labels.map { _ in "" }, pitch: pitch, labelSize: 6)
    var marks = unnamed.axisTitles
    marks += colorCells(unnamed)
    marks += worstRows(unnamed, x: unnamed.maxX)
    return MatrixFrame.drawing(width: unnamed.maxX + 200, height: unnamed.maxY + 6, marks: marks)
  }

  /// The ground, the diagonal and the errors, one path for each colour.
  func colorCells(_ frame: MatrixFrame) -> [Mark] {
    var steps: [[Rectangle]] = Array(repeating: [], count: 9)
    var diagonal: [Rectangle] = []
    for truth in shown.labels.indices {
      for predicted in shown.labels.indices where shown.cells[truth][predicted] > 0 {
        let cell = frame.cell(truth, predicted)
        if truth == predicted {
          diagonal.append(cell)
        } else {
          steps[Self.colorStep(share: shown.share(truth, predicted)) - 1].append(cell)
        }
      }
    }
    let ground = Rectangle(x: frame.origin.x, y: frame.origin.y, width: frame.side, height: frame.side)
    var marks: [Mark] = [.rectangle(ground, .empty), .rectangles(diagonal, .diagonal)]
    for (index, rectangles) in steps.enumerated() where !rectangles.isEmpty {
      marks.append(.rectangles(rectangles, .sequential(index + 1)))
    }
    return marks
  }

  /// The names of up to 24 rows with most errors, with their shares, beside their rows.
  private func worstRows(_ frame: MatrixFrame, x: Double) -> [Mark] {
    let errors = shown.errors
    let room = min(24, Int(frame.side / 15))
    let rows = shown.labels.indices.filter { errors[$0] > 0 }
      .sorted { errors[$0] == errors[$1] ? $0 < $1 : errors[$0] > errors[$1] }
      .prefix(room).sorted()
    let wanted = rows.map(frame.middle(ofRow:))
    let places = LabelPlacement.pushedApart(wanted, gap: 15, low: frame.origin.y + 6, high: frame.maxY - 4)
    return zip(rows, zip(wanted, places)).flatMap { row, place -> [Mark] in
      let (middle, label) = place
      let share = NumberText.percent(1 - shown.share(row, row), decimals: 0)
      let name = DisplayName.mark(
        shown.labels[row], at: Point(x + 58, label + 4), anchor: .start, width: 142, size: 11)
      return [
        .polyline([Point(x + 2, middle), Point(x + 8, middle), Point(x + 18, label)], .axis),
        .text(share, at: Point(x + 52, label + 4), anchor: .end, size: 11),
        name,
      ]
    } + [.text("share wrong, label", at: Point(x + 22, frame.origin.y - 8), size: 11)]
  }
}
