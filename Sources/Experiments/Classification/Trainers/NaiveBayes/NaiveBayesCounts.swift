import Diagnostics

/// What a multinomial naive Bayes model knows: how often each feature occurs in the examples of each label.
///
/// Only what occurs is held, so that the number of features may be large.
struct NaiveBayesCounts: Hashable, Sendable {
  /// How often a feature occurs in the examples of a label.
  struct Cell: Hashable, Sendable {
    /// The place of the label.
    var label: Int
    /// How often; at least 1.
    var count: Int
  }

  /// How many examples there are.
  private(set) var examples = 0
  /// How many examples each label has.
  private(set) var examplesOfLabel: [Int]
  /// The sum of all counts of the features in the examples of each label.
  private(set) var totalOfLabel: [Int]
  /// By feature: its labels, ascending, with its counts.
  private(set) var cells: [Int: [Cell]] = [:]
  /// By feature: how often it occurs in all examples; only where an example may have several labels.
  private(set) var totalOfFeature: [Int: Int] = [:]
  /// The sum of all counts of features in all examples.
  private(set) var total = 0

  /// Counts without examples, of so many labels.
  init(labelCount: Int) {
    examplesOfLabel = Array(repeating: 0, count: labelCount)
    totalOfLabel = examplesOfLabel
  }

  /// Counts over examples.
  ///
  /// - Parameters:
  ///   - rows: The features of each example.
  ///   - dataset: The examples; labels that are not among `labels` count for none.
  ///   - labels: The labels.
  init(_ rows: [[FeatureCount]], of dataset: ClassificationDataset, labels: [ExactString]) {
    self.init(labelCount: labels.count)
    let positions = Dictionary(zip(labels, labels.indices)) { first, _ in first }
    var byFeature: [Int: [Int: Int]] = [:]
    for (row, features) in rows.enumerated() {
      let places = Set(dataset.labels(ofRow: row)).compactMap { positions[$0] }
      examples += 1
      let sum = features.reduce(0) { $0 + $1.count }
      total += sum
      for place in places {
        examplesOfLabel[place] += 1
        totalOfLabel[place] += sum
      }
      for feature in features {
        totalOfFeature[feature.feature, default: 0] += feature.count
        for place in places { byFeature[feature.feature, default: [:]][place, default: 0] += feature.count }
      }
    }
    cells = byFeature.mapValues { counts in
      counts.map { Cell(label: $0.key, count: $0.value) }.sorted { $0.label < $1.label }
    }
  }

  /// Counts that were written down; nil if they do not fit together.
  init?(
    examples: Int, examplesOfLabel: [Int], features: [(feature: Int, total: Int, cells: [Cell])],
    featureCount: Int
  ) {
    self.init(labelCount: examplesOfLabel.count)
    guard examples >= 0, examplesOfLabel.allSatisfy({ (0...examples).contains($0) }) else { return nil }
    self.examples = examples
    self.examplesOfLabel = examplesOfLabel
    // Sums of at most a thousand million counts below 2³¹ fit into 63 bits.
    for entry in features {
      guard (0..<featureCount).contains(entry.feature), totalOfFeature[entry.feature] == nil,
        (1..<1 << 31).contains(entry.total),
        zip(entry.cells, entry.cells.dropFirst()).allSatisfy({ $0.label < $1.label }),
        entry.cells.allSatisfy({
          examplesOfLabel.indices.contains($0.label) && (1...entry.total).contains($0.count)
        })
      else { return nil }
      totalOfFeature[entry.feature] = entry.total
      cells[entry.feature] = entry.cells.isEmpty ? nil : entry.cells
      total += entry.total
      for cell in entry.cells { totalOfLabel[cell.label] += cell.count }
    }
  }
}
