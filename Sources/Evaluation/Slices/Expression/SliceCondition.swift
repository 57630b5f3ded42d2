/// What a slice expression asks of a row, of columns by name or as they were found.
indirect enum SliceCondition<Column: Sendable>: Sendable {
  case all([SliceCondition])
  case any([SliceCondition])
  case not(SliceCondition)
  case compare(SliceOperand<Column>, SliceComparison, SliceOperand<Column>)
  /// Whether a value is among some literals.
  case member(SliceOperand<Column>, SliceLiterals)
  /// Whether a text holds another, begins or ends with it.
  case matches(SliceOperand<Column>, TextPattern)
  /// Whether a label is among those of a column of labels.
  case has(Column, [UInt8])

  /// The same condition with each column found; `find` is told whether it must be a text.
  func resolved<Other: Sendable>(
    _ find: (Column, _ needsText: Bool) throws(SliceExpressionError) -> Other
  ) throws(SliceExpressionError) -> SliceCondition<Other> {
    switch self {
    case .all(let parts): .all(try Self.resolved(parts, find))
    case .any(let parts): .any(try Self.resolved(parts, find))
    case .not(let part): .not(try part.resolved(find))
    case .compare(let left, let comparison, let right):
      .compare(
        try left.resolved(needsText: false, find), comparison, try right.resolved(needsText: false, find))
    case .member(let operand, let literals):
      .member(try operand.resolved(needsText: false, find), literals)
    case .matches(let operand, let pattern):
      .matches(try operand.resolved(needsText: true, find), pattern)
    case .has(let column, let label): .has(try find(column, true), label)
    }
  }

  private static func resolved<Other: Sendable>(
    _ parts: [SliceCondition],
    _ find: (Column, _ needsText: Bool) throws(SliceExpressionError) -> Other
  ) throws(SliceExpressionError) -> [SliceCondition<Other>] {
    var found: [SliceCondition<Other>] = []
    for part in parts { found.append(try part.resolved(find)) }
    return found
  }
}
