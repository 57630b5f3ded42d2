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

  /// The logged value with at most six significant digits, for a sentence.
  package var loggedShort: String {
    logged.number.map { NumberText.significant($0, digits: 6) } ?? logged.text
  }

  /// Compares every metric of a run that Assay recomputes, in natural order of the logged names.
  ///
  /// Names match when they are equal after lower-casing, with blanks, hyphens and slashes as `_`, and in any order
  /// of their words: `macro F1` is `f1_macro`. Two values agree when they differ by at most half a unit of the last
  /// digit that was logged, and at least by the rounding of a sum of doubles (1e-9 relative).
  package static func checks(of run: Run, against evaluation: ClassificationEvaluation) -> [LoggedMetricCheck]
  {
    let names = Dictionary(
      evaluation.metrics.map { (words(of: $0.name), $0.name) }, uniquingKeysWith: { first, _ in first })
    return run.metrics.keys.sorted(by: NaturalOrder.precedes).compactMap { key in
      guard let scalar = run.metrics[key], let logged = scalar.number, logged.isFinite,
        let name = names[words(of: key.text)], case .value(let value)? = evaluation[name]
      else { return nil }
      let allowed = max(halfUnitOfLastDigit(scalar.text), 1e-9 * abs(value))
      return LoggedMetricCheck(
        loggedName: key, name: name, logged: scalar, recomputed: value, agrees: abs(logged - value) <= allowed
      )
    }
  }

  /// Half of what one step of the last written digit is worth: 0.0005 for `0.970`, 5e-9 for `1.2e-7`.
  static func halfUnitOfLastDigit(_ text: String) -> Double {
    let lower = text.lowercased()
    let parts = lower.split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first else { return 0 }
    let decimals = mantissa.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return 0.5 * Self.powerOfTen(exponent - decimals)
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    Double("1e\(max(-400, min(400, exponent)))") ?? 0
  }

  private static func words(of name: String) -> [String] {
    let separators: Set<Character> = [" ", "-", "/", ".", "_"]
    return name.lowercased().split { separators.contains($0) }.flatMap { word in
      (aliases[String(word)] ?? String(word)).split(separator: "_").map(String.init)
    }.sorted()
  }

  /// Words that loggers write for the field's standard ones.
  private static let aliases = ["acc": "accuracy", "mcc": "matthews_corrcoef", "kappa": "cohen_kappa"]
}
