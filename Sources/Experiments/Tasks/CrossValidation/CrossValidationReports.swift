import Diagnostics
import Evaluation
import Markup

/// Reports of one part of a cross-validation as text, in skrobot's layout; figures are rounded, not cut.
struct CrossValidationReports {
  /// The part.
  let part: CrossValidationPart
  /// What part it is: `CV split 0 validation data`.
  let title: String
  /// The threshold; nil where the most probable label counts.
  let threshold: Double?
  /// The β of the F-measure.
  let beta: Double

  private var suffix: String { threshold.map { " (Threshold = \($0))" } ?? "" }

  /// Precision, recall, F-measure and support of every label, then their means weighted by support.
  ///
  /// ```
  /// Classification report for test data (Threshold = 0.5)
  ///
  ///              precision  recall     f1  support
  /// 0                0.733   0.917  0.815       12
  /// 1                0.933   0.778  0.848       18
  /// avg / total      0.853   0.833  0.835       30
  /// ```
  ///
  /// Without newline at the end. What is undefined counts as 0, as in scikit-learn.
  var classificationReport: String {
    let predicted = part.predicted(threshold: threshold)
    var lines: [(name: String, cells: [String])] = []
    var sums = [0.0, 0.0, 0.0]
    var total = 0
    for label in part.labels {
      var counts = LabelCounts()
      for row in part.dataset.ids.indices {
        switch (part.dataset.labels(ofRow: row).contains(label), predicted[row].contains(label)) {
        case (true, true): counts.truePositives += 1
        case (false, true): counts.falsePositives += 1
        case (true, false): counts.falseNegatives += 1
        case (false, false): counts.trueNegatives += 1
        }
      }
      let values = [counts.value(.precision), counts.value(.recall), counts.value(.fBeta(beta))]
      for (place, value) in values.enumerated() { sums[place] += value * counts.support }
      total += Int(counts.support)
      lines.append((label.text, values.map(Self.figure) + ["\(Int(counts.support))"]))
    }
    let means = sums.map { total == 0 ? 0 : $0 / Double(total) }
    lines.append(("avg / total", means.map(Self.figure) + ["\(total)"]))
    let header = ["precision", "recall", "f" + ThresholdMetrics.text(beta), "support"]
    let names = lines.map { VisibleText.escaping($0.name) }
    let nameWidth = names.map(\.count).max() ?? 0
    let widths = header.indices.map { column in
      max(header[column].count, lines.map { $0.cells[column].count }.max() ?? 0)
    }
    func line(_ name: String, _ cells: [String]) -> String {
      name + String(repeating: " ", count: nameWidth - name.count)
        + zip(cells, widths).map { String(repeating: " ", count: 2 + $1 - $0.count) + $0 }.joined()
    }
    let table = [line("", header)] + zip(names, lines).map { line($0, $1.cells) }
    return "Classification report for \(title)\(suffix)\n\n" + table.joined(separator: "\n")
  }

  /// The ids of rows that are wrongly taken for the positive label, in their order; nil if there are none.
  var falsePositivesReport: String? {
    list("False positives") { isPositive, isPredicted in !isPositive && isPredicted }
  }

  /// The ids of rows of the positive label that are not taken for it, in their order; nil if there are none.
  var falseNegativesReport: String? {
    list("False negatives") { isPositive, isPredicted in isPositive && !isPredicted }
  }

  private func list(_ kind: String, where isWrong: (Bool, Bool) -> Bool) -> String? {
    guard let positive = part.positive else { return nil }
    let predicted = part.predicted(threshold: threshold)
    let ids = part.dataset.ids.indices.filter { row in
      isWrong(part.dataset.labels(ofRow: row).contains(positive), predicted[row].contains(positive))
    }.map { VisibleText.escaping(part.dataset.ids[$0]) }
    guard !ids.isEmpty else { return nil }
    return "\(kind) report for \(title)\(suffix)\n\n" + ids.joined(separator: "\n")
  }

  /// A number from 0 to 1 with three places.
  private static func figure(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
}

extension LabelCounts {
  /// A rate of these counts; 0 where it is undefined.
  fileprivate func value(_ rate: LabelRate) -> Double { rate.value(self).number ?? 0 }
}
