/// Takes down, while rows are passed from the highest score on, the thresholds that a label's curves are drawn from.
///
/// An outline leaves out what is nearer than ``resolution`` to the last point kept, in both the ROC and the
/// precision-recall plane, except for the last point before the next one kept and those around the equal error rate: what
/// is lost of an area is far below what a drawing shows, and a curve has some ten thousand points instead of one for each
/// row.
struct CurveWriter {
  /// How much of a curve is taken down.
  enum Extent {
    /// Nothing.
    case nothing
    /// What its shape depends on.
    case outline
    /// What decisions depend on as well: the corners that operating points are chosen from (see
    /// ``RankCurve/operatingPoint(_:)``), and the last thresholds from each of ``RankCurve/hundredths`` on.
    case decisions
  }

  /// The thresholds so far.
  private(set) var curve = RankCurve()

  /// Points nearer than this, across and up, are one in a drawing.
  static let resolution = 1.0 / 1_024

  private let extent: Extent
  private let positives: Double
  private let negatives: Double
  private var kept = (positives: 0.0, negatives: 0.0)
  private var passed = (positives: 0.0, negatives: 0.0, word: UInt64(0))
  private var isKept = true
  private var isBehindEqualRates = false
  /// Whether the last group has rows with the label; of decisions only.
  private var endsWithPositives = false
  /// How many hundredths no score was below yet, and the highest of them; of decisions only.
  private var hundredthCount = RankCurve.hundredths.count
  private var hundredth = RankCurve.hundredths.last ?? 0

  /// A writer for rows of these weights with and without the label.
  init(_ extent: Extent, positives: Double, negatives: Double) {
    self.extent = extent
    self.positives = positives
    self.negatives = negatives
  }

  /// Whether nothing is taken down.
  var isEmpty: Bool { extent == .nothing }

  /// Passes a group of equal scores, down to which there are rows of these weights; `score` says which one a word has.
  @inline(__always)
  mutating func pass(
    _ positives: Double, _ negatives: Double, word: UInt64, score: (UInt64) -> Double
  ) {
    if extent == .nothing { return }
    if extent == .decisions { keepDecision(positives, negatives, before: score(word), score) }
    if isFar(positives, negatives) {
      if !isKept { keepPassed(score) }
      curve.append(threshold: score(word), positives: positives, negatives: negatives)
      kept = (positives, negatives)
      isKept = true
    } else {
      if !isKept { curve.skip() }
      isKept = false
    }
    passed = (positives, negatives, word)
  }

  /// Passes the end.
  mutating func finish(score: (UInt64) -> Double) {
    if !isKept { keepPassed(score) }
    isKept = true
  }

  private mutating func keepPassed(_ score: (UInt64) -> Double) {
    curve.append(
      threshold: score(passed.word), positives: passed.positives, negatives: passed.negatives)
    kept = (passed.positives, passed.negatives)
  }

  /// Keeps the group passed last if a decision may depend on it, now that the next one is known.
  @inline(__always)
  private mutating func keepDecision(
    _ positives: Double, _ negatives: Double, before next: Double, _ score: (UInt64) -> Double
  ) {
    let isCorner = endsWithPositives && negatives > passed.negatives
    endsWithPositives = positives > passed.positives
    if isCorner || next < hundredth {
      if !isKept { keepPassed(score) }
      isKept = true
      while next < hundredth {
        hundredthCount -= 1
        hundredth = hundredthCount == 0 ? -1 : RankCurve.hundredths[hundredthCount - 1]
      }
    }
  }

  /// Whether a point is to be kept because of where it is.
  @inline(__always)
  private mutating func isFar(_ positives: Double, _ negatives: Double) -> Bool {
    let (rows, keptRows) = (positives + negatives, kept.positives + kept.negatives)
    if !isBehindEqualRates, negatives * self.positives >= (self.positives - positives) * self.negatives {
      isBehindEqualRates = true
      return true
    }
    return keptRows == 0 || positives - kept.positives > self.positives * Self.resolution
      || negatives - kept.negatives > self.negatives * Self.resolution
      || abs(positives * keptRows - kept.positives * rows) > Self.resolution * rows * keptRows
  }
}
