import Diagnostics

/// How often each feature occurs in an example: hashed words and runs of words of its text, and values of its columns.
struct HashedCounts: Hashable, Sendable {
  /// How many features there are; words share one where their hashes do.
  let featureCount: Int
  /// The fewest words of a run.
  let shortest: Int
  /// The most words of a run.
  let longest: Int

  /// The features of every example, ascending, with how often each occurs.
  func rows(of dataset: ClassificationDataset) -> [[FeatureCount]] {
    (0..<dataset.count).map { row in
      var counts: [Int: Int] = [:]
      let words = TextTokens.words(of: dataset.texts[row])
      for run in TextTokens.runs(of: words, from: shortest, to: longest) {
        counts[MurmurHash3.place(of: run, among: featureCount), default: 0] += 1
      }
      for column in dataset.columns {
        let text = "\(column.name.text)=\(column.values[row])"
        counts[MurmurHash3.place(of: text, among: featureCount), default: 0] += 1
      }
      return counts.map { FeatureCount(feature: $0.key, count: $0.value) }.sorted { $0.feature < $1.feature }
    }
  }
}

/// How often one feature occurs.
struct FeatureCount: Hashable, Sendable {
  /// Which.
  var feature: Int
  /// How often; at least 1.
  var count: Int
}
