import Diagnostics
import FileFormats

/// What makes a row of arrays useless, as found: words are made only for those that are shown.
struct ArrayRowFault: Sendable {
  /// The sorts of faults.
  enum Cause: Sendable {
    /// No label, as ``ArrayLabels/Fault`` says.
    case label(Int32)
    /// A number that is no probability.
    case probability(Double, column: Int)
    /// A number that is no indicator.
    case indicator(Double, column: Int)
    /// A number that is no weight.
    case weight(Double)
    /// What is no text.
    case encoding
  }

  /// What was found.
  let cause: Cause
  /// Where.
  let array: NumPyArray

  /// The sort of problem under which it is counted.
  var kind: RowProblem.Kind {
    switch cause {
    case .label(ArrayLabels.Fault.empty): .emptyLabel
    case .label(ArrayLabels.Fault.encoding), .encoding: .encoding
    case .label: .value
    case .probability: .probability
    case .indicator: .indicator
    case .weight: .weight
    }
  }

  /// The fault in words; `row` counts from 0.
  func diagnostic(row: Int) -> Diagnostic {
    let (found, expected) = words
    let place = "in row \(row)" + column + (array.name.isEmpty ? "" : " of \(array.name)")
    return Diagnostic(
      .warning, kind.diagnosticKind, at: SourcePlace(path: array.path), found: "\(found) \(place)",
      expected: expected, consequence: "The row is left out.")
  }

  private var words: (found: String, expected: String) {
    switch cause {
    case .label(ArrayLabels.Fault.empty): ("an empty text", "a label")
    case .label(ArrayLabels.Fault.encoding), .encoding:
      ("what is no text", "text in UTF-8 or of Unicode scalars")
    case .label(ArrayLabels.Fault.index): ("a whole number", "the index of a label")
    case .label: ("a number that is not whole", "a label")
    case .probability(let value, _): ("\(value)", "a probability from 0 to 1")
    case .indicator(let value, _): ("\(value)", "0 or 1")
    case .weight(let value): ("\(value)", "a number of at least 0")
    }
  }

  private var column: String {
    switch cause {
    case .probability(_, let column), .indicator(_, let column):
      array.columnCount > 1 ? ", column \(column)," : ""
    default: ""
    }
  }
}
