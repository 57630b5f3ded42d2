import Diagnostics
import Testing

@Suite struct NearestNameTests {
  private let known = ["title", "registry", "experiments", "out"]

  @Test func aSlipOfTheKeyboardIsRecognised() {
    #expect(NearestName.suggestion(for: "titel", among: known) == "title")
    #expect(NearestName.suggestion(for: "registy", among: known) == "registry")
    #expect(NearestName.suggestion(for: "experimentss", among: known) == "experiments")
  }

  @Test func somethingElseIsNotForcedOntoAKnownName() {
    #expect(NearestName.suggestion(for: "colour", among: known) == nil)
    #expect(NearestName.suggestion(for: "", among: known) == nil)
    #expect(NearestName.suggestion(for: "title", among: ["title"]) == nil)
  }

  @Test func theNearestWinsAndTheFirstOfEquals() {
    #expect(NearestName.suggestion(for: "cats", among: ["bats", "cat", "cuts"]) == "bats")
    #expect(NearestName.suggestion(for: "precison", among: ["prediction", "precision"]) == "precision")
  }

  @Test func aVeryLongNameCostsNothing() {
    let name = String(repeating: "a", count: 1_000_000)
    #expect(NearestName.suggestion(for: name, among: known) == nil)
  }
}
