/// How the effects of parameters are found.
public struct ParameterEffectOptions: Hashable, Sendable {
  /// How many permutations are drawn where there are too many to try them all.
  public var draws: Int
  /// Up to so many distinct permutations are all tried, and the p-value is exact.
  public var exactLimit: Int
  /// What the random numbers depend on; the same seed gives the same p-values on every machine.
  public var seed: UInt64
  /// A number with at most so many distinct values is taken as groups, like words.
  public var groupLimit: Int
  /// So many parameters are looked at, in the order given; see ``ParameterEffects/leftOut``.
  public var parameterLimit: Int
  /// About how many steps all draws together may take; of more, fewer permutations are drawn, but 999 at least.
  public var workLimit: Int

  /// Fewer trials than this say nothing about a parameter.
  public static let fewestTrials = 5

  /// Options; by default 9,999 draws.
  ///
  /// - Precondition: At least 99 draws.
  public init(
    draws: Int = 9_999, exactLimit: Int = 10_000, seed: UInt64 = ChanceOptions.defaultSeed,
    groupLimit: Int = 5, parameterLimit: Int = 40, workLimit: Int = 100_000_000
  ) {
    precondition(draws >= 99, "fewer than 99 permutations give no p-value worth its name")
    self.draws = draws
    self.exactLimit = exactLimit
    self.seed = seed
    self.groupLimit = groupLimit
    self.parameterLimit = parameterLimit
    self.workLimit = workLimit
  }
}
