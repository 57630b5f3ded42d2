extension ClassificationEvaluation {
  /// The pairs of labels of which one was predicted where the other is true, the most frequent first.
  ///
  /// Among equal counts the larger share of the true label comes first, then the order of the labels. Empty when
  /// rows may have several labels.
  ///
  /// - Complexity: O(*n* log *n*) in the number of pairs that occur.
  public func confusedPairs(limit: Int? = nil) -> [ConfusedPair] {
    guard let confusion else { return [] }
    let wrong = confusion.entries.filter { $0.truth != $0.predicted }.map { entry in
      (entry: entry, share: entry.count / confusion.truthTotals[entry.truth])
    }
    let ranked = wrong.sorted { left, right in
      (-left.entry.count, -left.share, left.entry.truth, left.entry.predicted)
        < (-right.entry.count, -right.share, right.entry.truth, right.entry.predicted)
    }
    return ranked.prefix(max(0, limit ?? .max)).map { entry, share in
      ConfusedPair(
        truth: schema.labels[entry.truth], predicted: schema.labels[entry.predicted], count: entry.count,
        shareOfTruth: share)
    }
  }
}
