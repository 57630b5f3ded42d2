import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func theDescriptionSaysWhereWhatAndWhatBecameOfIt() {
    let problem = Diagnostic(
      .warning, .init("predictions.probability"), at: SourcePlace(path: "runs/12.csv", line: 8, column: 5),
      found: "a probability of 1.7", expected: "a number from 0 to 1", consequence: "The row is left out.")
    #expect(
      problem.description
        == "runs/12.csv:8:5: warning: found a probability of 1.7; expected a number from 0 to 1. The row is left out."
    )
  }

  @Test func placeExpectationAndConsequenceAreLeftOutWhereThereIsNone() {
    #expect(Diagnostic(.error, .init("x"), at: nil, found: "nothing").description == "error: found nothing.")
  }

  @Test func severitiesAreOrderedFromHarmlessToBad() {
    #expect(Diagnostic.Severity.allCases.sorted() == [.note, .warning, .error])
  }
}
