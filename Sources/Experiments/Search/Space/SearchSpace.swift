public import Diagnostics
public import RunModel

/// The hyperparameters of a search and where their values come from, in their declared order.
///
/// ```swift
/// let space = SearchSpace([
///   ("kernel", .choice(values: ["rbf", "poly"], weights: nil)), ("degree", .integer(low: 1, high: 3, isLogarithmic: false)),
/// ])
/// space.gridCount                // 6
/// space.gridPoint(4)             // kernel poly, degree 2: the last parameter changes fastest
/// space.sample(seed: 1, trial: 0)
/// ```
public struct SearchSpace: Hashable, Sendable {
  /// A hyperparameter.
  public struct Parameter: Hashable, Sendable {
    /// What it is called.
    public var name: ExactString
    /// Where its values come from.
    public var distribution: Distribution
  }

  /// The most points of a grid.
  public static let gridLimit = 1_000_000

  /// The hyperparameters, in their declared order; names are unique.
  public private(set) var parameters: [Parameter] = []

  /// A space of these parameters; of two with one name the last counts.
  ///
  /// - Precondition: No distribution has a ``Distribution/problem``.
  public init(_ parameters: [(name: ExactString, distribution: Distribution)] = []) {
    for (name, distribution) in parameters {
      precondition(distribution.problem == nil, "the bounds of a distribution are checked before it is used")
      if let position = self.parameters.firstIndex(where: { $0.name == name }) {
        self.parameters[position].distribution = distribution
      } else {
        self.parameters.append(Parameter(name: name, distribution: distribution))
      }
    }
  }

  /// A random point: the value of each parameter depends on the seed, the number of the trial and the parameter's name.
  ///
  /// - Parameters:
  ///   - seed: The seed of the search.
  ///   - trial: The number of the trial, from 0.
  /// - Returns: Name → value.
  public func sample(seed: UInt64, trial: Int) -> [ExactString: Scalar] {
    var point: [ExactString: Scalar] = [:]
    for parameter in parameters {
      var chance = TrialChance(seed: seed, trial: trial, name: parameter.name)
      point[parameter.name] = parameter.distribution.draw(by: &chance)
    }
    return point
  }

  /// How many points the grid has; nil if a parameter has no values that can be gone through, or there are more than
  /// ``gridLimit``.
  ///
  /// The empty space has one point.
  public var gridCount: Int? {
    var count = 1
    for parameter in parameters {
      guard let values = parameter.distribution.gridValues else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: values.count)
      guard !overflow, product <= Self.gridLimit else { return nil }
      count = product
    }
    return count
  }

  /// The point of the grid at a position from 0, the last declared parameter changing fastest; nil beyond the grid.
  public func gridPoint(_ position: Int) -> [ExactString: Scalar]? {
    guard let count = gridCount, position >= 0, position < count else { return nil }
    var point: [ExactString: Scalar] = [:]
    var rest = position
    for parameter in parameters.reversed() {
      guard let values = parameter.distribution.gridValues, !values.isEmpty else { return nil }
      point[parameter.name] = values[rest % values.count]
      rest /= values.count
    }
    return point
  }
}
