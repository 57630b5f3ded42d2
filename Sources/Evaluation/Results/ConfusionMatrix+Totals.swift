extension ConfusionMatrix {
  /// The cells in which prediction and truth agree, in the order of the labels.
  public var diagonal: [Double] {
    var diagonal = [Double](repeating: 0, count: labels.count)
    for entry in entries where entry.truth == entry.predicted { diagonal[entry.truth] = entry.count }
    return diagonal
  }

  /// The counts of each label against all others, in the order of the labels.
  public var labelCounts: [LabelCounts] {
    var counts = [LabelCounts](repeating: LabelCounts(), count: labels.count)
    for entry in entries {
      if entry.truth == entry.predicted {
        counts[entry.truth].truePositives = entry.count
      } else {
        counts[entry.truth].falseNegatives += entry.count
        counts[entry.predicted].falsePositives += entry.count
      }
    }
    let total = total
    for label in counts.indices { counts[label].setTrueNegatives(total: total) }
    return counts
  }
}
