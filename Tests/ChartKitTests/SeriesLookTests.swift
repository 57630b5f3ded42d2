import Testing

@testable import ChartKit

struct SeriesLookTests {
  @Test func neighbouringSlotsDifferInMarkerAndDashesToo() {
    for slot in 1..<7 {
      let (first, second) = (SeriesLook.slot(slot), SeriesLook.slot(slot + 1))
      #expect(first.stroke().dash != second.stroke().dash)
      #expect(isDiamond(first) != isDiamond(second))
    }
  }

  @Test(arguments: [-1, 0, 8, 1000])
  func slotsWithoutAColourAreContext(slot: Int) {
    #expect(SeriesLook.slot(slot).stroke().role == .context)
    #expect(SeriesLook.slot(slot).intervalStroke().role == .context)
    guard case .shape(_, let style, _) = SeriesLook.slot(slot).marker(at: Point(0, 0)) else { return }
    #expect(style.fill == .context)
  }

  @Test func theBaselineIsHollow() {
    guard case .shape(_, let style, _) = SeriesLook.baseline.marker(at: Point(0, 0)) else { return }
    #expect(style.fill == .ground && style.stroke?.role == .ink)
  }

  private func isDiamond(_ look: SeriesLook) -> Bool {
    if case .shape(.diamond, _, _) = look.marker(at: Point(0, 0)) { true } else { false }
  }
}
