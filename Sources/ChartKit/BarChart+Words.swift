import Markup

extension BarChart {
  /// How many series a sentence speaks of.
  private static let spokenLimit = 4

  /// The highest and the lowest bar of each series.
  package var summary: String {
    guard series.contains(where: { $0.values.contains { $0 != nil } }) else { return "No values." }
    let noun = areBins ? "bins" : "places"
    let count = NumberText.integer(slots.count)
    let lead =
      series.count == 1
      ? slots.count == 1 ? "" : "\(count) \(areBins ? "bins" : "bars"). "
      : "\(NumberText.integer(series.count)) series over \(count) \(noun). "
    let sentences = series.prefix(Self.spokenLimit).map(extremes)
    let rest = series.count - sentences.count
    return lead + sentences.joined(separator: "; ")
      + (rest > 0 ? "; and \(NumberText.integer(rest)) more." : ".")
  }

  private func extremes(_ series: Series) -> String {
    let name = series.name.isEmpty && self.series.count == 1 ? "" : DisplayName.inSentence(series.name) + ": "
    let valued = slots.indices.compactMap { index in series.values[index].map { (index: index, value: $0) } }
    guard let high = valued.max(by: { $0.value < $1.value }),
      let low = valued.min(by: { $0.value < $1.value })
    else { return name + "no values" }
    if valued.count == 1 { return name + words(high.index, high.value) }
    if high.value == low.value { return "\(name.isEmpty ? "All" : "\(name)all") \(values.text(high.value))" }
    let start = name.isEmpty ? "Highest" : "\(name)highest"
    return "\(start) \(words(high.index, high.value)), lowest \(words(low.index, low.value))"
  }

  private func words(_ slot: Int, _ value: Double) -> String {
    "\(values.text(value)) at \(DisplayName.inSentence(slots[slot].name))"
  }

  /// A row for each slot, a column for each series.
  package var table: ChartTable {
    let first = places.title.isEmpty ? (areBins ? "Bin" : "Bar") : DisplayName.inSentence(places.title)
    let value = values.title.isEmpty ? "Value" : DisplayName.inSentence(values.title)
    return ChartTable(
      columns: [.text(first)]
        + series.map { .number($0.name.isEmpty ? value : DisplayName.inSentence($0.name)) },
      items: slots.indices
    ) { index in
      [DisplayName.inSentence(slots[index].name)]
        + series.map { $0.values[index].map { values.text($0) } ?? "" }
    }
  }
}
