import ArgumentParser
import Testing

@testable import AssayCommands

@Suite struct ChoiceArgumentTests {
  private enum Fruit: String, CaseIterable {
    case apple, pear
  }

  @Test func aKnownWordIsTheChoice() throws {
    let fruit: Fruit = try ChoiceArgument.read("pear")
    #expect(fruit == .pear)
  }

  @Test func anUnknownWordIsRefusedWithTheChoicesAndTheNearOne() {
    #expect(
      ChoiceArgument.unknown("aple", among: ["apple", "pear"])
        == "“aple” is not one of apple, pear. Did you mean “apple”?")
    #expect(ChoiceArgument.unknown("plum", among: ["apple", "pear"]) == "“plum” is not one of apple, pear.")
    #expect(throws: ValidationError.self) {
      let _: Fruit = try ChoiceArgument.read("aple")
    }
  }

  @Test func aLongListIsCut() {
    let names = (1...30).map { "label \($0)" }
    #expect(ChoiceArgument.unknown("x", among: names).hasSuffix("label 20, …."))
  }
}
