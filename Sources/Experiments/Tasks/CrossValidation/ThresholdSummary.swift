public import Evaluation

/// What thresholds are worth over all splits of a cross-validation.
public struct ThresholdSummary: Hashable, Sendable {
  /// One threshold.
  public struct Row: Hashable, Sendable {
    /// The threshold.
    public var threshold: Double
    /// The spread of each value over the splits, in the order of ``ThresholdSummary/columns``.
    public var spreads: [Spread]
  }

  /// A threshold that is left out, and why.
  public struct Gap: Hashable, Sendable {
    /// The threshold.
    public var threshold: Double
    /// The number of the first split in which a value is undefined.
    public var split: Int
    /// Which value, and why, as a clause.
    public var reason: String
  }

  /// The names of the values: `validation_precision`, and with predictions of the training data `train_precision`.
  public let columns: [String]
  /// The thresholds at which every value is defined in every split, ascending.
  public let rows: [Row]
  /// The others, ascending.
  public let gaps: [Gap]

  /// The summary of splits.
  ///
  /// A threshold counts only if each value is defined in each split, as skrobot has it: a mean over some of the splits could
  /// not be compared with one over all.
  ///
  /// - Parameters:
  ///   - parts: `[name, [split][threshold]]`: `validation` and perhaps `train`, with the metrics of every split, all at the
  ///     same thresholds.
  ///   - beta: The β of the F-measure.
  init(_ parts: [(name: String, splits: [[ThresholdMetrics]])], beta: Double) {
    let names = ThresholdMetrics.names(beta: beta)
    columns = parts.flatMap { part in names.map { "\(part.name)_\($0)" } }
    let thresholds = parts.first?.splits.first?.map(\.threshold) ?? []
    var rows: [Row] = []
    var gaps: [Gap] = []
    for place in thresholds.indices.sorted(by: { thresholds[$0] < thresholds[$1] }) {
      var gap: Gap?
      var spreads: [Spread] = []
      for part in parts {
        let values = part.splits.map { $0[place].values }
        for (column, name) in names.enumerated() {
          if let split = values.firstIndex(where: { $0[column].number == nil }) {
            gap =
              gap
              ?? Gap(
                threshold: thresholds[place], split: split,
                reason: "\(part.name)_\(name) is undefined: \(values[split][column].reason ?? "")")
          } else if let spread = Spread(values.compactMap { $0[column].number }) {
            spreads.append(spread)
          }
        }
      }
      if let gap {
        gaps.append(gap)
      } else {
        rows.append(Row(threshold: thresholds[place], spreads: spreads))
      }
    }
    self.rows = rows
    self.gaps = gaps
  }

  /// The spread of a value at a threshold that was evaluated; nil for a name or a threshold that is not there.
  public func spread(of name: String, at threshold: Double) -> Spread? {
    guard let column = columns.firstIndex(of: name) else { return nil }
    return rows.first { $0.threshold == threshold }?.spreads[column]
  }
}
