import Diagnostics
import Testing

@Suite struct DiagnosticPlaceTests {
  @Test func aPlaceIsGivenOnlyToWhatHasNone() {
    let problem = Diagnostic(.note, .init("a.b"), at: nil, found: "nothing")
    let placed = problem.placed(at: SourcePlace(path: "p.csv"))
    #expect(placed.description == "p.csv: note: found nothing.")
    #expect(placed.placed(at: SourcePlace(path: "q.csv")) == placed)
  }
}
