import Evaluation
import Markup

/// What a calibration curve shows, as a sentence: whether the classifier is too sure, or too unsure.
enum CalibrationFinding {
  /// Whether probabilities are as high as they should be.
  enum Verdict: Hashable, Sendable {
    /// The mean probability is above the interval of the share that came true.
    case tooHigh
    /// It is below.
    case tooLow
    /// It lies within.
    case fits
    /// There is no interval to tell.
    case unknown
  }

  /// The verdict on the mean probability over all rows of `bins`; `isPlain` if rows count alike and are independent.
  static func verdict(_ bins: [CalibrationBin], isPlain: Bool) -> (verdict: Verdict, interval: Interval?) {
    guard let all = CalibratedProbability.overall(bins), isPlain,
      let interval = Interval.wilson(successes: (all.share * all.count).rounded(), trials: all.count)
    else { return (.unknown, nil) }
    if all.mean > interval.high { return (.tooHigh, interval) }
    return (all.mean < interval.low ? .tooLow : .fits, interval)
  }

  /// Of the likeliest label of each row: too sure, too unsure, or neither.
  static func confidence(_ bins: [CalibrationBin], isPlain: Bool) -> RichText? {
    guard let all = CalibratedProbability.overall(bins) else { return nil }
    let (verdict, interval) = verdict(bins, isPlain: isPlain)
    let numbers: RichText =
      "predicted labels have a mean probability of \(NumberText.score(all.mean)) and are right in a share of \(MetricText.sentence(all.share, interval))"
    switch verdict {
    case .tooHigh: return "Too sure: " + numbers
    case .tooLow: return "Too unsure: " + numbers
    case .fits: return "Neither too sure nor too unsure on average: " + numbers
    case .unknown: return RichText(plain: Wording.sentenceStart(numbers.plain))
    }
  }

  /// Of one label: its probabilities are too high, too low, or neither.
  static func label(_ name: String, _ bins: [CalibrationBin], isPlain: Bool) -> RichText? {
    guard let all = CalibratedProbability.overall(bins) else { return nil }
    let (verdict, interval) = verdict(bins, isPlain: isPlain)
    let numbers: RichText =
      "mean \(NumberText.score(all.mean)), share with the label \(MetricText.sentence(all.share, interval))"
    switch verdict {
    case .tooHigh: return "Probabilities of \(name) are too high: " + numbers
    case .tooLow: return "Probabilities of \(name) are too low: " + numbers
    case .fits: return "Probabilities of \(name) are neither too high nor too low on average: " + numbers
    case .unknown: return "Probabilities of \(name): " + numbers
    }
  }
}
