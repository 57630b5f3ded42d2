import RunModel

extension ExperimentReport {
  /// Parameters beyond this many would push the numbers off the page.
  private static let parameterLimit = 5

  /// Every run with a score, best first, in groups that were tested on the same examples.
  func leaderboardSection(_ ties: LeaderTies) -> ReportSection? {
    guard let metric = analysis.primaryMetric, !analysis.groups.isEmpty else { return nil }
    let rows = LeaderboardRows(analysis, metric: metric, ties: ties, parameterLimit: Self.parameterLimit)
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
      blocks: [.remark(remark), .table(rows.table)])
  }
}
