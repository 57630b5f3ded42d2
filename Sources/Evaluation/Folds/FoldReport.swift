/// What predictions say fold by fold.
///
/// ```swift
/// let folds = predictions.foldReport()
/// folds?.folds.map(\.rows)             // [60, 60, 60, 59, 59]
/// folds?["accuracy"]?.spread?.mean     // 0.93
/// ```
public struct FoldReport: Hashable, Sendable {
  /// The folds: numerically by their names if all are numbers, else by the bytes of these.
  public let folds: [Fold]
  /// How each metric spreads over them, in the order of the registry.
  public let spreads: [FoldSpread]
  /// Why there are no folds although there is a column of them, as a clause without full stop.
  public let reason: String?

  /// The spread of the metric with this name, or nil if it was not computed.
  public subscript(name: String) -> FoldSpread? {
    spreads.first { $0.name == name }
  }

  init(reason: String) {
    folds = []
    spreads = []
    self.reason = reason
  }

  init(_ folds: [Fold]) {
    self.folds = folds
    reason = nil
    spreads = (folds.first?.metrics ?? []).indices.map { index in
      var values: [Double] = []
      var gaps: [FoldSpread.Gap] = []
      for fold in folds {
        switch fold.metrics[index].value {
        case .value(let value) where value.isFinite: values.append(value)
        case .value: gaps.append(FoldSpread.Gap(fold: fold.name, reason: "it is infinite"))
        case .undefined(let reason): gaps.append(FoldSpread.Gap(fold: fold.name, reason: reason))
        }
      }
      return FoldSpread(name: folds[0].metrics[index].name, spread: Spread(values), gaps: gaps)
    }
  }
}
