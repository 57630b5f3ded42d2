extension ConfusionDifferenceChart {
  package func drawing() -> Drawing {
    let count = baseline.labels.count
    let pitch: Double = count <= 4 ? 64 : count <= 12 ? 34 : 20
    let frame = MatrixFrame(
      labels: baseline.labels, pitch: pitch, labelSize: pitch > 20 ? 12 : 11, labelLimit: 140)
    let marks = frame.axisTitles + frame.names + cells(frame)
    return MatrixFrame.drawing(width: frame.maxX + 4, height: frame.maxY + 4, marks: marks)
  }

  private func cells(_ frame: MatrixFrame) -> [Mark] {
    var areas: [Fill: [Rectangle]] = [:]
    var texts: [Mark] = []
    var empty: [Rectangle] = []
    var marks: [Mark] = []
    var outlines: [Mark] = []
    for truth in baseline.labels.indices {
      for predicted in baseline.labels.indices {
        let rectangle = frame.cell(truth, predicted)
        let (before, after) = (baseline.cells[truth][predicted], candidate.cells[truth][predicted])
        let cell = Cell(truth: truth, predicted: predicted)
        guard before != after else {
          empty.append(rectangle)
          continue
        }
        let gain = truth == predicted ? after - before : before - after
        let fill = Fill.diverging(Self.colorStep(gain: gain, limit: limit))
        let title =
          "\(words(cell)): \(CountText.text(before)) in \(DisplayName.inSentence(baselineName)), "
          + "\(CountText.text(after)) in \(DisplayName.inSentence(candidateName))"
        let isOutlined = outlined.contains(cell)
        let text = CountText.difference(after - before)
        let size = frame.pitch > 20 ? 12.0 : 9.0
        let hasNumber = TextWidth.of(text, size: size, isBold: isOutlined) <= frame.pitch
        // Cells of one colour are one mark, but for those that have more to say.
        if isOutlined || !hasNumber {
          marks.append(.rectangle(rectangle, fill, title: isOutlined ? title + ", beyond chance" : title))
        } else {
          areas[fill, default: []].append(rectangle)
        }
        if hasNumber {
          texts.append(
            .text(
              text, at: Point(rectangle.center.x, rectangle.center.y + size * 0.36), anchor: .middle,
              size: size, isBold: isOutlined, ink: .on(fill)))
        }
        if isOutlined { outlines += outline(rectangle) }
      }
    }
    let cells = (1...11).compactMap { step in
      areas[.diverging(step)].map { Mark.rectangles($0, .diverging(step)) }
    }
    return [.rectangles(empty, .empty)] + cells + marks + texts + outlines
  }

  /// A frame in ink around a cell, parted from its colour by a line of the ground.
  private func outline(_ cell: Rectangle) -> [Mark] {
    [
      .shape(.rectangle(cell.inset(by: 0.5)), Style(stroke: Stroke(.ground, width: 3)), title: nil),
      .shape(.rectangle(cell.inset(by: -1)), Style(stroke: Stroke(.ink, width: 2)), title: nil),
    ]
  }
}
