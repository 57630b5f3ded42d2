public import RunModel

/// Which way a search's metric gets better.
public enum SearchDirection: String, Hashable, Sendable, CaseIterable {
  /// More is better.
  case maximize
  /// Less is better.
  case minimize

  /// The same in the words of metrics.
  public var metricDirection: MetricDirection {
    self == .maximize ? .higherIsBetter : .lowerIsBetter
  }
}
