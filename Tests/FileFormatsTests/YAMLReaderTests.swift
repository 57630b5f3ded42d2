import Diagnostics
import FileFormats
import Testing

@Suite struct YAMLReaderTests {
  private func parse(_ text: String) throws -> YAMLDocument {
    try YAMLReader.parse(Array(text.utf8), path: "a.yaml")
  }

  private func message(_ text: String) -> String {
    do throws(FormatError) {
      _ = try YAMLReader.parse(Array(text.utf8), path: "a.yaml")
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test func theExampleOfTheDocumentationHolds() throws {
    let document = try YAMLReader.parse(Array("model: {depth: 3}".utf8), path: "assay.yaml")
    #expect(document.root?["model"]?["depth"]?.scalar?.text == "3")
  }

  @Test func nodesKnowTheirPlaceInBytes() throws {
    let document = try parse("a: 1\nlist:\n  - é: [x, y]\n")
    let list = try #require(document.root?["list"]?.sequence?[0]["é"])
    #expect(document.place(of: list).description == "a.yaml:3:9")
    #expect(document.place(of: try #require(list.sequence?[1])).description == "a.yaml:3:13")
    #expect(document.root?.mapping?.map(\.key.line) == [1, 2])
  }

  @Test func placesInALongLineAreFoundAtOnce() throws {
    // 100,000 values of two to four bytes each; to count along the line for every one of them would take minutes.
    let values = (0..<100_000).map { ["é", "7", "日", "🍋"][$0 % 4] }
    let document = try parse("# é\na: [" + values.joined(separator: ",") + "]\n")
    let nodes = try #require(document.root?["a"]?.sequence)
    var column = 5
    for (node, value) in zip(nodes, values) {
      guard node.line == 2, node.column == column else {
        Issue.record("\(value) is said to be in column \(node.column), not \(column)")
        break
      }
      column += value.utf8.count + 1
    }
    #expect(nodes.count == values.count)
  }

  @Test func quotesTurnNumbersAndNullIntoText() throws {
    let root = try parse("a: 3\nb: '3'\nc: ~\nd: \"null\"\ne: true\nf: .inf\ng:\nh: yes\ni: 1e3").root
    #expect(root?["a"]?.scalar?.number == 3)
    #expect(root?["b"]?.scalar?.number == nil)
    #expect(root?["b"]?.scalar?.text == "3")
    #expect(root?["c"]?.isNull == true)
    #expect(root?["d"]?.isNull == false)
    #expect(root?["e"]?.scalar?.boolean == true)
    #expect(root?["f"]?.scalar?.number == .infinity)
    #expect(root?["g"]?.isNull == true)
    #expect(root?["h"]?.scalar?.boolean == nil)
    #expect(root?["i"]?.scalar?.number == 1000)
  }

  @Test func foldedAndLiteralTextsAreRead() throws {
    let root = try parse("a: |\n  one\n  two\nb: >-\n  one\n  two\n").root
    #expect(root?["a"]?.scalar?.text == "one\ntwo\n")
    #expect(root?["b"]?.scalar?.text == "one two")
  }

  @Test func tagsAreNotConstructed() throws {
    let root = try parse("a: !!python/object/apply:os.system ['true']\nb: !!int 'x'").root
    #expect(root?["a"]?.sequence?[0].scalar?.text == "true")
    #expect(root?["b"]?.scalar?.text == "x")
  }

  @Test func aFileOfCommentsHasNoRoot() throws {
    #expect(try parse("# nothing\n").root == nil)
    #expect(try parse("").root == nil)
  }

  @Test func aliasesStandForTheirAnchors() throws {
    let root = try parse("base: &base {depth: 3}\na: *base\nb: *base").root
    #expect(root?["a"]?["depth"]?.scalar?.text == "3")
    #expect(root?["b"]?["depth"]?.scalar?.text == "3")
  }

  @Test func aliasesThatUnfoldWithoutEndAreRefused() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "]\n"
    }
    #expect(message(text) == message(text + "? *a9\n: 1\n"))
    #expect(
      message(text)
        == "a.yaml: found aliases of aliases that may unfold without end; expected the values written out")
  }

  @Test func oneAnchorMayBeUsedOften() throws {
    let text = "a: &a 1\nlist: [" + Array(repeating: "*a", count: 1000).joined(separator: ", ") + "]"
    #expect(try parse(text).root?["list"]?.sequence?.count == 1000)
  }

  @Test func marksWithinTextAreNoAliases() throws {
    let line = (0..<60).map { "**bold\($0)** & co &bold\($0) *bold\($0)" }.joined(separator: " ")
    #expect(message("a: \"\(line)\"").contains("aliases of aliases"))
    #expect(try parse("a: \"**bold** R&D *x*\"").root?["a"]?.scalar?.text == "**bold** R&D *x*")
  }

  @Test func aKeyThatOccursTwiceIsRefusedWithItsPlace() {
    #expect(
      message("a:\n  b: 1\n  c: 2\n  b: 3\n")
        == "a.yaml:2:3: found the key “b” more than once in a mapping; expected each key once")
  }

  @Test func errorsSayWhere() {
    #expect(message("a: }").hasPrefix("a.yaml:1:4: found YAML that cannot be read ("))
    #expect(message("a: \"é\" x").hasPrefix("a.yaml:1:9: found YAML that cannot be read ("))
    #expect(message("a: 1\n--- \nb: 2").contains("another document"))
    #expect(message("a: \u{1}").contains("characters that YAML does not allow"))
    #expect(
      message("a: *nobody").hasPrefix("a.yaml:1:4: found YAML that cannot be read (found undefined alias)"))
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: FormatError.self) {
      try YAMLReader.parse([0x61, 0x3A, 0x20, 0xC3], path: "a.yaml")
    }
  }

  @Test func nestingIsBounded() {
    #expect(message(String(repeating: "[", count: 190) + String(repeating: "]", count: 190)) == "no error")
    let deep = String(repeating: "[", count: 210) + String(repeating: "]", count: 210)
    #expect(message(deep).contains("more than 200 lists and mappings inside each other"))
    #expect(message(String(repeating: "[", count: 100_000)) != "no error")
    #expect(message(String(repeating: "{", count: 100_000)) != "no error")
    #expect(message(String(repeating: "- ", count: 100_000)) != "no error")
    #expect(message(String(repeating: "? ", count: 100_000)) != "no error")
  }

  @Test func aFileIsReadWithinALimit() throws {
    let files = FileSystem.inMemory(["/assay.yaml": "a: 1"])
    #expect(
      try YAMLReader.read("/assay.yaml", displayPath: "assay.yaml", in: files, limit: 4).root?["a"] != nil)
    #expect(throws: FormatError.self) {
      try YAMLReader.read("/assay.yaml", displayPath: "assay.yaml", in: files, limit: 3)
    }
  }
}
