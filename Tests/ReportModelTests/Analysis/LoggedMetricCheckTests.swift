import Diagnostics
import Evaluation
import RunModel
import Testing

@testable import ReportModel

struct LoggedMetricCheckTests {
  private func checks(
    _ metrics: [ExactString: Scalar], cells: [[Int]] = [[2, 1], [0, 0]]
  ) throws -> [LoggedMetricCheck] {
    let evaluation = try Sample.predictions(cells).evaluate()
    return LoggedMetricCheck.checks(of: Sample.run("r", metrics: metrics), against: evaluation)
  }

  @Test(arguments: [
    ("0.970", 0.0005), ("0.5", 0.05), ("1.2e-7", 0.5e-8), ("1e-05", 0.5e-5), ("-0.25", 0.005), ("3.", 0),
    ("1", 0), ("0", 0), (" 0.97 ", 0.005), ("1e999999999999999999999", 0.5), ("", 0),
  ])
  func theLastWrittenDigitSaysHowMuchMayDiffer(text: String, half: Double) {
    #expect(abs(LoggedMetricCheck.halfUnitOfLastDigit(text) - half) <= 1e-12 * half)
  }

  @Test(arguments: [
    ("0.667", true), ("0.66667", true), ("0.67", true), ("0.666", false), ("0.7", true), ("0.6", false),
  ])
  func aLoggedValueAgreesToItsLastDigit(text: String, agrees: Bool) throws {
    let check = try #require(try checks(["accuracy": .text(text)]).first)
    #expect(check.agrees == agrees)
    #expect(check.recomputed == 2.0 / 3)
  }

  @Test func aWholeNumberIsTakenAtItsWord() throws {
    #expect(try checks(["accuracy": .integer(1)]).map(\.agrees) == [false])
    #expect(try checks(["accuracy": .integer(1)], cells: [[3, 0], [0, 3]]).map(\.agrees) == [true])
  }

  @Test func digitsBeyondWhatDoublesHoldDoNotDiffer() throws {
    #expect(try checks(["accuracy": .text("0.66666666666666666666666")]).map(\.agrees) == [true])
    #expect(try checks(["accuracy": .real(2.0 / 3 + 1e-16)]).map(\.agrees) == [true])
    #expect(try checks(["accuracy": .text("0.66666667")]).map(\.agrees) == [true])
    #expect(try checks(["accuracy": .text("0.66666600")]).map(\.agrees) == [false])
  }

  @Test(arguments: [
    ("macro f1", "f1_macro"), ("F1-Macro", "f1_macro"), ("f1/macro", "f1_macro"), ("acc", "accuracy"),
    ("accuracy_score", "accuracy"), ("mcc", "matthews_corrcoef"), ("kappa", "cohen_kappa"),
    ("cohen_kappa_score", "cohen_kappa"), ("Balanced Accuracy", "balanced_accuracy"),
  ])
  func namesMatchWordByWord(logged: String, name: String) throws {
    let found = try checks([ExactString(logged): .real(0.5)], cells: [[3, 1], [1, 3]])
    #expect(found.map(\.name) == [name])
  }

  @Test(arguments: ["val/accuracy", "f1", "accuracy of a", "train_acc", ""])
  func otherNamesAreNotTakenForARecomputedMetric(name: String) throws {
    #expect(try checks([ExactString(name): .real(0.5)]).isEmpty)
  }

  @Test func whatIsNoFiniteNumberIsNotChecked() throws {
    #expect(try checks(["accuracy": .text("nan"), "f1_macro": .text("good")]).isEmpty)
  }

  @Test func everyNameOfOneMetricIsChecked() throws {
    let found = try checks(["accuracy": .text("0.667"), "acc": .text("0.9")])
    #expect(found.map(\.loggedName) == ["acc", "accuracy"])
    #expect(found.map(\.agrees) == [false, true])
  }

  @Test func textsHaveJustTheDecimalsThatTellThemApart() throws {
    #expect(try checks(["accuracy": .text("0.9")])[0].texts == ("0.900", "0.667"))
    #expect(try checks(["accuracy": .text("0.66668")])[0].texts == ("0.66668", "0.66667"))
  }
}
