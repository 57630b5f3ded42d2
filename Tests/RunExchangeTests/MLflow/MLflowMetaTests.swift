import FileFormats
import TestSupport
import Testing

@testable import RunExchange

struct MLflowMetaTests {
  private let written = """
    artifact_uri: file:///somewhere/project/mlruns/1/aa/artifacts
    end_time: null
    entry_point_name: ''
    run_id: f698d6a7904348d4a37b6991316255cc
    run_name: a try of 10:30
    start_time: 1772698003000
    status: 3
    tags: []

    """

  @Test func theFormThatMLflowWritesIsReadByLines() throws {
    let meta = try #require(MLflowMeta(flat: Array(written.utf8)))
    #expect(meta["run_name"] == "a try of 10:30")
    #expect(meta["entry_point_name"] == "")
    #expect(meta["end_time"] == nil)
    #expect(meta["tags"] == nil)
    #expect(meta.integer("start_time") == 1_772_698_003_000)
  }

  @Test(arguments: [
    "a: \"x\\n\"", "a: x # no text", "a: x: y", "a: 'it''s'", "a: |\n  x", "a: x\n  y", "a: &b x", "a: *b",
    "a: !!str x", "a: [x]", "a: {x: y}", "- a", "a:\n  b: c", "a: x\na: y", "a: Übung", "a: ~", "a: x ",
    "a:x",
    "a: NULL", "a: x:", "", "a: null\na: []", "\u{FEFF}a: x", "a: 'x", "a: ", "a: -1", "a: 'x' y",
  ])
  func whatIsNotFlatIsLeftToTheYAMLReader(_ text: String) {
    #expect(MLflowMeta(flat: Array(text.utf8)) == nil)
  }

  @Test func whatIsReadByLinesMeansTheSameAsYAML() throws {
    var generator = SeededGenerator(seed: 72)
    let valid = Array(written.utf8)
    let marks = Array(":#'\"[]{}&*!|>-~ \n\tnul?,%@`".utf8)
    var flatCount = 0
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      var bytes = Damage.damaged(valid, using: &generator)
      let mark = marks.randomElement(using: &generator) ?? 0
      if !bytes.isEmpty { bytes.insert(mark, at: Int.random(in: 0..<bytes.count, using: &generator)) }
      guard let flat = MLflowMeta(flat: bytes) else { continue }
      flatCount += 1
      let root = try YAMLReader.parse(bytes, path: "meta.yaml").root
      let whole = MLflowMeta(try #require(root))
      for key in [
        "artifact_uri", "end_time", "entry_point_name", "run_id", "run_name", "start_time", "status",
      ] {
        #expect(flat[key] == whole[key], "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(flatCount > 100)
  }
}
