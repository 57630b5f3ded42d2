/// How much of a dataset each part gets: train, validation and test, or train and validation beside a test set of its own.
///
/// ```swift
/// try SplitFractions([0.6, 0.3, 0.1], hasTestDataset: false).validationShare  // 0.3333
/// ```
public struct SplitFractions: Hashable, Sendable {
  /// The share of the training part; above 0.
  public let train: Double
  /// The share of the validation part; above 0.
  public let validation: Double
  /// The share of the test part; above 0, or nil beside a test set of its own.
  public let test: Double?

  /// How far the sum may be off 1: what adding up decimal fractions in binary costs, and no more.
  public static let tolerance = 1e-9

  /// The usual fractions: 0.7, 0.1 and 0.2, or 0.8 and 0.2 beside a test set of its own.
  public static func standard(hasTestDataset: Bool) -> SplitFractions {
    hasTestDataset
      ? SplitFractions(train: 0.8, validation: 0.2, test: nil)
      : SplitFractions(train: 0.7, validation: 0.1, test: 0.2)
  }

  /// Fractions in the order train, validation, test.
  ///
  /// - Parameters:
  ///   - parts: Three numbers, or two with a test set of its own; each above 0; their sum 1, give or take ``tolerance``.
  ///   - hasTestDataset: Whether there is a test set of its own.
  /// - Throws: ``ClassificationExperimentError`` otherwise.
  public init(_ parts: [Double], hasTestDataset: Bool) throws(ClassificationExperimentError) {
    let count = hasTestDataset ? 2 : 3
    let sum = parts.reduce(0, +)
    guard parts.count == count, abs(sum - 1) <= Self.tolerance else {
      throw ClassificationExperimentError(
        .split(
          found: parts,
          expected: "train_valid_test_split must be length \(count) and sum to 1"
            + (hasTestDataset ? ", since there is a test set" : "")))
    }
    guard parts.allSatisfy({ $0 > 0 }) else {
      throw ClassificationExperimentError(
        .split(found: parts, expected: "every part of the split must be above 0"))
    }
    self.init(train: parts[0], validation: parts[1], test: hasTestDataset ? nil : parts[2])
  }

  private init(train: Double, validation: Double, test: Double?) {
    self.train = train
    self.validation = validation
    self.test = test
  }

  /// The parts in the order train, validation, test.
  public var parts: [Double] { [train, validation] + (test.map { [$0] } ?? []) }

  /// The share of the validation part in what is left without the test part, rounded to four decimals.
  ///
  /// It is rounded as Python's `round` does: to the nearest, halves to even, of the exact value.
  public var validationShare: Double {
    Self.fourDecimals(test == nil ? validation : validation / (train + validation))
  }

  /// How many examples each part gets of `count`: shares of test and validation rounded up, as scikit-learn's
  /// `train_test_split` does with `test_size`, and all others to the training part.
  ///
  /// - Parameter count: How many examples there are, without those of a test set of its own.
  /// - Returns: The numbers; none is 0.
  /// - Throws: ``ClassificationExperimentError`` if a part would be empty.
  public func sizes(
    of count: Int
  ) throws(ClassificationExperimentError) -> (train: Int, validation: Int, test: Int) {
    let testCount = test.map { Self.share($0, of: count) } ?? 0
    let validationCount = Self.share(validationShare, of: count - testCount)
    let trainCount = count - testCount - validationCount
    let sizes = [trainCount, validationCount] + (test == nil ? [] : [testCount])
    guard sizes.allSatisfy({ $0 > 0 }) else {
      throw ClassificationExperimentError(.emptyPart(sizes: sizes, count: count))
    }
    return (trainCount, validationCount, testCount)
  }

  /// ⌈share · count⌉, but not more than there are.
  private static func share(_ share: Double, of count: Int) -> Int {
    min(count, Int((share * Double(count)).rounded(.up)))
  }

  /// `value`, from 0 to 1, to four decimals.
  private static func fourDecimals(_ value: Double) -> Double {
    let product = value * 10_000
    // What the multiplication rounded away.
    let rest = (-product).addingProduct(value, 10_000)
    var whole = product.rounded(.down)
    let above = product - whole - 0.5
    let isOddHalf = rest == 0 && whole.truncatingRemainder(dividingBy: 2) == 1
    if above > 0 || (above == 0 && (rest > 0 || isOddHalf)) { whole += 1 }
    return whole / 10_000
  }
}
