import Diagnostics
import Evaluation
import Markup

extension RunReport {
  /// More folds than this are left to the file beside the page.
  private static let foldLimit = 30

  /// The folds of a cross-validation, and how metrics spread over them.
  var foldsSection: ReportSection? {
    guard let evaluation, let parts, parts.hasFolds, let report = parts.folds else { return nil }
    if let reason = report.reason {
      return ReportSection(
        slug: "folds", title: "Folds", blocks: [.remark("Folds are not shown: \(reason).")])
    }
    let table = FoldTable(
      report, primary: analysis.primaryMetric?.name.text, task: evaluation.schema.task,
      limit: Self.foldLimit)
    var what: RichText =
      "What the rows of each fold say by themselves, \(sample). The line is the mean. The plot starts at \(table.plotStart)."
    if report.folds.count > Self.foldLimit {
      what = what + " The first \(Self.foldLimit) of \(Wording.number(report.folds.count)) folds."
    }
    if hasFiles {
      what = what + " With every metric in \(PageFiles.folds, link: .file(PageFiles.folds))."
    }
    let figure = ReportFigure(
      slug: "folds-table", finding: finding(table.names.first, of: report), what: what,
      table: table.table,
      howToRead: """
        ± is the standard deviation over the folds: how much the value changes from one fold to another. It is no \
        interval of the mean, since the classifiers of different folds learned from mostly the same rows. The value of \
        all rows together stands under Metrics, and need not be the mean over the folds.
        """)
    return ReportSection(
      slug: "folds", title: "Folds", count: report.folds.count,
      blocks: [.figure(figure)] + gaps(table.names, of: report))
  }

  /// `Accuracy is 0.912 ± 0.014 over 5 folds (0.890 to 0.930)`.
  private func finding(_ name: String?, of report: FoldReport) -> RichText? {
    guard let name, let spread = report[name]?.spread else { return nil }
    let title = MetricRegistry.standard[name]?.title ?? name
    let folds = Wording.count(spread.count, "fold")
    let range = spread.count > 1 ? " (\(SpreadText.range(spread)))" : ""
    return "\(title) is \(SpreadText.meanAndDeviation(spread)) over \(folds)\(range)"
  }

  /// In which folds a metric of the table is undefined, and why.
  private func gaps(_ names: [String], of report: FoldReport) -> [ReportBlock] {
    let missing = names.compactMap { name in
      report[name]?.gaps.first.map { (name: name, first: $0, count: report[name]?.gaps.count ?? 0) }
    }
    guard !missing.isEmpty else { return [] }
    let list = missing.map { gap -> RichText in
      let title = MetricRegistry.standard[gap.name].map { MetricText.inSentence($0.title) } ?? gap.name
      let fold = Wording.label(gap.first.fold.text)
      let others = gap.count > 1 ? " and in \(Wording.number(gap.count - 1)) more" : ""
      return "\(title) in fold \(fold) (\(gap.first.reason))\(others)"
    }
    return [.remark("Undefined: " + RichText.list(list) + "; those folds are left out of its spread.")]
  }
}
