import Diagnostics

/// Reads the tokens of a slice expression by recursive descent.
struct SliceParser {
  /// What stands between two signs: a condition, or a value that is yet to be compared.
  enum Term {
    case condition(SliceCondition<SliceName>)
    case operand(SliceOperand<SliceName>)
  }

  private let tokens: [SliceToken]
  private var position = 0
  /// How many parentheses, `not` and functions are open.
  private var depth = 0

  init(_ source: String) throws(SliceExpressionError) {
    tokens = try SliceLexer.tokens(of: source)
  }

  /// The whole expression.
  mutating func expression() throws(SliceExpressionError) -> SliceCondition<SliceName> {
    guard current.kind != .end else {
      throw failure("a condition such as length(text) > 200")
    }
    let term = try alternatives()
    let condition = try condition(of: term)
    guard current.kind == .end else { throw failure("“and”, “or” or the end") }
    return condition
  }

  private mutating func alternatives() throws(SliceExpressionError) -> Term {
    let first = try conjunction()
    guard current.isKeyword("or") else { return first }
    var parts = [try condition(of: first)]
    while takeKeyword("or") {
      let next = try conjunction()
      parts.append(try condition(of: next))
    }
    return .condition(.any(parts))
  }

  private mutating func conjunction() throws(SliceExpressionError) -> Term {
    let first = try negation()
    guard current.isKeyword("and") else { return first }
    var parts = [try condition(of: first)]
    while takeKeyword("and") {
      let next = try negation()
      parts.append(try condition(of: next))
    }
    return .condition(.all(parts))
  }

  private mutating func negation() throws(SliceExpressionError) -> Term {
    guard current.isKeyword("not") else { return try comparison() }
    try descend()
    _ = takeKeyword("not")
    let term = try negation()
    ascend()
    return .condition(.not(try condition(of: term)))
  }

  private mutating func comparison() throws(SliceExpressionError) -> Term {
    let first = try primary()
    guard case .operand(let left) = first else { return first }
    if case .comparison(let comparison) = current.kind {
      advance()
      let right = try operand()
      if case .comparison = current.kind { throw failure("“and” or “or” between two comparisons") }
      return .condition(.compare(left, comparison, right))
    }
    let isNegated = takeKeyword("not")
    guard takeKeyword("in") else {
      if isNegated { throw failure("“in” behind “not”") }
      return first
    }
    let member = SliceCondition.member(left, try literals())
    return .condition(isNegated ? .not(member) : member)
  }

  /// The literals between parentheses, at least one.
  private mutating func literals() throws(SliceExpressionError) -> SliceLiterals {
    try take(.open, "“(” and the values of the list")
    var literals = SliceLiterals()
    repeat {
      switch current.kind {
      case .text(let text): literals.texts.insert(Array(text.utf8))
      case .number(let number, _): literals.numbers.insert(number)
      default: throw failure("a text between quotation marks or a number")
      }
      advance()
    } while takeComma()
    try take(.close, "a comma or “)”")
    return literals
  }
}

extension SliceParser {
  var current: SliceToken { tokens[position] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func take(_ kind: SliceToken.Kind, _ expected: String) throws(SliceExpressionError) {
    guard current.kind == kind else { throw failure(expected) }
    advance()
  }

  private mutating func takeComma() -> Bool {
    guard current.kind == .comma else { return false }
    advance()
    return true
  }

  private mutating func takeKeyword(_ keyword: String) -> Bool {
    guard current.isKeyword(keyword) else { return false }
    advance()
    return true
  }

  /// Goes one level deeper; the caller comes back up by itself.
  mutating func descend() throws(SliceExpressionError) {
    guard depth < SliceExpression.deepest else {
      throw SliceExpressionError(
        at: current.offset, found: "an expression nested deeper than \(SliceExpression.deepest)",
        expected: "a flatter one")
    }
    depth += 1
  }

  /// Comes up from a level.
  mutating func ascend() {
    depth -= 1
  }

  /// An error at the token that is next.
  func failure(_ expected: String, suggestion: String? = nil) -> SliceExpressionError {
    SliceExpressionError(
      at: current.offset, found: current.name, expected: expected, suggestion: suggestion)
  }

  /// The condition that a term is; an error at the next token if it is a value.
  private func condition(of term: Term) throws(SliceExpressionError) -> SliceCondition<SliceName> {
    guard case .condition(let condition) = term else {
      throw failure("a comparison (=, !=, <, <=, >, >=, in) behind the value")
    }
    return condition
  }

  /// What stands in parentheses: a whole expression or a value.
  mutating func parenthesised() throws(SliceExpressionError) -> Term {
    try descend()
    advance()
    let term = try alternatives()
    try take(.close, "“)”")
    ascend()
    return term
  }
}
