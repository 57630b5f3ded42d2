import Diagnostics

/// Takes a slice expression apart into tokens.
struct SliceLexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// The number of bytes before `position`.
  private var offset = 0

  /// All tokens of `source`, the last of which is the end.
  static func tokens(of source: String) throws(SliceExpressionError) -> [SliceToken] {
    var lexer = SliceLexer(source)
    var tokens: [SliceToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func advance() {
    offset += scalars[position].utf8.count
    position += 1
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    advance()
    return true
  }

  private mutating func next() throws(SliceExpressionError) -> SliceToken {
    while let scalar = current, scalar.properties.isWhitespace { advance() }
    let start = offset
    return SliceToken(kind: try kind(from: start), offset: start)
  }

  private mutating func kind(from start: Int) throws(SliceExpressionError) -> SliceToken.Kind {
    guard let scalar = current else { return .end }
    if Self.isNameStart(scalar) { return .word(word()) }
    switch scalar {
    case "'", "\"": return .text(try quoted(by: scalar, "text"))
    case "`": return .quotedName(try quoted(by: scalar, "name"))
    case "0"..."9", "-", "+", ".": return try number()
    default: break
    }
    advance()
    switch scalar {
    case "(": return .open
    case ")": return .close
    case ",": return .comma
    case "=":
      _ = take("=")
      return .comparison(.equal)
    case "<": return .comparison(take("=") ? .lessOrEqual : .less)
    case ">": return .comparison(take("=") ? .greaterOrEqual : .greater)
    case "!" where take("="): return .comparison(.notEqual)
    default:
      throw SliceExpressionError(
        at: start, found: VisibleText.quoting(String(scalar)),
        expected: "a column, a text between quotation marks, a number or a sign of the grammar")
    }
  }

  private mutating func word() -> String {
    var word = String.UnicodeScalarView()
    while let scalar = current, Self.isNamePart(scalar) {
      word.append(scalar)
      advance()
    }
    return String(word)
  }

  /// A text up to the next `mark` that is not followed by another; two of them stand for one.
  private mutating func quoted(
    by mark: Unicode.Scalar, _ what: String
  ) throws(SliceExpressionError) -> String {
    let start = offset
    var text = String.UnicodeScalarView()
    advance()
    while let scalar = current {
      advance()
      if scalar == mark, !take(mark) { return String(text) }
      text.append(scalar)
    }
    throw SliceExpressionError(
      at: start, found: "a \(what) that does not end", expected: "\(String(mark)) behind it")
  }

  private mutating func number() throws(SliceExpressionError) -> SliceToken.Kind {
    let start = offset
    var written = ""
    while let scalar = current {
      let isSign = scalar == "-" || scalar == "+"
      let isExponent = written.unicodeScalars.last.map { $0 == "e" || $0 == "E" } ?? true
      guard Self.isNamePart(scalar) || (isSign && isExponent) else { break }
      written.unicodeScalars.append(scalar)
      advance()
    }
    guard let value = DecimalNumber.value(of: written.utf8), value.isFinite else {
      throw SliceExpressionError(
        at: start, found: VisibleText.quoting(written),
        expected: "a number such as 200, -0.5 or 1e-3, or backquotes around a name with such signs")
    }
    return .number(value, written: written)
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || scalar == "." || scalar.properties.numericType == .decimal
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
