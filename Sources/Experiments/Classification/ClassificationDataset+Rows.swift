public import Diagnostics

extension ClassificationDataset {
  /// The examples in these positions, in that order.
  ///
  /// ```swift
  /// let dataset = ClassificationDataset(texts: ["a", "b", "c"], labels: ["x", "y", "x"])
  /// dataset[rows: [2, 0]].ids  // ["2", "0"]
  /// ```
  ///
  /// - Precondition: Every row is from 0 to below ``count``.
  /// - Complexity: Linear in rows × columns.
  public subscript(rows rows: [Int]) -> ClassificationDataset {
    var part = self
    part.ids = rows.map { ids[$0] }
    part.texts = rows.map { texts[$0] }
    part.columns = columns.map { column in
      Column(name: column.name, values: rows.map { column.values[$0] })
    }
    part.truth =
      switch truth {
      case .labels(let labels): .labels(rows.map { labels[$0] })
      case .labelSets(let sets): .labelSets(rows.map { sets[$0] })
      }
    return part
  }

  /// Every label that an example has, sorted by its bytes, each once.
  ///
  /// - Complexity: O(*n* log *n*) in the number of labels.
  public var labels: [ExactString] {
    let all: Set<ExactString> =
      switch truth {
      case .labels(let labels): Set(labels)
      case .labelSets(let sets): sets.reduce(into: []) { $0.formUnion($1) }
      }
    return all.sorted()
  }

  /// The labels of example `row`: one unless examples may have several.
  ///
  /// - Precondition: `row` is from 0 to below ``count``.
  public func labels(ofRow row: Int) -> [ExactString] {
    switch truth {
    case .labels(let labels): [labels[row]]
    case .labelSets(let sets): sets[row]
    }
  }

  /// This dataset followed by another.
  ///
  /// - Precondition: Both have the same columns in the same order, and examples of either have one label or any number.
  public func appending(_ other: ClassificationDataset) -> ClassificationDataset {
    precondition(
      columns.map(\.name) == other.columns.map(\.name), "only datasets of the same columns can be joined")
    var whole = self
    whole.ids += other.ids
    whole.texts += other.texts
    for place in columns.indices { whole.columns[place].values += other.columns[place].values }
    switch (truth, other.truth) {
    case (.labels(let left), .labels(let right)): whole.truth = .labels(left + right)
    case (.labelSets(let left), .labelSets(let right)): whole.truth = .labelSets(left + right)
    default: preconditionFailure("examples of one label cannot be joined with examples of several")
    }
    return whole
  }
}
