import ArgumentParser
import Diagnostics
import RunModel
import Testing

@testable import AssayCommands

@Suite struct NamedValueTests {
  @Test func theFirstEqualsSignEndsTheName() throws {
    let pair = try NamedValue.read("query=a=b")
    #expect(pair.name == "query")
    #expect(pair.value == "a=b")
    #expect(try NamedValue.read("empty=").value.isEmpty)
  }

  @Test func aNameMayEndInACombiningMark() throws {
    let pair = try NamedValue.read("cafe\u{301}=\u{301}x")
    #expect(pair.name == "cafe\u{301}")
    #expect(pair.name != "caf\u{E9}")
    #expect(pair.value == "\u{301}x")
  }

  @Test(arguments: ["", "=", "=x", "name"])
  func withoutANameOrAnEqualsSignItIsWrongUsage(argument: String) {
    #expect(throws: ValidationError.self) { try NamedValue.read(argument) }
  }
}
