/// A condition that says which rows belong to a slice: `length(text) > 200 and source = 'web'`.
///
/// ```swift
/// let long = try SliceExpression("length(text) > 200")
/// try predictions.selecting(long).evaluate()["accuracy"]
/// ```
///
/// The grammar, in which words in quotation marks stand as they are, and keywords may be in capitals too:
///
/// ```
/// expression  = conjunction { "or" conjunction }
/// conjunction = negation { "and" negation }
/// negation    = "not" negation | condition
/// condition   = "(" expression ")" | test | value operator value
///             | value [ "not" ] "in" "(" literal { "," literal } ")"
/// operator    = "=" | "==" | "!=" | "<" | "<=" | ">" | ">="
/// test        = ( "contains" | "starts_with" | "ends_with" ) "(" value "," string ")"
///             | "has" "(" ( "y_true" | "y_pred" ) "," string ")"
/// value       = column | literal | ( "length" | "words" | "lower" ) "(" value ")" | "(" value ")"
/// literal     = string | number
/// string      = "'" { character | "''" } "'" | '"' { character | '""' } '"'
/// number      = [ "-" | "+" ] digits [ "." digits ] [ "e" [ "-" | "+" ] digits ]
/// column      = name | "`" { character | "``" } "`"
/// name        = ( letter | "_" ) { letter | digit | "_" | "." }
/// ```
///
/// - A column is an attribute of the file, or `id`, `text`, `image`, `y_true`, `y_pred`, `group`, `fold`, or one of
///   the numbers `sample_weight` and `confidence`: the probability of the predicted label. An attribute comes before
///   a column of Assay's with the same name. Between backquotes any name can stand.
/// - `length` counts Unicode scalars, `words` counts runs of scalars that are not white space; `lower` gives the
///   text in small letters, in no language's own way.
/// - If one side of a comparison is a number, the other is read as one, with blanks around it. A text that is no
///   number makes the comparison *unknown*, as has a row whose predicted label has no probability. `not` of unknown
///   is unknown; `and` and `or` are unknown where that decides. Only rows for which the whole is true belong to the
///   slice.
/// - Two texts are compared by their UTF-8 bytes, and so are `contains`, `starts_with` and `ends_with`.
/// - Where rows may have several labels, `y_true` and `y_pred` are all of them in the order of the labels, joined
///   by ` | `; `has(y_true, 'cat')` asks for one.
///
/// An expression has at most 4,096 bytes and is nested at most 64 deep, so that whatever is written, reading it is
/// quick and never fails but with ``SliceExpressionError``.
public struct SliceExpression: Sendable {
  /// The expression as it was written.
  public let source: String
  let condition: SliceCondition<SliceName>

  /// The longest expression, in bytes.
  static let longest = 4_096
  /// How deep parentheses, `not` and functions may be nested.
  static let deepest = 64

  /// Reads an expression.
  ///
  /// - Throws: ``SliceExpressionError`` if it does not follow the grammar or is too long or too deep. Whether its
  ///   columns are there shows when it is applied.
  public init(_ source: String) throws(SliceExpressionError) {
    let bytes = source.utf8.count
    guard bytes <= Self.longest else {
      throw SliceExpressionError(
        at: 0, found: "an expression of \(bytes) bytes", expected: "at most \(Self.longest)")
    }
    self.source = source
    var parser = try SliceParser(source)
    condition = try parser.expression()
  }
}

extension SliceExpression: Hashable {
  /// Whether both were written alike, byte for byte.
  public static func == (left: SliceExpression, right: SliceExpression) -> Bool {
    left.source.utf8.elementsEqual(right.source.utf8)
  }

  /// Hashes the expression as it was written.
  public func hash(into hasher: inout Hasher) {
    for byte in source.utf8 { hasher.combine(byte) }
  }
}

extension SliceExpression: CustomStringConvertible {
  /// The expression as it was written.
  public var description: String { source }
}
