import Diagnostics

/// Labels in the order in which scikit-learn sorts them.
enum LabelSorting {
  /// Where each label stands when they are sorted: by number if all are numbers, else by their bytes.
  ///
  /// Labels that are the same number, as `1` and `1.0`, stand in the order of their bytes.
  static func ranks(of labels: [ExactString]) -> [Int32] {
    let numbers = labels.compactMap { DecimalNumber.value(of: $0.text.utf8) }
    let sorted =
      numbers.count == labels.count
      ? labels.indices.sorted { (numbers[$0], labels[$0]) < (numbers[$1], labels[$1]) }
      : labels.indices.sorted { labels[$0] < labels[$1] }
    var ranks = [Int32](repeating: 0, count: labels.count)
    for (place, label) in sorted.enumerated() { ranks[label] = Int32(place) }
    return ranks
  }
}
