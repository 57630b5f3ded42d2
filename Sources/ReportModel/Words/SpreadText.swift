import Evaluation
import Markup

/// How values that were measured several times are written.
enum SpreadText {
  /// `0.912 ± 0.014`; without ± for one value.
  static func meanAndDeviation(_ spread: Spread) -> String {
    let decimals = NumberText.decimals(score: spread.mean)
    let mean = NumberText.fixed(spread.mean, decimals: decimals)
    guard let deviation = spread.standardDeviation.number else { return mean }
    return "\(mean) ± \(NumberText.fixed(deviation, decimals: decimals))"
  }

  /// `0.890 to 0.930`, with the decimals of the mean.
  static func range(_ spread: Spread) -> String {
    let decimals = NumberText.decimals(score: spread.mean)
    return [spread.minimum, spread.maximum].map { NumberText.fixed($0, decimals: decimals) }
      .joined(separator: " to ")
  }
}
