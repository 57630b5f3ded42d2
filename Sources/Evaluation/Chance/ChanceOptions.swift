/// Whether and how 95 % intervals are found.
///
/// ```swift
/// predictions.evaluate(EvaluationOptions(chance: .off)).intervals  // [:]
/// ```
public struct ChanceOptions: Hashable, Sendable {
  /// Whether intervals are found at all.
  public var isOn: Bool
  /// How many resamples a bootstrap draws.
  ///
  /// Functions of counts take the delta method where this is 0.
  public var resamples: Int
  /// What the random numbers of a bootstrap depend on; the same seed gives the same bits.
  public var seed: UInt64

  /// The seed of whoever has no reason for another.
  public static let defaultSeed: UInt64 = 20_250_117

  /// Options; by default intervals from 2,000 resamples.
  ///
  /// - Precondition: `resamples` is 0, or at least 100.
  public init(isOn: Bool = true, resamples: Int = 2_000, seed: UInt64 = defaultSeed) {
    precondition(resamples == 0 || resamples >= 100, "fewer than 100 resamples have no 2.5th percentile")
    self.isOn = isOn
    self.resamples = resamples
    self.seed = seed
  }

  /// No intervals, which saves their time.
  public static let off = ChanceOptions(isOn: false)
}
