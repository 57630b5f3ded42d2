import Testing

@testable import ChartKit

struct MatrixFrameTests {
  @Test func cellsLieInRowsAndColumnsWithAGap() {
    let frame = MatrixFrame(labels: ["a", "b"], pitch: 40, labelSize: 13)
    let (first, right, below) = (frame.cell(0, 0), frame.cell(0, 1), frame.cell(1, 0))
    #expect(right.x - first.x == 40 && right.y == first.y)
    #expect(below.y - first.y == 40 && below.x == first.x)
    #expect(first.width == 39 && !first.overlaps(right))
    #expect(frame.middle(ofRow: 1) == below.center.y)
  }

  @Test func namesWiderThanACellRunUpwards() {
    func rotations(_ labels: [String]) -> Set<Double> {
      let frame = MatrixFrame(labels: labels, pitch: 40, labelSize: 13)
      return Set(frame.names.compactMap { if case .text(let text) = $0 { text.rotation } else { nil } })
    }
    #expect(rotations(["a", "b"]) == [0])
    #expect(rotations(["setosa", "versicolor"]) == [0, -90])
  }

  @Test func endlessNamesTakeNoMoreThanTheirLimit() {
    let frame = MatrixFrame(labels: [String(repeating: "name ", count: 50)], pitch: 18, labelSize: 11)
    #expect(frame.origin.x <= 20 + 180 + 9)
    #expect(frame.origin.y <= 26 + 121 + 7)
  }

  @Test func drawingsAreAsWideAsTheirClass() {
    #expect(MatrixFrame.drawing(width: 200, height: 10, marks: []).width == 400)
    #expect(MatrixFrame.drawing(width: 488, height: 10, marks: []).width == 488)
    #expect(
      MatrixFrame.drawing(width: 600, height: 10, marks: []).setting == .figure(.large, keepsWidth: true))
  }
}
