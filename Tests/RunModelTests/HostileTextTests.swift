import RunModel
import TestSupport
import Testing

/// Text from outside reaches these readers unchecked.
struct HostileTextTests {
  @Test func noTextStopsAReader() {
    var generator = SeededGenerator(seed: 41)
    let pieces = [
      "-", "+", ".", "e", "E", "9", "0", "99999999999999999999", "1e308", "nan", "inf", "T", "Z", ":", "_",
      "__", " ",
      "2026-03-02", "09:10:07", "2026_03_02__09_10_07", "\u{0}", "\u{202E}", "e\u{301}", "\u{1F600}", "Loss",
      "neg_",
    ]
    for _ in 0..<FuzzDose.rounds(default: 20_000) {
      let count = Int.random(in: 0..<6, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let scalar = Scalar.text(text)
      #expect(scalar.number == nil || scalar.boolean == nil)
      #expect(scalar.hasSameValue(as: scalar))
      if let moment = UTCTimestamp(text) { #expect(UTCTimestamp(moment.iso) == moment) }
      if let moment = UTCTimestamp(runID: text) { #expect(text.hasPrefix(moment.runID)) }
      _ = MetricDirection.known(for: text)
    }
  }

  @Test func longTextIsReadInShortTime() {
    let long = String(repeating: "9", count: 10_000_000)
    #expect(Scalar.text(long).number == nil)
    #expect(UTCTimestamp(long) == nil)
    #expect(MetricDirection.known(for: long) == .unknown)
    #expect(NaturalOrder.precedes(long, long + "9"))
  }
}
