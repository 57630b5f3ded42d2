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
    /// All thresholds.
    case whole
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

  /// A writer for rows of these weights with and without the label; `count` is how many there are at most.
  init(_ extent: Extent, positives: Double, negatives: Double, count: Int = 0) {
    self.extent = extent
    self.positives = positives
    self.negatives = negatives
    if extent == .whole { curve.reserve(count) }
  }

  /// Passes a group of equal scores, down to which there are rows of these weights; `score` says which one a word has.
  @inline(__always)
  mutating func pass(
    _ positives: Double, _ negatives: Double, word: UInt64, score: (UInt64) -> Double
  ) {
    switch extent {
    case .nothing: return
    case .whole: curve.append(threshold: score(word), positives: positives, negatives: negatives)
    case .outline:
      if isFar(positives, negatives) {
        if !isKept { keepPassed(score) }
        curve.append(threshold: score(word), positives: positives, negatives: negatives)
        kept = (positives, negatives)
        isKept = true
      } else {
        if !isKept { curve.skip() }
        passed = (positives, negatives, word)
        isKept = false
      }
    }
  }

  /// Passes the end.
  mutating func finish(score: (UInt64) -> Double) {
    if !isKept { keepPassed(score) }
    isKept = true
  }

  private mutating func keepPassed(_ score: (UInt64) -> Double) {
    curve.append(
      threshold: score(passed.word), positives: passed.positives, negatives: passed.negatives)
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
