import Markup

/// One value of many labels, such as the recall of a thousand: a dot for each, in stacks along the axis.
///
/// Where the stacks would grow too high, a dot stands for several labels, and the drawing says for how many.
package struct DotStackChart: Chart, Hashable {
  /// What the values are, in lower case: "recall".
  package let metric: String
  /// What has the values, in the plural.
  package let noun: String
  /// The values with the names of what has them, from the lowest up, ties in the order given.
  let entries: [Entry]
  /// How many were left out because their value is undefined.
  let undefinedCount: Int

  /// One label's value.
  struct Entry: Hashable, Sendable {
    var name: String
    var value: Double
  }

  /// A chart of shares, 0...1; those that are undefined are left out and counted.
  package init(names: [String], values: [Double?], metric: String, noun: String = "labels") {
    precondition(names.count == values.count, "every name has a value or none")
    self.metric = metric
    self.noun = noun
    let known = zip(names, values).compactMap { name, value in
      value.flatMap { (0...1).contains($0) ? Entry(name: name, value: $0) : nil }
    }
    entries = known.enumerated().sorted { ($0.element.value, $0.offset) < ($1.element.value, $1.offset) }
      .map(\.element)
    undefinedCount = names.count - known.count
  }

  /// The value that half of the entries reach.
  var median: Double? { Quartiles(entries.map(\.value))?.median }

  /// The median and the lowest value, as a sentence without full stop; nothing for fewer than three values.
  package var finding: String? {
    guard entries.count > 2, let median, let lowest = entries.first else { return nil }
    return
      "Half of \(NumberText.integer(entries.count)) \(noun) have a \(metric) of at least \(NumberText.score(median)); "
      + "the lowest is \(DisplayName.inSentence(lowest.name)) with \(NumberText.score(lowest.value))"
  }

  /// What is not drawn, as a sentence without full stop; nothing if everything is.
  package var omission: String? {
    guard undefinedCount > 0 else { return nil }
    let all =
      "\(NumberText.integer(undefinedCount)) of \(NumberText.integer(entries.count + undefinedCount)) \(noun)"
    return undefinedCount == 1
      ? "\(all) has no \(metric) and is not drawn" : "\(all) have no \(metric) and are not drawn"
  }

  package var title: String {
    "\(metric.prefix(1).uppercased() + metric.dropFirst()) of \(NumberText.integer(entries.count)) \(noun)"
  }

  package var summary: String {
    guard let lowest = entries.first, let highest = entries.last else { return "No value is defined." }
    let range = "From \(NumberText.score(lowest.value)) to \(NumberText.score(highest.value))"
    return [finding, range, omission].compactMap(\.self).joined(separator: ". ") + "."
  }

  /// How many values lie in each tenth.
  package var table: ChartTable {
    ChartTable(
      columns: [
        .text(metric.prefix(1).uppercased() + metric.dropFirst()),
        .number(noun.prefix(1).uppercased() + noun.dropFirst()),
      ],
      items: Array(0..<10)
    ) { tenth in
      let count = entries.count { min(9, Int($0.value * 10)) == tenth }
      return [
        "\(NumberText.fixed(Double(tenth) / 10, decimals: 1)) to \(NumberText.fixed(Double(tenth + 1) / 10, decimals: 1))",
        NumberText.integer(count),
      ]
    }
  }
}
