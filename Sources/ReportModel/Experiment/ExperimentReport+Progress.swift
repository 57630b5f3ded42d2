extension ExperimentReport {
  /// The deciding metric over the runs of the first group, oldest first.
  var progressSection: ReportSection? {
    guard let figure = ProgressFigure(analysis)?.figure else { return nil }
    return ReportSection(slug: "progress", title: "Progress", blocks: [.figure(figure)])
  }
}
