extension ConfusionCounts {
  /// The same numbers with rows and columns in another order.
  func ordered(_ order: [Int]) -> ConfusionCounts {
    ConfusionCounts(
      labels: order.map { labels[$0] }, cells: order.map { truth in order.map { cells[truth][$0] } })
  }

  /// The labels so that those that are taken for one another stand together.
  ///
  /// Starts at the label with most errors; then always takes the one most confused, in both directions, with the
  /// three placed last, and where none is confused with them, the one with most errors. Ties go to the earlier label.
  ///
  /// - Complexity: O(*k*²) for *k* labels.
  var orderByConfusion: [Int] {
    let errors = errors
    var free = Array(labels.indices)
    var order: [Int] = []
    var nearness = labels.map { _ in 0.0 }
    while !free.isEmpty {
      var best = 0
      for position in free.indices.dropFirst() {
        let (candidate, leader) = (free[position], free[best])
        if nearness[candidate] > nearness[leader]
          || nearness[candidate] == nearness[leader] && errors[candidate] > errors[leader]
        {
          best = position
        }
      }
      let placed = free.remove(at: best)
      order.append(placed)
      let leaving = order.count > 3 ? order[order.count - 4] : nil
      for label in free {
        nearness[label] += cells[placed][label] + cells[label][placed]
        if let leaving { nearness[label] -= cells[leaving][label] + cells[label][leaving] }
      }
    }
    return order
  }

  /// The `count` labels with the largest `weights`, in their own order.
  static func heaviest(_ count: Int, by weights: [Double]) -> [Int] {
    weights.indices.sorted { weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1] }
      .prefix(count).sorted()
  }

  /// The `count` labels with the largest `weights`, in their own order, and one more that gathers the rest.
  func reduced(to count: Int, by weights: [Double]) -> ConfusionCounts {
    let kept = Self.heaviest(count, by: weights)
    var place = labels.map { _ in kept.count }
    for (position, label) in kept.enumerated() { place[label] = position }
    var reduced = Array(repeating: Array(repeating: 0.0, count: kept.count + 1), count: kept.count + 1)
    for truth in labels.indices {
      for predicted in labels.indices {
        reduced[place[truth]][place[predicted]] += cells[truth][predicted]
      }
    }
    return ConfusionCounts(labels: kept.map { labels[$0] } + ["other"], cells: reduced, rest: kept.count)
  }
}
