import RunModel

extension ExperimentReport {
  /// Parameters beyond this many would push the numbers off the page.
  private static let parameterLimit = 5

  /// The rows of the leaderboard; nil where no run has a score.
  private func rows(_ ties: LeaderTies) -> LeaderboardRows? {
    analysis.groups.isEmpty
      ? nil
      : analysis.primaryMetric.map {
        LeaderboardRows(analysis, metric: $0, ties: ties, parameterLimit: Self.parameterLimit)
      }
  }

  /// The rows of all pages as one table.
  package var wholeLeaderboard: ReportTable? {
    rows(ties.value)?.table { 0..<analysis.groups[$0].ranked.count }
  }

  /// Every run of a page with a score, best first, in groups that were tested on the same examples.
  func leaderboardSection(_ ties: LeaderTies, page: Int) -> ReportSection? {
    guard let metric = analysis.primaryMetric, let rows = rows(ties) else { return nil }
    var table = rows.table { pages.runs(ofGroup: $0, on: page) }
    guard table.rowCount > 0 else { return nil }
    if pages.count > 1 {
      table.layout.rowsFile = PageFiles.leaderboardRows
      if let baseline = rows.baseline(missingIn: table) { table.groups.insert(baseline, at: 0) }
    }
    var remark: RichText = "By \(metric.titleInSentence)"
    switch metric.direction {
    case .higherIsBetter: remark = remark + ", higher is better."
    case .lowerIsBetter: remark = remark + ", lower is better."
    case .unknown: remark = remark + "; which way is better is not known, so no run is marked as best."
    }
    if !rows.parameters.isEmpty { remark = remark + " In code type: parameters that differ." }
    if rows.parametersLeftOut > 0 {
      remark =
        remark
        + (rows.parametersLeftOut == 1
          ? " One more parameter differs; it is on the runs’ pages."
          : " \(Wording.number(rows.parametersLeftOut)) more parameters differ; they are on the runs’ pages.")
    }
    if analysis.groups.count > 1 {
      remark = remark + " Only runs that were tested on the same examples are ranked with each other."
    }
    remark = remark + ties.remark
    return ReportSection(
      slug: "leaderboard", title: "Leaderboard",
      blocks: [.remark(remark), .table(table)] + pager(page))
  }

  /// The way to the other pages; nothing where there is one.
  func pager(_ page: Int) -> [ReportBlock] {
    pages.count > 1
      ? [.pager(ReportPager(experiment: analysis.id, current: page, count: pages.count))] : []
  }
}
