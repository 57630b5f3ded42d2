public import Diagnostics

/// Which run: an experiment, a variant of it, a run of that.
///
/// Any of the three may contain `/`.
public struct RunID: Hashable, Sendable, Comparable {
  /// The question that is asked: `digits`.
  public var experiment: ExactString
  /// One way of answering it: `random-forest`; `main` where there is only one.
  public var variant: ExactString
  /// One try: usually its UTC time, `2026_03_02__09_10_07`.
  public var run: ExactString

  /// The variant of runs that name none.
  public static let defaultVariant: ExactString = "main"

  /// The run `run` of `variant` of `experiment`.
  public init(experiment: ExactString, variant: ExactString = RunID.defaultVariant, run: ExactString) {
    self.experiment = experiment
    self.variant = variant
    self.run = run
  }

  /// Orders by experiment, variant, run, each by its bytes.
  public static func < (left: RunID, right: RunID) -> Bool {
    (left.experiment, left.variant, left.run) < (right.experiment, right.variant, right.run)
  }
}

extension RunID: CustomStringConvertible {
  /// `experiment/variant/run`.
  public var description: String { "\(experiment)/\(variant)/\(run)" }
}
