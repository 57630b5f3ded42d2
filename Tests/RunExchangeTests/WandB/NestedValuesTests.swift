import Diagnostics
import FileFormats
import Testing

@testable import RunExchange

struct NestedValuesTests {
  @Test func laterValuesReplaceWhatStoodThere() throws {
    var values = NestedValues()
    #expect(try set(&values, ["model"], #"{"depth": 3, "layers": {"a": 1, "b": []}}"#))
    #expect(try set(&values, ["model", "depth"], "4"))
    #expect(try set(&values, ["model", "layers"], #"{"c": 2}"#))
    #expect(try set(&values, ["lr"], "0.1"))
    #expect(try set(&values, ["lr", "start"], "0.2"))
    #expect(text(values) == ["lr.start=0.2", "model.depth=4", "model.layers.c=2"])
  }

  @Test func removedValuesAreGoneWithAllBelow() throws {
    var values = NestedValues()
    _ = try set(&values, ["a"], #"{"b": 1, "c": 2}"#)
    _ = try set(&values, ["d"], "3")
    values.remove(["a", "b"])
    values.remove(["nowhere", "at", "all"])
    values.remove(["d", "e"])
    #expect(text(values) == ["a.c=2", "d=3"])
    values.remove(["a"])
    #expect(text(values) == ["d=3"])
  }

  @Test func whatWouldBeTooMuchIsRefusedAndReplacingDoesNotAddUp() {
    var values = NestedValues()
    let long = JSONValue(.string(String(repeating: "x", count: 1 << 20)), offset: 0)
    for _ in 0..<100 {
      let isSet = values.set(["same"], to: long, bytes: 1 << 20)
      #expect(isSet)
    }
    var accepted = 0
    for index in 0..<100 where values.set([ExactString("\(index)")], to: long, bytes: 1 << 20) {
      accepted += 1
    }
    #expect((25...31).contains(accepted))
  }

  private func set(_ values: inout NestedValues, _ path: [ExactString], _ json: String) throws -> Bool {
    let value = try JSONReader.parse(Array(json.utf8), path: "").root
    return values.set(path, to: value, bytes: json.utf8.count)
  }

  private func text(_ values: NestedValues) -> [String] {
    values.leaves.map { leaf in
      "\(WandBItem.name(leaf.path))=\(leaf.value.number?.text ?? leaf.value.string ?? leaf.value.kindInWords)"
    }
  }
}
