import Diagnostics
import FileFormats
import TestSupport
import Testing

@Suite struct FormatFuzzTests {
  @Test func brokenJSONNeverCrashes() {
    var generator = SeededGenerator(seed: 31)
    let valid = Array(
      #"{"a": [1.5e3, -0, NaN, "x\u00e9\ud83c\udf4b\n", null, true], "é": {"b": {}}, "": false}"#.utf8)
    let special = Array("\"\\{}[],:-+.eE0u \n\0".utf8) + [0xC3, 0xFF]
    for _ in 0..<FuzzDose.rounds(default: 3000) {
      let text = Mutation.mutate(valid, with: special, using: &generator)
      do {
        let document = try JSONReader.parse(text, path: "a.json")
        // What was accepted is a value whose own text means the same.
        let written = JSONWriting.text(of: document.root)
        let again = try JSONReader.parse(Array(written.utf8), path: "a.json")
        #expect(JSONWriting.text(of: again.root) == written)
      } catch {
        #expect(error.place.line != nil)
      }
    }
  }

  @Test func randomJSONComesBackFromItsText() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<FuzzDose.rounds(default: 500) {
      let text = JSONWriting.random(depth: 4, using: &generator)
      let document = try JSONReader.parse(Array(text.utf8), path: "a.json")
      #expect(JSONWriting.text(of: document.root) == text)
    }
  }

  @Test func brokenYAMLNeverCrashes() {
    var generator = SeededGenerator(seed: 33)
    let valid = Array(
      "a: &x [1, 'two', \"thr\\xe9e\"]\nb:\n  - *x\n  - {c: ~, d: |\n    text\n  }\n? é\n: !!int 3\n# end\n"
        .utf8)
    let special = Array("&*!|>'\"%@`{}[],:?- \n\t#x".utf8) + [0xC3, 0x00]
    for _ in 0..<FuzzDose.rounds(default: 2000) {
      let text = Mutation.mutate(valid, with: special, using: &generator)
      do {
        _ = try YAMLReader.parse(text, path: "a.yaml")
      } catch {
        #expect(error.place.path == "a.yaml")
      }
    }
  }
}
