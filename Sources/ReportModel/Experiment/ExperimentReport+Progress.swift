extension ExperimentReport {
  /// The deciding metric over comparable runs, oldest first; and, where another metric chose among trials, that one over
  /// these.
  var progressSection: ReportSection? {
    let own = ProgressFigure(analysis)?.figure()
    let trials = isSearchApart ? ProgressFigure(search)?.figure(slug: "metric-over-trials") : nil
    let figures = [own, trials].compactMap(\.self)
    guard !figures.isEmpty else { return nil }
    return ReportSection(slug: "progress", title: "Progress", blocks: figures.map { .figure($0) })
  }
}
