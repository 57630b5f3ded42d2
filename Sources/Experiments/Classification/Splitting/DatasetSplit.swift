import Diagnostics

/// Which examples of a dataset are trained on, which are for choosing, which for the final test.
///
/// ```swift
/// let split = try DatasetSplit(of: dataset, SplitFractions([0.7, 0.1, 0.2], hasTestDataset: false), seed: 1)
/// dataset[rows: split.train]
/// ```
///
/// Each example is in exactly one part. Beside a test set of its own, ``test`` is empty.
public struct DatasetSplit: Hashable, Sendable {
  /// The positions of the training part, in the order in which chance put them.
  public let train: [Int]
  /// The positions of the validation part, in the order in which chance put them.
  public let validation: [Int]
  /// The positions of the test part, in the order in which chance put them.
  public let test: [Int]

  /// Splits a dataset by chance.
  ///
  /// All positions are put in an order by ``SeededShuffle``, which depends on their number and the seed only. The first
  /// of that order are the test part, the next the validation part, the rest the training part; with `stratified`, the first
  /// of each label, in numbers proportional to how often labels occur: each part has at least one of each label, and each
  /// number is within one of its exact share, unless labels are so rare that the others have to make room for them.
  /// Where examples may have several labels, those with the same set of labels count as having one label.
  ///
  /// - Parameters:
  ///   - dataset: What to split.
  ///   - fractions: How much each part gets.
  ///   - seed: Where chance comes from.
  ///   - stratified: Whether labels have the same shares in all parts.
  /// - Throws: ``ClassificationExperimentError`` if a part would be empty; with `stratified` also if a label has fewer
  ///   examples than there are parts, or a part fewer examples than there are labels.
  public init(
    of dataset: ClassificationDataset, _ fractions: SplitFractions, seed: UInt64, stratified: Bool = false
  ) throws(ClassificationExperimentError) {
    let sizes = try fractions.sizes(of: dataset.count)
    let order = SeededShuffle.order(of: dataset.count, seed: seed)
    guard stratified else {
      test = Array(order[..<sizes.test])
      validation = Array(order[sizes.test..<sizes.test + sizes.validation])
      train = Array(order[(sizes.test + sizes.validation)...])
      return
    }
    let strata = Strata(of: dataset)
    let all = [sizes.train, sizes.validation] + (fractions.test == nil ? [] : [sizes.test])
    try strata.check(sizes: all)
    let parts = strata.parts(Array(all.reversed()), of: order)
    train = parts[all.count - 1]
    validation = parts[all.count - 2]
    test = fractions.test == nil ? [] : parts[0]
  }
}

extension Strata {
  /// Refuses labels that are too rare for parts of these sizes, and parts that are too small for all labels.
  fileprivate func check(sizes: [Int]) throws(ClassificationExperimentError) {
    if let rare = counts.indices.first(where: { counts[$0] < sizes.count }) {
      throw ClassificationExperimentError(
        .rareLabel(name: names[rare], count: counts[rare], expected: sizes.count))
    }
    if let small = sizes.first(where: { $0 < counts.count }) {
      throw ClassificationExperimentError(.smallPart(size: small, labels: counts.count))
    }
  }
}
