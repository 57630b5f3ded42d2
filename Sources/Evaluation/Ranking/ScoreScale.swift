/// A way to turn scores from 0 to 1 into whole numbers in the same order.
///
/// Everything here is fast above all: it is done for every cell of rows × labels.
protocol ScoreScale: SendableMetatype {
  /// Keys have so many bits.
  static var keyBits: Int { get }

  /// A whole number that is the greater the greater the score is; equal for equal scores, and for no others.
  static func key(_ score: Double) -> UInt64

  /// The bucket of a score, from 0 to below ``ScoreBuckets/count``; never falling with the score.
  static func bucket(_ score: Double, key: UInt64) -> Int

  /// The score that has this key.
  static func score(_ key: UInt64) -> Double
}

/// The scale of scores that are multiples of a millionth, as most files with rounded probabilities hold them.
enum Millionths: ScoreScale {
  static let keyBits = 20

  @inline(__always)
  static func key(_ score: Double) -> UInt64 {
    // From 2⁵² on, doubles are whole numbers: the sum is rounded to one, whose lowest bits are those of the double.
    (score * 1e6 + 0x1p52).bitPattern & 0xF_FFFF
  }

  @inline(__always)
  static func bucket(_ score: Double, key: UInt64) -> Int { Int(truncatingIfNeeded: key &>> 10) }

  @inline(__always)
  static func score(_ key: UInt64) -> Double { Double(key) / 1e6 }

  /// Whether the score is the double nearest to a multiple of a millionth, from 0 to little more than 1.
  @inline(__always)
  static func holds(_ score: Double) -> Bool { self.score(key(score)) == score }
}

/// The scale of any scores: bits of doubles from 0 to 1 are in the order of the numbers.
enum DoubleBits: ScoreScale {
  static let keyBits = 62

  @inline(__always)
  static func key(_ score: Double) -> UInt64 {
    // Adding 0 makes of a negative zero a positive one.
    (score + 0).bitPattern & (1 << 62 - 1)
  }

  /// Steps of 1/1024, and below the first of them a bucket for each power of two: confident classifiers give most of
  /// their probabilities there.
  @inline(__always)
  static func bucket(_ score: Double, key: UInt64) -> Int {
    let step = Int(truncatingIfNeeded: (score * 1_024 + 0x1p52).bitPattern)
    let exponent = Int(truncatingIfNeeded: key &>> 52)
    return score >= 0x1p-10 ? (1_023 &+ step) & 2_047 : exponent & 1_023
  }

  @inline(__always)
  static func score(_ key: UInt64) -> Double { Double(bitPattern: key) }

  /// A range that holds all scores of these buckets, and at both ends may hold some of the next ones too.
  static func scores(in buckets: Range<Int>) -> ClosedRange<Double> {
    func start(_ bucket: Int, _ margin: Double) -> Double {
      bucket > 1_023
        ? max(0, Double(bucket - 1_023) + margin) / 1_024
        : bucket == 0 ? 0 : Double(sign: .plus, exponent: bucket - 1_023, significand: 1)
    }
    return start(buckets.lowerBound, -1)...max(start(buckets.upperBound, 0), start(buckets.lowerBound, 0))
  }
}
