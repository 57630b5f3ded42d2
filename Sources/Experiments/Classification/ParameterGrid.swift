public import Diagnostics
public import RunModel

/// The values to try of each parameter, and all their combinations.
///
/// ```swift
/// let grid = try ParameterGrid(["b": [1, 2], "a": ["x"]])
/// grid.combinations  // [["a": "x", "b": 1], ["a": "x", "b": 2]]
/// ```
///
/// The order is that of scikit-learn's `ParameterGrid`: parameters sorted by the bytes of their names, the last
/// changing fastest, values as given. No parameters make one combination, which sets nothing.
public struct ParameterGrid: Hashable, Sendable {
  /// The most combinations that a grid may have.
  public static let limit = 100_000

  /// The values of each parameter, in the order in which they are tried; none is without.
  public let values: [ExactString: [Scalar]]

  /// A grid without parameters: one combination, which sets nothing.
  public init() {
    values = [:]
  }

  /// A grid of these values.
  ///
  /// - Throws: ``ClassificationExperimentError`` if a parameter has no values, or there are more than ``limit`` combinations.
  public init(_ values: [ExactString: [Scalar]]) throws(ClassificationExperimentError) {
    var count = 1
    for name in values.keys.sorted() {
      let choices = values[name, default: []].count
      guard choices > 0 else { throw ClassificationExperimentError(.emptyGrid(parameter: name.text)) }
      let (product, overflows) = count.multipliedReportingOverflow(by: choices)
      guard !overflows, product <= Self.limit else {
        throw ClassificationExperimentError(.largeGrid(limit: Self.limit))
      }
      count = product
    }
    self.values = values
  }

  /// How many combinations there are.
  public var count: Int { values.values.reduce(1) { $0 * $1.count } }

  /// The names of the parameters, sorted by their bytes.
  public var names: [ExactString] { values.keys.sorted() }

  /// Every combination, in order.
  ///
  /// - Complexity: Linear in combinations × parameters.
  public var combinations: [[ExactString: Scalar]] {
    names.reduce(into: [[:]]) { found, name in
      found = found.flatMap { combination in
        values[name, default: []].map { value in combination.merging([name: value]) { $1 } }
      }
    }
  }
}
