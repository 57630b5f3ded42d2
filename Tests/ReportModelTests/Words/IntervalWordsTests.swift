import Evaluation
import Testing

@testable import ReportModel

struct IntervalWordsTests {
  @Test func anIntervalNamesItsMethodAndWhatItRestsOn() {
    let interval = Interval(low: 0.1, high: 0.2, method: .wilson, count: 12_345)
    #expect(IntervalWords.origin(interval) == "Wilson, n = 12,345")
  }

  @Test func methodsAreListedOnceInAFixedOrder() {
    let intervals = [Interval.Method.bootstrap, .wilson, .bootstrap].map {
      Interval(low: 0, high: 1, method: $0, count: 3)
    }
    #expect(
      IntervalWords.methods(intervals).plain
        == "Wilson’s for proportions and a multinomial bootstrap for functions of counts")
  }

  @Test func metricsWithoutIntervalAreGatheredByReason() {
    let words = IntervalWords.reasons([
      (title: "Calibration error", reason: "it is biased"), (title: "ROC AUC", reason: "one row only"),
      (title: "Maximum calibration error", reason: "it is biased"),
    ])
    #expect(
      words.plain
        == "calibration error and maximum calibration error (it is biased) and ROC AUC (one row only)")
  }
}
