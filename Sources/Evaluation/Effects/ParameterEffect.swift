public import Diagnostics

/// Whether scores differ with what a parameter was set to, how much, and how sure that is.
public struct ParameterEffect: Hashable, Sendable {
  /// What is looked for.
  public enum Kind: String, Hashable, Sendable {
    /// Scores that differ between values, in whatever way: by H of Kruskal and Wallis.
    case groups
    /// Scores that rise or fall with a number: by Spearman's ρ.
    case trend
  }

  /// What was found.
  public struct Estimate: Hashable, Sendable {
    /// H of Kruskal and Wallis, corrected for ties, for ``Kind/groups``; Spearman's ρ for ``Kind/trend``.
    public let statistic: Double
    /// How large the effect is: for groups ε² = H / (n − 1), the share of the ranks' variance that lies between
    /// values, 0...1; for a trend ρ, −1...1.
    ///
    /// Without any effect ε² is (k − 1) / (n − 1) on average over k values, not 0; see ``chanceSize``.
    public let size: Double
    /// How large ``size`` is on average by chance alone: (k − 1) / (n − 1) for groups, 0 for a trend.
    public let chanceSize: Double
    /// How often interchanging the settings at random gives an effect as large, 0 to 1.
    public let pValue: Double
    /// The p-value corrected by Holm for the number of parameters that were tested.
    public internal(set) var adjustedPValue: Double
    /// The least p-value that any outcome of so few trials could have had.
    public let leastPValue: Double
    /// How many arrangements of the settings the p-value rests on.
    public let arrangementCount: Int
    /// Whether these are all that there are.
    public let isExact: Bool
    /// Whether settings were interchanged only between trials that are alike in all other parameters.
    public let isWithinBlocks: Bool
  }

  /// What the numbers allow to say.
  public enum Verdict: Hashable, Sendable {
    /// The adjusted p-value is at most 0.05.
    case shown
    /// It is larger: no effect is shown, which is not to say that there is none.
    case notShown
    /// Whatever the scores, no effect could have been shown with so few trials.
    case tooFewTrials
    /// There is no test; ``ParameterEffect/reason`` says why.
    case untested
  }

  /// The parameter.
  public let parameter: ExactString
  /// What is looked for.
  public let kind: Kind
  /// How many distinct values were tried by trials with a score.
  public let valueCount: Int
  /// How many trials have the parameter and a score.
  public let trialCount: Int
  /// What was found; nil where nothing can be.
  public internal(set) var estimate: Estimate?
  /// Why nothing can be found; nil where it can.
  public let reason: String?
  /// What the numbers allow to say, at 5 %.
  public internal(set) var verdict: Verdict
}
