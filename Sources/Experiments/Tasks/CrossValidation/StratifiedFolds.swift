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
    var chance = seed.map { FoldChance(seed: $0) }
    for label in order {
      let members = rows[label] ?? []
      // Of the places start ..< start + members.count of the sorted examples fold f is dealt those that are f modulo count.
      var folds = (0..<count).flatMap { number in
        let first = (number - start % count + count) % count
        let share = first < members.count ? (members.count - first - 1) / count + 1 : 0
        return repeatElement(number, count: share)
      }
      chance?.shuffle(&folds)
      for (row, number) in zip(members, folds) { fold[row] = number }
      start += members.count
    }
    return fold
  }
}

/// Chance from a seed by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), the same on every machine.
private struct FoldChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Fisher and Yates's shuffle from the last place on (Durstenfeld 1964, CACM 7).
  mutating func shuffle(_ values: inout [Int]) {
    for place in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(place, below(place + 1))
    }
  }

  /// A whole number from 0 to below `bound`, each as likely as any other: by rejection.
  private mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(bound)
    let least = (0 &- bound) % bound
    var bits = next()
    while bits < least { bits = next() }
    return Int(bits % bound)
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
