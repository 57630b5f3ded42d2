import Diagnostics

extension ClassificationEvaluation {
  /// The text that gobbli 0.2.4 calls its errors report: for each label the worst false positives and negatives.
  ///
  /// Two faults of gobbli's are not repeated: it heads the part of a label with `LABEL` where each row has one class
  /// and with `CLASS` where a row may have several labels, and it leaves out the line feed after a predicted
  /// probability. Beyond that, a row without text shows its id, and invisible characters are escaped.
  ///
  /// At most `limit` false positives and as many false negatives of each label are shown. gobbli's own rule for what
  /// counts as predicted is `threshold`.
  public func errorsReport(limit: Int = 10, rule: ErrorRule = .argmax) -> String {
    let heading = schema.task == .multilabel ? "LABEL" : "CLASS"
    return errors(limit: limit, rule: rule).reduce(into: "Errors Report\n------------\n\n") { text, errors in
      text += " -------\n| \(heading): \(VisibleText.escaping(errors.label.text))\n -------\n\n"
      text += "False Positives\n***************\n\n\(entries(errors.falsePositives, isTrue: false))\n\n"
      text += "False Negatives\n***************\n\n\(entries(errors.falseNegatives, isTrue: true))\n\n"
    }
  }

  private func entries(_ examples: [ErrorExample], isTrue: Bool) -> String {
    guard !examples.isEmpty else { return "None" }
    return examples.map { entry($0, isTrue: isTrue) }.joined(separator: "\n")
  }

  private func entry(_ example: ErrorExample, isTrue: Bool) -> String {
    var lines: [String] = []
    if schema.task == .multilabel {
      lines.append("Correct Value: \(isTrue ? "True" : "False")")
      if let probability = example.probability {
        lines.append("Predicted Probability: \(PythonNumber.repr(probability))")
      }
    } else {
      let probability = example.predictedProbability.map { " (Probability: \(PythonNumber.repr($0)))" } ?? ""
      lines.append("True Class: \(names(example.truth))")
      lines.append("Predicted Class: \(names(example.predicted))\(probability)")
    }
    lines.append(example.text.map { "Text: \(Self.oneLine($0))" } ?? "Id: \(Self.oneLine(example.id))")
    return lines.joined(separator: "\n") + "\n"
  }

  private func names(_ labels: [ExactString]) -> String {
    labels.map { VisibleText.escaping($0.text) }.joined(separator: ", ")
  }

  /// The text with blanks for line feeds, without white space at the ends, cut to 500 Unicode scalars.
  private static func oneLine(_ text: String) -> String {
    var scalars = text.unicodeScalars.map { $0 == "\n" ? " " : $0 }[...]
    while scalars.first.map(isBlank) ?? false { scalars.removeFirst() }
    while scalars.last.map(isBlank) ?? false { scalars.removeLast() }
    var line = ""
    line.unicodeScalars.append(contentsOf: scalars.prefix(500))
    return VisibleText.escaping(line) + (scalars.count > 500 ? "..." : "")
  }

  /// What Python's `str.strip` takes away.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}
