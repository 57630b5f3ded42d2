import Diagnostics
import TestSupport
import Testing

@testable import Jobs

/// Lineages as stores keep them.
@Suite struct StoredLineageTests {
  private static let whole = JobLineage(
    generation: 1, member: 3, parent: "0007", factors: ["batch": .resampled, "lr": .times(1.13)],
    news: ["0009"])

  @Test func whatIsThereIsWrittenAndNothingElse() {
    func text(_ lineage: JobLineage?, isOutdone: Bool = false) -> String? {
      StoredLineage.bytes(lineage, isOutdone: isOutdone).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(text(JobLineage(generation: 0, member: 1)) == #"{"generation":0,"member":1}"#)
    #expect(
      text(Self.whole, isOutdone: true)
        == #"{"generation":1,"member":3,"parent":"0007","factors":{"batch":"resampled","lr":1.13},"news":["0009"],"outdone":true}"#
    )
    #expect(text(nil, isOutdone: true) == #"{"outdone":true}"# && text(nil) == nil)
    for isOutdone in [false, true] {
      let read = StoredLineage.bytes(Self.whole, isOutdone: isOutdone).flatMap(StoredLineage.read)
      #expect(read?.lineage == Self.whole && read?.isOutdone == isOutdone)
    }
    let outdone = StoredLineage.bytes(nil, isOutdone: true).flatMap(StoredLineage.read)
    #expect(outdone?.isOutdone == true && outdone?.lineage == nil)
  }

  @Test func membersThatNobodyKnowsArePassedOver() {
    let bytes = Array(#"{"generation":0,"later":[{}],"member":2}"#.utf8)
    #expect(StoredLineage.read(bytes)?.lineage == JobLineage(generation: 0, member: 2))
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"generation":0}"#, #"{"generation":-1,"member":1}"#, #"{"generation":0,"member":0}"#,
    #"{"generation":0.5,"member":1}"#, #"{"generation":1e99,"member":1}"#,
    #"{"generation":0,"member":1,"parent":7}"#,
    #"{"generation":0,"member":1,"parent":"../7"}"#, #"{"generation":0,"member":1,"factors":[]}"#,
    #"{"generation":0,"member":1,"factors":{"a":"x"}}"#, #"{"generation":0,"member":1,"factors":{"a":NaN}}"#,
    #"{"generation":0,"member":1,"news":[1]}"#, #"{"generation":0,"member":1,"outdone":1}"#,
    #"{"generation":0,"member":1,"member":2}"#, #"{"outdone":false}"#, #"{"outdone":1}"#,
    #"{"member":1,"outdone":true}"#,
  ])
  func whatIsNoLineageIsNil(_ text: String) {
    #expect(StoredLineage.read(Array(text.utf8)) == nil)
  }

  @Test func anyBytesAreALineageOrNone() throws {
    var generator = SeededGenerator(seed: 51)
    let bytes = try #require(StoredLineage.bytes(Self.whole, isOutdone: true))
    for _ in 0..<FuzzDose.rounds(default: 500) {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<changed.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: changed[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1 where changed.count > 1: changed.remove(at: place)
        default: changed.insert(changed[place], at: place)
        }
      }
      if let (lineage, isOutdone) = StoredLineage.read(changed) {
        let again = StoredLineage.bytes(lineage, isOutdone: isOutdone).flatMap(StoredLineage.read)
        #expect(again?.lineage == lineage && again?.isOutdone == isOutdone)
      }
    }
  }
}
