import Diagnostics

extension ExperimentReport {
  /// How scores are spread, and what the parameters do to them; nil where too few runs differ in anything.
  var effectsSection: ReportSection? {
    guard let tried = TriedParameters(analysis) else { return nil }
    let figures = ScoreFigures(tried)
    let pictures = [figures.distribution, figures.correlations].compactMap(\.self)
    let table = EffectTable(tried).figure(strategy: SearchFacts(analysis)?.strategy)
    return ReportSection(
      slug: "effects", title: "What the parameters do", shortTitle: "Effects",
      blocks: [.figure(table)] + ReportBlock.pairs(pictures.map { [.figure($0)] }))
  }
}
