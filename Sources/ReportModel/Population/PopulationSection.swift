import Diagnostics
import RunModel

/// The sections about searches that go on from earlier runs: populations, and successive halving.
enum PopulationSection {
  /// So many searches have a section of their own.
  private static let searchLimit = 3

  /// A section for each search with more than one run, that with most runs first.
  static func sections(_ analysis: ExperimentAnalysis) -> [ReportSection] {
    let searches = analysis.populations.searches
    let told = searches.indices.filter { searches[$0].lineage.nodes.count > 1 }
    return told.prefix(searchLimit).enumerated().map { place, number in
      let isLast = place == min(told.count, searchLimit) - 1
      return section(
        PopulationView(analysis, search: number), among: told.map { searches[$0] },
        furtherCount: isLast ? told.count - searchLimit : 0)
    }
  }

  private static func section(
    _ view: PopulationView, among searches: [Populations.Search], furtherCount: Int
  ) -> ReportSection {
    let isPopulation = view.lineage.kind == .population
    let title = (isPopulation ? "Population" : "Rungs") + difference(of: view.search, among: searches)
    let lineage = LineageFigure(view).figure
    var blocks: [ReportBlock] = []
    if let sentence = LineageWords(view).sentence { blocks.append(.paragraph(sentence)) }
    let quality = [GenerationQuality(view).figure].compactMap(\.self)
    if isPopulation {
      let hyperparameters = GenerationHyperparameters(view)
      let small = quality + hyperparameters.figures + [hyperparameters.categories].compactMap(\.self)
      blocks.append(.figure(lineage))
      blocks += ReportBlock.pairs(small.map { [.figure($0)] })
      if let remark = hyperparameters.omission { blocks.append(.remark(remark)) }
      if let table = AncestorTable(view).figure { blocks.append(.figure(table)) }
    } else {
      // With few rungs both fit beside each other.
      blocks += ReportBlock.pairs(([lineage] + quality).map { [.figure($0)] })
      if let table = RungTable(view).figure { blocks.append(.figure(table)) }
    }
    blocks += LineageWords(view).problems(furtherCount: furtherCount).map { .remark($0) }
    return ReportSection(
      slug: (isPopulation ? "population" : "rungs") + view.suffix, title: title, blocks: blocks)
  }

  /// What tells a search from others in a title: nothing if it is alone, else its variant and seed, and when it was begun
  /// where another one has both.
  private static func difference(
    of search: Populations.Search, among searches: [Populations.Search]
  ) -> String {
    guard searches.count > 1 else { return "" }
    var words = " of \(Wording.label(search.variant.text))"
    if !search.seed.text.isEmpty { words += ", seed \(Wording.label(search.seed.text))" }
    let alike = searches.count { $0.variant == search.variant && $0.seed == search.seed }
    if alike > 1, !search.begun.text.isEmpty {
      let moment = UTCTimestamp(search.begun.text).map {
        String($0.isoWithoutZone.prefix(19)).replacing("T", with: " ")
      }
      words += ", begun \(moment ?? Wording.label(search.begun.text))"
    }
    return words
  }
}
