public import Diagnostics

/// What population-based training is told beside its metric, its seed and its distributions.
public struct PopulationSettings: Hashable, Sendable {
  /// How many members the population has; nil for as many as somebody added before the first went on.
  public var size: Int?
  /// Which part of the ranking is the best and which the worst, above 0 and at most a half: a member among the worst is
  /// replaced by one of the best.
  public var truncate: Double
  /// How values are changed, by the names of hyperparameters; others are kept.
  public var explore: [ExactString: Exploration]
  /// How many generations there are, the first included; nil for no end.
  public var maxGenerations: Int?
  /// Whether a generation begins when the one before has ended as a whole.
  public var isSynchronous: Bool

  /// Settings.
  public init(
    size: Int? = nil, truncate: Double = 0.2, explore: [ExactString: Exploration] = [:],
    maxGenerations: Int? = nil, isSynchronous: Bool = true
  ) {
    self.size = size
    self.truncate = truncate
    self.explore = explore
    self.maxGenerations = maxGenerations
    self.isSynchronous = isSynchronous
  }

  /// The most members.
  public static let sizeLimit = 10_000
  /// The most generations.
  public static let generationLimit = 1_000_000

  /// How many of `count` ranked members are the best, and how many the worst: ⌈truncate · count⌉, and at most half of
  /// them, so that nobody is both.
  func quantile(of count: Int) -> Int {
    // A product that is whole but for rounding is whole.
    let share = Int((truncate * Double(count) - 1e-9).rounded(.up))
    return min(max(share, 0), count / 2)
  }
}
