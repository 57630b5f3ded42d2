import Diagnostics

/// Folds with nearly equal shares of each label, as scikit-learn's `StratifiedKFold` draws them.
enum StratifiedFolds {
  /// The fold of every example.
  ///
  /// Labels are numbered as they first occur. The examples, sorted by label, are dealt to the folds in turn, which says how
  /// many of each label a fold gets; the examples of a label then fill the folds in their order, or, with a seed, in an
  /// order by chance. Without a seed every fold is that of scikit-learn 1.2 to 1.9.
  ///
  /// ```swift
  /// StratifiedFolds.assignment(of: ["a", "a", "b", "b", "a", "a"], count: 2, seed: nil)  // [0, 0, 0, 1, 1, 1]
  /// ```
  ///
  /// - Parameters:
  ///   - labels: `[i]`: the label of example `i`.
  ///   - count: How many folds; at least 2.
  ///   - seed: Where the chance of shuffling comes from; nil for none.
  /// - Returns: `[i]`: the fold of example `i`, from 0.
  /// - Throws: ``TaskError`` if there are fewer than two folds, or more than examples of the most frequent label.
  static func assignment(of labels: [ExactString], count: Int, seed: UInt64?) throws(TaskError) -> [Int] {
    var rows: [ExactString: [Int]] = [:]
    var order: [ExactString] = []
    for (row, label) in labels.enumerated() {
      if rows[label] == nil { order.append(label) }
      rows[label, default: []].append(row)
    }
    let most = rows.values.map(\.count).max() ?? 0
    guard count >= 2, count <= most else {
      throw TaskError(
        .invalidInput,
        detail:
          "\(count) folds cannot be made of \(labels.count) examples, \(most) of the most frequent label; "
          + "expected 2 to \(most).")
    }
    var fold = [Int](repeating: 0, count: labels.count)
    var start = 0
    var chance = seed.map { SplitMix64(state: $0) }
    for label in order {
      let members = rows[label] ?? []
      // Of the places start ..< start + members.count of the sorted examples fold f is dealt those that are f modulo count.
      var folds = (0..<count).flatMap { number in
        let first = (number - start % count + count) % count
        let share = first < members.count ? (members.count - first - 1) / count + 1 : 0
        return repeatElement(number, count: share)
      }
      // Durstenfeld's shuffle, each label after the other from one sequence of chance.
      for place in stride(from: folds.count - 1, to: 0, by: -1) {
        if let other = chance?.below(UInt64(place) + 1) { folds.swapAt(place, Int(other)) }
      }
      for (row, number) in zip(members, folds) { fold[row] = number }
      start += members.count
    }
    return fold
  }
}
