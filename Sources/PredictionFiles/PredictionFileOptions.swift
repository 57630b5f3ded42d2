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
  /// Whether long ids and texts of comma- or tab-separated files may stay in the file, which then stays open as long as the
  /// predictions are held, and is read again where they are asked for.
  ///
  /// That saves memory. Whoever holds the predictions of many files should not ask for it: a process may have only so many
  /// files open.
  public var leavesTextsInFile: Bool

  /// Options; by default the file speaks for itself, and is read once.
  public init(positive: String? = nil, columns: [String: String] = [:], leavesTextsInFile: Bool = false) {
    self.positive = positive
    self.columns = columns
    self.leavesTextsInFile = leavesTextsInFile
  }
}
