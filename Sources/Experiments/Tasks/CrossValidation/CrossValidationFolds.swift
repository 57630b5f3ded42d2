public import Diagnostics
import RunModel

/// Into which parts a cross-validation cuts the training data.
public enum CrossValidationFolds: Hashable, Sendable {
  /// Folds with nearly equal shares of each label, without shuffling those of scikit-learn's `StratifiedKFold`.
  case stratified(count: Int = 3, shuffle: Bool = false)
  /// Folds of one's own: the id of each example → its fold. Examples without a fold take no part.
  case custom([ExactString: ExactString])
}

extension CrossValidationFolds {
  /// The most folds that there may be.
  static let limit = 1000

  /// One split: examples that are trained on, and examples that are predicted.
  struct Split: Hashable, Sendable {
    /// Its number, from 0.
    var number: Int
    /// What the fold is called: the number, or its own name.
    var fold: ExactString
    /// The examples that are trained on, ascending.
    var train: [Int]
    /// The examples that are predicted, ascending.
    var validation: [Int]
  }

  /// The splits of a dataset, in the order of the folds: of custom ones by number if all are numbers, else by their bytes.
  ///
  /// - Parameters:
  ///   - dataset: The training data.
  ///   - seed: Where the chance of shuffling comes from.
  /// - Returns: The splits.
  /// - Throws: ``TaskError`` for fewer than two folds, ids that are not in the dataset, and stratified folds of examples of
  ///   several labels.
  func splits(of dataset: ClassificationDataset, seed: UInt64) throws(TaskError) -> [Split] {
    var folds: [ExactString?]
    switch self {
    case .stratified(let count, let shuffle):
      guard case .labels(let labels) = dataset.truth else {
        throw TaskError(
          .invalidInput,
          detail: "Examples of several labels cannot be stratified. Give folds of your own, by id.")
      }
      guard count <= Self.limit else {
        throw TaskError(.invalidInput, detail: "There are \(count) folds; expected at most \(Self.limit).")
      }
      folds = try StratifiedFolds.assignment(of: labels, count: count, seed: shuffle ? seed : nil)
        .map { ExactString(String($0)) }
    case .custom(let given):
      let known = Set(dataset.ids.map { ExactString($0) })
      if let stranger = given.keys.filter({ !known.contains($0) }).min() {
        let near = NearestName.suggestion(for: stranger.text, among: dataset.ids.prefix(10_000))
        throw TaskError(
          .invalidInput,
          detail:
            "There is a fold for \(VisibleText.quoting(stranger.text)), which is no example of the data."
            + (near.map { " Did you mean \(VisibleText.quoting($0))?" } ?? ""))
      }
      folds = dataset.ids.map { given[ExactString($0)] }
    }
    let names = Self.sorted(Set(folds.compactMap(\.self)))
    guard (2...Self.limit).contains(names.count) else {
      throw TaskError(
        .invalidInput, detail: "There are \(names.count) folds; expected 2 to \(Self.limit).")
    }
    return names.enumerated().map { number, name in
      Split(
        number: number, fold: name,
        train: folds.indices.filter { folds[$0] != nil && folds[$0] != name },
        validation: folds.indices.filter { folds[$0] == name })
    }
  }

  private static func sorted(_ names: Set<ExactString>) -> [ExactString] {
    LabelOrdering.sorted(names)
  }
}
