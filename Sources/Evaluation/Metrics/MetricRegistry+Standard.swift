extension MetricRegistry {
  /// Assay's own metrics.
  public static let standard = MetricRegistry([.accuracy])
}
