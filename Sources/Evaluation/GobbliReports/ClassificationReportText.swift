import Diagnostics

/// The table that scikit-learn's `classification_report` prints, with two decimals.
///
/// A row for each label: precision, recall, F1, support; then averages. Undefined numbers are 0, as there. Where each
/// row has one label, the micro averages are all accuracy, printed once as such, unless some label occurs neither as
/// truth nor as prediction; scikit-learn 1.2, on which gobbli 0.2.4 was run, then prints a line of micro averages.
struct ClassificationReportText {
  let statistics: ClassificationStatistics

  private static let lastHeading = "weighted avg"

  /// The lines, each ended by a line feed.
  var text: String {
    let labels = statistics.schema.labels.map { VisibleText.escaping($0.text) }
    let width = max(Self.lastHeading.count, labels.map(\.unicodeScalars.count).max() ?? 0)
    var text = Self.padded("", width) + " "
    text += ["precision", "recall", "f1-score", "support"].map { " " + Self.padded($0, 9) }.joined() + "\n\n"
    for (label, counts) in zip(labels, statistics.labelCounts) {
      let rates = [LabelMeasure.precision, .recall, .f1].map { $0.rate(counts) ?? 0 }
      text += line(label, rates, support: counts.support, width: width)
    }
    text += "\n"
    let support = statistics.labelCounts.reduce(0) { $0 + $1.support }
    for (heading, averages) in averages {
      text += line(heading, averages, support: support, width: width)
    }
    return text
  }

  /// The lines below the labels: heading, then precision, recall and F1, of which absent ones stay blank.
  private var averages: [(heading: String, [Double?])] {
    let isMultilabel = statistics.schema.task == .multilabel
    let occurs = statistics.labelCounts.allSatisfy { $0.support > 0 || $0.predicted > 0 }
    let micro = rates(\.micro)
    var lines: [(String, [Double?])] = [
      isMultilabel || !occurs ? ("micro avg", micro) : ("accuracy", [nil, nil, micro[2]]),
      ("macro avg", rates(\.macro)),
      (Self.lastHeading, rates(\.weighted)),
    ]
    if isMultilabel { lines.append(("samples avg", rates(\.perSample))) }
    return lines
  }

  private func rates(_ average: (LabelMeasure) -> ClassificationMetric) -> [Double?] {
    [LabelMeasure.precision, .recall, .f1].map { average($0).value(for: statistics).number ?? 0 }
  }

  private func line(_ heading: String, _ rates: [Double?], support: Double, width: Int) -> String {
    let cells = rates.map { $0.map(PythonNumber.twoDecimals) ?? "" }
    let count = statistics.schema.hasWeights ? PythonNumber.repr(support) : "\(Int(support))"
    return Self.padded(heading, width) + " "
      + (cells + [count]).map { " " + Self.padded($0, 9) }.joined() + "\n"
  }

  /// `text` flush right among `width` Unicode scalars, as Python counts.
  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
  }
}
