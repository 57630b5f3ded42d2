import Evaluation
import Foundation
import TestSupport
import Testing

struct SliceDocumentTests {
  private func document() throws -> String {
    let path = Fixture.packageFolder + "/docs/slices.md"
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  /// The expressions of the first table.
  @Test func everyExampleIsAnExpression() throws {
    let lines = try document().split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| expression |") })
    let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
    #expect(rows.count == 9)
    for row in rows {
      let cell = row.split(separator: " | ")[0].dropFirst(2)
      let marks = cell.prefix { $0 == "`" }.count
      let source = String(cell.dropFirst(marks).dropLast(marks))
      #expect(throws: Never.self, "\(source)") { try SliceExpression(source) }
    }
  }

  /// The grammar stands twice: in the document and where the code is.
  @Test func theGrammarOfTheDocumentIsThatOfTheCode() throws {
    let path = Fixture.packageFolder + "/Sources/Evaluation/Slices/Expression/SliceExpression.swift"
    let code = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let comment = code.split(separator: "\n").filter { $0.hasPrefix("/// ") }.map { String($0.dropFirst(4)) }
    let ours = try #require(comment.firstIndex { $0.hasPrefix("expression ") })
    let lines = try document().split(separator: "\n").map(String.init)
    let theirs = try #require(lines.firstIndex { $0.hasPrefix("expression ") })
    let grammar = lines[theirs...].prefix { $0 != "```" }
    #expect(grammar.count == 14)
    #expect(Array(comment[ours...].prefix(grammar.count)) == Array(grammar))
  }
}
