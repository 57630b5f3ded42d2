import ArgumentParser
import Evaluation

/// Reads the names of metrics, separated by commas.
enum MetricNames {
  /// The metrics with these names, in this order.
  ///
  /// - Throws: `ValidationError` for a name that no metric has, with the near one.
  @Sendable
  static func read(_ words: String) throws -> MetricRegistry {
    let known = MetricRegistry.standard
    let metrics = try words.split(separator: ",", omittingEmptySubsequences: false).map { word in
      let name = String(word)
      guard let metric = known[name] else {
        throw ValidationError(ChoiceArgument.unknown(name, among: known.metrics.map(\.name)))
      }
      return metric
    }
    return MetricRegistry(metrics)
  }
}
