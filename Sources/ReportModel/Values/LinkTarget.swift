package import Diagnostics
package import RunModel

/// Where a link leads, before anybody knows the site's addresses.
package enum LinkTarget: Hashable, Sendable {
  /// The list of experiments.
  case index
  /// An experiment's page.
  case experiment(ExactString)
  /// A page of an experiment's leaderboard, by its number; the first is the experiment's page.
  case leaderboardPage(ExactString, Int)
  /// A run's row on its experiment's page, or on a later page of the leaderboard.
  case leaderboardRow(RunID)
  /// A run's page.
  case run(RunID)
  /// The page that compares a run with its baseline.
  case comparison(RunID)
  /// A section, figure or table of the same page, by its slug.
  case anchor(String)
  /// A file that is written beside the page.
  case file(String)
}
