import Evaluation

/// What JSON and CSV say of a threshold, in their order.
enum ThresholdColumns {
  /// The rates; absent where they are undefined.
  ///
  /// `sensitivity`, `true_positive_rate` and `recall` are one number: scripts ask for it by any of these names.
  static let rates: [(name: String, value: @Sendable (ThresholdCounts) -> Double?)] = [
    ("sensitivity", { $0.value(.recall).number }), ("specificity", { $0.value(.specificity).number }),
    ("accuracy", { $0.accuracy.number }), ("true_positive_rate", { $0.value(.recall).number }),
    ("false_positive_rate", { $0.value(.falsePositiveRate).number }),
    ("geometric_mean", { $0.value(.geometricMean).number }), ("precision", { $0.value(.precision).number }),
    ("recall", { $0.value(.recall).number }), ("f1", { $0.value(.f1).number }),
  ]

  /// The rows that are rightly and wrongly taken for positive, and rightly and wrongly not.
  static let counts: [(name: String, value: @Sendable (ThresholdCounts) -> Double)] = [
    ("tp", { $0.counts.truePositives }), ("fp", { $0.counts.falsePositives }),
    ("tn", { $0.counts.trueNegatives }), ("fn", { $0.counts.falseNegatives }),
  ]
}
