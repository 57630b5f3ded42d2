import Diagnostics

extension SliceParser {
  private static let keywords = ["and", "or", "not", "in"]
  private static let valueFunctions = ["length", "words", "lower"]
  private static let functions = valueFunctions + TextPattern.Place.allCases.map(\.rawValue) + ["has"]

  /// A value, a test, or what stands in parentheses.
  mutating func primary() throws(SliceExpressionError) -> Term {
    switch current.kind {
    case .open:
      return try parenthesised()
    case .text(let text):
      advance()
      return .operand(.text(Array(text.utf8)))
    case .number(let number, _):
      advance()
      return .operand(.number(number))
    case .word, .quotedName:
      return try named()
    default:
      throw failure("a column, a text between quotation marks, a number, a function or “(”")
    }
  }

  /// A value; an error where a condition stands.
  mutating func operand() throws(SliceExpressionError) -> SliceOperand<SliceName> {
    let start = current
    guard case .operand(let operand) = try primary() else {
      throw SliceExpressionError(at: start.offset, found: "a condition", expected: "a value")
    }
    return operand
  }

  private mutating func named() throws(SliceExpressionError) -> Term {
    let start = current
    let column: String
    switch start.kind {
    case .quotedName(let name):
      column = name
    case .word(let word):
      guard !Self.keywords.contains(where: start.isKeyword) else {
        throw failure("a column, a text between quotation marks, a number, a function or “(”")
      }
      column = word
    default:
      throw failure("a column")
    }
    advance()
    guard case .word = start.kind, current.kind == .open else {
      return .operand(.column(SliceName(name: column, offset: start.offset)))
    }
    guard Self.functions.contains(where: { $0.utf8.elementsEqual(column.utf8) }) else {
      throw SliceExpressionError(
        at: start.offset, found: "the function \(VisibleText.quoting(column))",
        expected: "one of \(Self.functions.joined(separator: ", "))",
        suggestion: NearestName.suggestion(for: column, among: Self.functions))
    }
    try descend()
    advance()
    let term = try call(column)
    ascend()
    return term
  }

  /// The arguments of a function up to its “)”.
  private mutating func call(_ function: String) throws(SliceExpressionError) -> Term {
    if function == "has" {
      let column = try labelColumn()
      return .condition(.has(column, Array(try lastText().utf8)))
    }
    let text = try textOperand()
    if let place = TextPattern.Place(rawValue: function) {
      return .condition(.matches(text, TextPattern(try lastText(), place)))
    }
    try take(.close, "“)” behind the only argument of \(function)")
    return switch function {
    case "length": .operand(.length(text))
    case "words": .operand(.words(text))
    default: .operand(.lower(text))
    }
  }

  /// A value that is not plainly a number.
  private mutating func textOperand() throws(SliceExpressionError) -> SliceOperand<SliceName> {
    let start = current
    let operand = try operand()
    guard !operand.isNumber else {
      throw SliceExpressionError(at: start.offset, found: "a number", expected: "a text")
    }
    return operand
  }

  /// A comma, the last argument, which is a text, and “)”.
  private mutating func lastText() throws(SliceExpressionError) -> String {
    try take(.comma, "a comma and a text between quotation marks")
    guard case .text(let text) = current.kind else { throw failure("a text between quotation marks") }
    advance()
    try take(.close, "“)”")
    return text
  }

  private mutating func labelColumn() throws(SliceExpressionError) -> SliceName {
    guard case .word(let name) = current.kind, name == "y_true" || name == "y_pred" else {
      throw failure("y_true or y_pred")
    }
    let column = SliceName(name: name, offset: current.offset)
    advance()
    return column
  }
}
