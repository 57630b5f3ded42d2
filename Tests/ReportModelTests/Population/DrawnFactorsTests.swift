import Diagnostics
import Testing

@testable import ReportModel

@Suite("What was drawn to change hyperparameters")
struct DrawnFactorsTests {
  @Test("Factors and words are read, and said in a sentence")
  func words() {
    let factors = DrawnFactors(#"{"batch": "resampled", "lr": 1.1732, "mode": "shaken"}"#)
    #expect(factors?["lr"] == .factor(1.1732))
    #expect(factors?["batch"] == .word("resampled"))
    #expect(factors?["momentum"] == nil)
    #expect(factors?.words.plain == "batch new, lr × 1.17 and mode shaken")
    #expect(DrawnFactors.none.words.isEmpty)
    #expect(DrawnFactors("{}") == DrawnFactors.none)
  }

  @Test("Many are cut after six")
  func many() {
    let text = "{" + (0..<9).map { "\"h\($0)\":2" }.joined(separator: ",") + "}"
    #expect(DrawnFactors(text)?.words.plain.hasSuffix("h5 × 2.00 and 3 more") == true)
  }

  @Test(
    "What is no such object, names a hyperparameter twice or has no finite number is not read",
    arguments: ["", "1", "[]", #"{"a":1,"a":2}"#, #"{"a":1e999}"#, #"{"a":{}}"#, #"{"a":null}"#])
  func refused(_ text: String) {
    #expect(DrawnFactors(text) == nil)
  }
}
