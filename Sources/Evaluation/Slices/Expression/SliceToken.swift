import Diagnostics

/// A word, text, number or sign of a slice expression.
struct SliceToken: Sendable {
  /// What it is.
  let kind: Kind
  /// Where it begins, in bytes from 0.
  let offset: Int

  enum Kind: Hashable, Sendable {
    /// A word without quotation marks: a column, a function or a keyword.
    case word(String)
    /// A column between backquotes.
    case quotedName(String)
    case text(String)
    case number(Double, written: String)
    case comparison(SliceComparison)
    case open
    case close
    case comma
    case end
  }

  /// The token as messages name it.
  var name: String {
    switch kind {
    case .word(let word): VisibleText.quoting(word)
    case .quotedName(let name): "the column \(VisibleText.quoting(name))"
    case .text(let text): "the text \(VisibleText.quoting(text))"
    case .number(_, let written): "the number \(written.prefix(30))"
    case .comparison(let comparison): "“\(comparison.rawValue)”"
    case .open: "“(”"
    case .close: "“)”"
    case .comma: "a comma"
    case .end: "the end"
    }
  }

  /// Whether it is this keyword, in small letters or capitals.
  func isKeyword(_ keyword: String) -> Bool {
    guard case .word(let word) = kind else { return false }
    return word.utf8.elementsEqual(keyword.utf8) || word.utf8.elementsEqual(keyword.uppercased().utf8)
  }
}
