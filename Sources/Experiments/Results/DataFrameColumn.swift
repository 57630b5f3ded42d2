import RunModel

/// One column of a table as pandas holds and prints it.
///
/// A column of numbers that has a gap, a null or a number with a fraction is one of floating-point numbers: its whole
/// numbers print with a fraction. NaN is a gap. In a column that holds anything else besides, values print one by one.
/// Lists and objects print as their JSON, where pandas has Python's own notation.
struct DataFrameColumn {
  /// The cells, as they print.
  let cells: [Scalar?]

  /// The column of these values; nil is a gap.
  init(_ values: [Scalar?]) {
    let known = values.compactMap { $0?.kind == .null ? nil : $0 }
    let areNumbers = known.allSatisfy { $0.kind == .integer || $0.kind == .real }
    let isFloat =
      areNumbers && (known.count < values.count || known.contains { $0.kind == .real })
    cells = values.map { value in
      guard let value, value.kind != .null else { return nil }
      switch value.kind {
      case .integer: return isFloat ? value.number.map(Self.float) ?? value : value
      case .real:
        guard let number = value.number else { return value }
        return number.isNaN ? nil : Self.float(number)
      case .boolean: return .text(value.boolean == true ? "True" : "False")
      case .text, .json, .null: return value
      }
    }
  }

  /// A floating-point number as Python writes it: up to 10¹⁶ without an exponent, where Swift has one from 2⁵³ on.
  private static func float(_ number: Double) -> Scalar {
    guard number.magnitude > 0x1p53, number.magnitude < 1e16 else { return .real(number) }
    return Scalar(.real, text: "\(Int64(number)).0")
  }
}
