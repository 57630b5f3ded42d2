/// What the user says about a prediction file that the file itself cannot say.
public struct PredictionFileOptions: Hashable, Sendable {
  /// The positive label of a binary problem; without it the last label is.
  public var positive: String?
  /// Which column serves as what: role → the column's name in the file.
  ///
  /// Roles are `id`, `y_true`, `y_pred`, `sample_weight`, `group`, `fold`, `text`, `image`, in JSON lines `y_proba`,
  /// and `proba_<label>`, `true_<label>` and `pred_<label>`.
  public var columns: [String: String]

  /// Options; by default the file speaks for itself.
  public init(positive: String? = nil, columns: [String: String] = [:]) {
    self.positive = positive
    self.columns = columns
  }
}
