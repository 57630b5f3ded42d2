/// What the user says about a prediction file that the file itself cannot say.
public struct PredictionFileOptions: Hashable, Sendable {
  /// The positive label of a binary problem; without it the last label is.
  public var positive: String?
  /// Which column serves as what: role → the column's name in the file.
  ///
  /// Roles are `id`, `y_true`, `y_pred`, `sample_weight`, `group`, `fold`, `text`, `image`, `y_proba` (in JSON lines an
  /// object or a number, in NPZ files an array, in other files one column of probabilities of the positive label, and
  /// passed over there if no column has that name), in NPZ files `labels`, and `proba_<label>`, `true_<label>` and
  /// `pred_<label>`.
  public var columns: [String: String]

  /// Options; by default the file speaks for itself.
  public init(positive: String? = nil, columns: [String: String] = [:]) {
    self.positive = positive
    self.columns = columns
  }
}
