/// The names of the files that are written beside a page.
package enum PageFiles {
  /// Every metric with its interval.
  package static let metrics = "metrics.csv"
  /// Everything that can be said in numbers, as `assay evaluate --format json` writes it.
  package static let evaluation = "evaluation.json"
  /// Every label with all its numbers.
  package static let labels = "labels.csv"
  /// Every wrong answer.
  package static let errors = "errors.csv"
  /// Every slice beside the rest.
  package static let slices = "slices.csv"
  /// Every fold with its metrics.
  package static let folds = "folds.csv"
  /// Every row whose label is likely to be wrong.
  package static let labelErrors = "label-errors.csv"
  /// Every point of the curves.
  package static let curves = "curves.csv"
  /// Every pair of labels that was confused.
  package static let confusedPairs = "confused-pairs.csv"
  /// The rates of the positive label at every hundredth.
  package static let thresholds = "thresholds.csv"
  /// The thresholds that rules choose.
  package static let operatingPoints = "operating-points.csv"
  /// The bins of all calibration curves.
  package static let calibration = "calibration.csv"
  /// A whole comparison.
  package static let comparison = "comparison.json"
  /// Every metric's paired difference.
  package static let differences = "differences.csv"
  /// Every row that only the candidate has right.
  package static let fixed = "fixed.csv"
  /// Every row that only the baseline has right.
  package static let broken = "broken.csv"
  /// The rows of a leaderboard that has several pages, for the script that sorts and filters them.
  package static let leaderboardRows = "leaderboard-rows.js"
  /// A later page of a leaderboard.
  package static func leaderboard(page: Int) -> String { "leaderboard-\(page).html" }
  /// Every cell of truth × prediction that changed.
  package static let confusionDifference = "confusion-difference.csv"
}
