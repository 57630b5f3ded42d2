/// Why arrays are no predictions.
public struct PredictionsError: Error, Hashable, Sendable {
  private let code: Code

  enum Code: Hashable, Sendable {
    case length(column: String, found: Int, expected: Int)
    case width(row: Int, found: Int, expected: Int)
    case unknownLabel(String)
    case labelTwice(String)
    case probability(row: Int, Double)
    case weight(row: Int, Double)
    case nothingPredicted
  }

  init(_ code: Code) {
    self.code = code
  }
}

extension PredictionsError: CustomStringConvertible {
  /// What was found and what was expected.
  public var description: String {
    switch code {
    case .length(let column, let found, let expected):
      "\(column) has \(found) rows; expected \(expected), as there are true labels."
    case .width(let row, let found, let expected):
      "row \(row) has \(found) probabilities; expected \(expected), one for each label."
    case .unknownLabel(let label): "the label “\(label)” occurs in a row; expected one of the labels given."
    case .labelTwice(let label): "the label “\(label)” is given twice; expected each once."
    case .probability(let row, let value):
      "row \(row) has a probability of \(value); expected a number from 0 to 1."
    case .weight(let row, let value):
      "row \(row) has a weight of \(value); expected a finite number of at least 0."
    case .nothingPredicted: "there are neither predicted labels nor probabilities; expected one of them."
    }
  }
}
