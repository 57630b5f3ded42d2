/// Takes down, while rows are passed from the highest score on, the thresholds that a label's curves are drawn from.
///
/// An outline leaves out what is nearer than ``resolution`` to the last point kept, in both the ROC and the
/// precision-recall plane, except for the last point before the next one kept: what is lost of an area is far below what
/// a drawing shows, and a curve has some ten thousand points instead of one for each row.
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
  static let resolution = 1.0 / 2_048

  private let extent: Extent
  private let positiveStep: Double
  private let negativeStep: Double
  private var kept = (positives: 0.0, rows: 0.0)
  private var passed = (positives: UInt64(0), rows: UInt64(0), word: UInt64(0))
  private var isKept = true

  /// A writer for so many rows with and without the label.
  init(_ extent: Extent, positives: Int, negatives: Int) {
    self.extent = extent
    positiveStep = extent == .whole ? -1 : Double(positives) * Self.resolution
    negativeStep = Double(negatives) * Self.resolution
  }

  /// Passes a group of equal scores, after which there are these numbers of rows; `score` says which one a word has.
  @inline(__always)
  mutating func pass(
    _ sums: (positives: UInt64, rows: UInt64), word: UInt64, score: (UInt64) -> Double
  ) {
    if extent == .nothing { return }
    if !isFar(Double(sums.positives), Double(sums.rows)) {
      if !isKept { curve.skip() }
      isKept = false
      passed = (sums.positives, sums.rows, word)
      return
    }
    if !isKept { append(passed.positives, passed.rows, score(passed.word)) }
    append(sums.positives, sums.rows, score(word))
    kept = (Double(sums.positives), Double(sums.rows))
    isKept = true
  }

  /// Passes the end.
  mutating func finish(score: (UInt64) -> Double) {
    if !isKept { append(passed.positives, passed.rows, score(passed.word)) }
    isKept = true
  }

  @inline(__always)
  private func isFar(_ positives: Double, _ rows: Double) -> Bool {
    kept.rows == 0 || positives - kept.positives > positiveStep
      || rows - positives - (kept.rows - kept.positives) > negativeStep
      || abs(positives * kept.rows - kept.positives * rows) > Self.resolution * rows * kept.rows
  }

  private mutating func append(_ positives: UInt64, _ rows: UInt64, _ threshold: Double) {
    curve.append(
      threshold: threshold, positives: Double(positives), negatives: Double(rows - positives))
  }
}
