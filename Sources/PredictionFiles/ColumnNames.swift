import Diagnostics
import FileFormats

/// The names by which columns are known.
enum ColumnNames {
  /// The true label, the first of these that a file has.
  static let truth = ["y_true", "target", "label", "actual"]
  /// The predicted label, the first of these that a file has.
  static let predicted = ["y_pred", "prediction", "predicted"]
  /// The weight of a row.
  static let weight = "sample_weight"
  /// In JSON lines, the object of probabilities; in NPZ files, their array.
  static let probabilities = "y_proba"
  /// In NPZ files, the names of the labels in the order of the columns.
  static let labels = "labels"
  /// What one column of probabilities of the positive label may be called.
  static let scores = [probabilities, "y_score"]
  /// The same where nothing else says what is predicted: with a predicted label beside it, such a name may as well
  /// mean how sure the prediction is.
  static let looseScores = scores + ["proba", "probability", "score"]

  /// What stands before the label in the name of a column of probabilities.
  static let probabilityPrefix = "proba_"
  /// What stands before the label where a column says whether the label is true.
  static let truthPrefix = "true_"
  /// What stands before the label where a column says whether the label is predicted.
  static let predictedPrefix = "pred_"
  /// Other spellings of ``probabilityPrefix``, which count only where all their values can be probabilities.
  static let otherProbabilityPrefixes = ["prob_", "p_"]

  /// Every role that the options can map a column to, without those that begin with a prefix.
  static let roles =
    ["id", "y_true", "y_pred", weight, "group", "fold", "text", "image", probabilities, labels]

  /// The label behind a prefix; none if the name does not begin with it or nothing follows.
  static func label(in name: String, behind prefix: String) -> ExactString? {
    guard name.utf8.starts(with: prefix.utf8), name.utf8.count > prefix.utf8.count else { return nil }
    return ExactString(String(decoding: name.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
  }

  /// Refuses a role in the options that is none.
  static func check(_ options: PredictionFileOptions, at place: SourcePlace) throws(PredictionFileError) {
    for role in options.columns.keys.sorted(by: { ExactString($0) < ExactString($1) })
    where !isRole(role) {
      let suggestion = NearestName.suggestion(for: role, among: roles)
      throw PredictionFileError(
        .unknownColumnRole, at: place, found: "the column role \(VisibleText.quoting(role))",
        expected: suggestion.map { "“\($0)”" } ?? list(roles) + " or “proba_…”")
    }
  }

  /// Names in quotes, the last joined with “and”; after twenty, how many more there are.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { VisibleText.quoting($0) }
    if names.count > shown.count {
      return shown.joined(separator: ", ") + " and \(names.count - shown.count) more"
    }
    guard shown.count > 1, let last = shown.last else { return shown.first ?? "none" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  private static func isRole(_ role: String) -> Bool {
    roles.contains { ExactString($0) == ExactString(role) }
      || [probabilityPrefix, truthPrefix, predictedPrefix].contains { label(in: role, behind: $0) != nil }
  }
}
