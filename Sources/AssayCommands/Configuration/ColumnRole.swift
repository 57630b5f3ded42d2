import Diagnostics

/// What a column of a prediction file can serve as, as `columns` in `assay.yaml` names it.
enum ColumnRole {
  /// The roles with one name.
  static let names = ["id", "y_true", "y_pred", "y_proba", "sample_weight", "group", "fold", "text", "image"]
  /// The beginnings of the roles that end in a label.
  static let prefixes = ["proba_", "true_", "pred_"]

  /// Whether there is such a role.
  static func exists(_ role: String) -> Bool {
    names.contains { $0.utf8.elementsEqual(role.utf8) }
      || prefixes.contains { role.utf8.starts(with: $0.utf8) && role.utf8.count > $0.utf8.count }
  }
}
