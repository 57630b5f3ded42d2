package import Diagnostics
package import Evaluation
import Markup
package import RunModel

/// A metric that a run logged and that Assay computes as well, side by side.
package struct LoggedMetricCheck: Hashable, Sendable {
  /// The name under which the run logged it.
  package var loggedName: ExactString
  /// The name under which Assay computes it.
  package var name: String
  /// The value as it was logged.
  package var logged: Scalar
  /// The value that the predictions give.
  package var recomputed: Double
  /// Whether both agree to the digits that were logged.
  package var agrees: Bool

  /// Compares every metric of a run that Assay recomputes, in natural order of the logged names.
  ///
  /// Names match when they consist of the same words in any order: `macro F1` is `f1_macro`, `Accuracy-Score` is
  /// `accuracy`. Two values agree when they differ by at most half a unit of the last digit that was logged, and at
  /// least by the rounding of a sum of doubles (1e-9 relative). A whole number is taken at its word: a logged `1` does
  /// not agree with 0.6.
  ///
  /// A metric that has a sibling for validation, as `accuracy` has in `val_accuracy`, is one of training, as Keras names
  /// them: the predictions say nothing about it.
  package static func checks(of run: Run, against evaluation: ClassificationEvaluation) -> [LoggedMetricCheck]
  {
    let metrics = Dictionary(
      evaluation.metrics.map { (words(of: $0.name), $0) }, uniquingKeysWith: { first, _ in first })
    return run.metricNames.compactMap { key in
      guard !isOfTraining(key, in: run), let scalar = run.metrics[key], let logged = scalar.number,
        logged.isFinite,
        let metric = metrics[words(of: key.text)], let value = metric.value.number,
        value.isFinite
      else { return nil }
      let allowed = max(halfUnitOfLastDigit(scalar.text), 1e-9 * abs(value))
      return LoggedMetricCheck(
        loggedName: key, name: metric.name, logged: scalar, recomputed: value,
        agrees: abs(logged - value) <= allowed)
    }
  }

  /// Whether a name is that of a training metric because the same with `val_` is there too.
  private static func isOfTraining(_ name: ExactString, in run: Run) -> Bool {
    run.metrics[ExactString("val_" + name.text)] != nil
  }

  /// Half of what one step of the last written digit is worth: 0.0005 for `0.970`, 5e-9 for `1.2e-7`, 0 for a whole
  /// number such as `1`.
  static func halfUnitOfLastDigit(_ text: String) -> Double {
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first, text.utf8.count <= 4096 else { return 0 }
    let fraction = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
    let decimals = fraction.first?.count(where: \.isASCIIDigit) ?? 0
    guard decimals > 0 || parts.count > 1 else { return 0 }
    let exponent = parts.count > 1 ? Int(parts[1].filter { !$0.isWhitespace }) ?? 0 : 0
    // Beyond these limits a double is 0 or infinite anyway, and the difference cannot overflow.
    return 0.5 * (Double("1e\(max(-5000, min(5000, exponent)) - decimals)") ?? 0)
  }

  /// The words of a name, without order: in lower case, aliases resolved, and without `score`, which says nothing.
  private static func words(of name: String) -> Set<String> {
    let separators: Set<Character> = [" ", "-", "/", ".", "_"]
    let words = name.prefix(200).lowercased().split { separators.contains($0) }.flatMap { word in
      aliases[String(word)] ?? [String(word)]
    }
    return Set(words).subtracting(["score"])
  }

  /// Words that loggers write for the field's standard ones.
  private static let aliases = [
    "acc": ["accuracy"], "brier": ["brier", "loss"], "kappa": ["cohen", "kappa"], "logloss": ["log", "loss"],
    "mcc": ["matthews", "corrcoef"],
  ]
}

extension LoggedMetricCheck {
  /// The logged and the recomputed value with just as many decimals as tell them apart, three at least.
  package var texts: (logged: String, recomputed: String) {
    let logged = logged.number ?? .nan
    for decimals in NumberText.decimals(score: recomputed)..<15 {
      let texts = (
        NumberText.fixed(logged, decimals: decimals), NumberText.fixed(recomputed, decimals: decimals)
      )
      if texts.0 != texts.1 { return texts }
    }
    return (self.logged.text, "\(recomputed)")
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
