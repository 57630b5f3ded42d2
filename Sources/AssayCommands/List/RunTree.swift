import Diagnostics
import Markup
import RunModel
import RunRegistry

/// A registry's runs as text for a terminal: experiments, below them variants, below them a line for each run.
///
/// ```
/// digits
///   forest
///     2026_03_02__09_10_07  completed  accuracy 0.97, f1_macro 0.96
/// ```
struct RunTree {
  private let listing: RunListing

  /// How many of a run's metrics are shown.
  private static let metricLimit = 4

  /// The runs of `listing`, in its order.
  init(_ listing: RunListing) {
    self.listing = listing
  }

  /// The lines, each with a final line break; names are shown with control characters made visible.
  var text: String {
    if listing.experiments.isEmpty { return "no runs\n" }
    var lines: [String] = []
    for experiment in listing.experiments {
      lines.append(VisibleText.escaping(experiment.id.text))
      if experiment.variants.isEmpty { lines.append("  no runs that can be read") }
      for variant in experiment.variants {
        lines.append("  " + VisibleText.escaping(variant.id.text))
        lines += Self.lines(of: variant.runs).map { "    " + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of runs: [Run]) -> [String] {
    let ids = runs.map { VisibleText.escaping($0.id.run.text) }
    let idWidth = ids.map(\.unicodeScalars.count).max() ?? 0
    let statusWidth = runs.map(\.status.rawValue.count).max() ?? 0
    return zip(runs, ids).map { run, id in
      let status = run.status.rawValue
      let metrics = metrics(of: run)
      let statusCell = metrics.isEmpty ? status : padded(status, to: statusWidth) + "  " + metrics
      return padded(id, to: idWidth) + "  " + statusCell
    }
  }

  private static func metrics(of run: Run) -> String {
    let names = run.metricNames
    let shown = names.prefix(metricLimit).map { name in
      VisibleText.escaping("\(name) \(run.metrics[name].map(value) ?? "")")
    }
    let rest = names.count - shown.count
    return (shown + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
  }

  /// A value as it was logged, or with four significant digits if it has many.
  private static func value(_ scalar: Scalar) -> String {
    if scalar.text.utf8.count <= 7 { return scalar.text }
    if let number = scalar.number, number.isFinite { return NumberText.significant(number, digits: 4) }
    return String(scalar.text.unicodeScalars.prefix(20)) + (scalar.text.unicodeScalars.count > 20 ? "…" : "")
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}
