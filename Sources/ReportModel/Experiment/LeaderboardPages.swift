package import RunModel

/// How the runs of an experiment are spread over pages: those with a score, best first, then the others.
package struct LeaderboardPages: Sendable {
  /// So many runs stand on a page.
  package static let runsPerPage = 100
  /// Up to so many runs there is one page, so that no page has but a few.
  static let onePage = 150

  /// How many pages there are, at least one.
  package let count: Int
  private let perPage: Int
  private let ranked: [Range<Int>]
  private let total: Int

  /// The pages of an experiment.
  package init(_ analysis: ExperimentAnalysis) {
    var start = 0
    ranked = analysis.groups.map { group in
      defer { start += group.ranked.count }
      return start..<start + group.ranked.count
    }
    total = start + analysis.unranked.count
    perPage = total <= Self.onePage ? max(1, total) : Self.runsPerPage
    count = max(1, (total + perPage - 1) / perPage)
  }

  /// The runs of a group that stand on a page, counted within the group.
  func runs(ofGroup group: Int, on page: Int) -> Range<Int> {
    let shown = places(on: page).clamped(to: ranked[group])
    return shown.lowerBound - ranked[group].lowerBound..<shown.upperBound - ranked[group].lowerBound
  }

  /// The runs without a score that stand on a page, counted among these.
  func unranked(on page: Int) -> Range<Int> {
    let first = ranked.last?.upperBound ?? 0
    let shown = places(on: page).clamped(to: first..<max(first, total))
    return shown.lowerBound - first..<shown.upperBound - first
  }

  private func places(on page: Int) -> Range<Int> { (page - 1) * perPage..<min(total, page * perPage) }

  /// The runs that do not stand on the first page, with the number of theirs.
  package func laterPages(of analysis: ExperimentAnalysis) -> [RunID: Int] {
    guard count > 1 else { return [:] }
    let ids = analysis.groups.flatMap(\.ranked).map(\.run.run.id) + analysis.unranked.map(\.run.id)
    return Dictionary(
      zip(ids, 0...).lazy.filter { $0.1 >= perPage }.map { ($0.0, $0.1 / perPage + 1) },
      uniquingKeysWith: { first, _ in first })
  }
}
