import Diagnostics

extension ExperimentReport {
  /// Each parameter against the score, for the trials of the search where those are enough.
  var parametersSection: ReportSection? {
    (ParameterFigures(search) ?? (isSearchApart ? ParameterFigures(analysis) : nil))?.section
  }

  /// How scores are spread, and what the parameters do to them; nil where too few runs differ in anything.
  var effectsSection: ReportSection? {
    guard let tried = TriedParameters(search) ?? (isSearchApart ? TriedParameters(analysis) : nil)
    else { return nil }
    let figures = ScoreFigures(tried)
    let pictures = [figures.distribution, figures.correlations].compactMap(\.self)
    let table = EffectTable(tried).figure(strategy: SearchFacts(search)?.strategy)
    return ReportSection(
      slug: "effects", title: "What the parameters do", shortTitle: "Effects",
      blocks: [.figure(table)] + ReportBlock.pairs(pictures.map { [.figure($0)] }))
  }
}
