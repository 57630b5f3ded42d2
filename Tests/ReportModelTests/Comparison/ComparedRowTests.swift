import Diagnostics
import RunModel
import Testing

@testable import ReportModel

struct ComparedRowTests {
  @Test(arguments: [
    ([Scalar.text("0.10"), .real(0.1)], false), ([.real(0.1), nil], true), ([nil, nil], false),
    ([.text("nan"), .real(.nan)], false), ([.text("True"), .boolean(true)], false),
    ([.text("caf\u{E9}"), .text("cafe\u{301}")], true), ([], false), ([.real(1)], false),
  ])
  func valuesDifferByWhatTheyMean(values: [Scalar?], differs: Bool) {
    #expect(ComparedRow(key: "k", values: values).differs == differs)
  }
}
