import Diagnostics
package import RunModel

/// The `model-index` of a Hugging Face model card: what a run measured, as YAML that goes between the two `---` lines of
/// a model's `README.md`.
///
/// ```yaml
/// model-index:
/// - name: "digits/forest/2026_03_02__09_10_07"
///   results:
///   - task:
///       type: "tabular-classification"
///       name: "Classification"
///     dataset:
///       type: "digits"
///       name: "digits"
///     metrics:
///     - type: "accuracy"
///       value: 0.97
///       name: "accuracy"
/// ```
/// The format is that of `huggingface_hub`'s model cards: task type, dataset type and name, metric type and value are
/// required there. Texts are double-quoted, in ASCII. Metrics that are no finite number are left
/// out, and runs without any metric too.
package struct ModelIndex {
  /// A run with the numbers that are to be shown for it: metric → value.
  package struct Entry {
    /// The run.
    var run: Run
    /// Its metrics.
    var metrics: [(name: String, value: Double)]
    /// The task in the words of Hugging Face.
    var task: String

    /// An entry of the index.
    package init(run: Run, metrics: [(name: String, value: Double)], task: String) {
      self.run = run
      self.metrics = metrics
      self.task = task
    }
  }

  private let entries: [Entry]

  /// The index of `entries`, in their order.
  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The YAML, with a final line break.
  package var yaml: String {
    var lines = ["model-index:"]
    for entry in entries {
      let metrics = entry.metrics.filter { $0.value.isFinite }
      guard !metrics.isEmpty else { continue }
      let experiment = Self.quoted(entry.run.id.experiment.text)
      lines += [
        "- name: \(Self.quoted(entry.run.id.description))",
        "  results:",
        "  - task:",
        "      type: \(Self.quoted(entry.task))",
        "      name: \"Classification\"",
        "    dataset:",
        "      type: \(experiment)",
        "      name: \(experiment)",
        "    metrics:",
      ]
      for metric in metrics {
        lines += [
          "    - type: \(Self.quoted(metric.name))",
          "      value: \(Self.number(metric.value))",
          "      name: \(Self.quoted(metric.name))",
        ]
      }
    }
    if lines.count == 1 { lines = ["model-index: []"] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text in double quotes: printable ASCII as it is, everything else by its number.
  ///
  /// YAML has `\\u` and `\\U` for characters, not JSON's pairs of surrogates.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case " "..."~": quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        quoted += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return quoted + "\""
  }

  /// A number that every YAML reader takes for one: `1e-07` is text for those of YAML 1.1, `1.0e-07` is not.
  private static func number(_ value: Double) -> String {
    let text = value.description
    guard let exponent = text.firstIndex(of: "e"), !text[..<exponent].contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
  }
}
