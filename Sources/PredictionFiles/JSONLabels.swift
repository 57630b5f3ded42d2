import Diagnostics

/// The order of the labels of a JSON lines file.
struct JSONLabels {
  /// The labels that have probabilities, in order.
  let scored: [ExactString]
  /// The other labels, in order.
  let others: [ExactString]

  /// The order of the labels of all pieces.
  ///
  /// If the first object of probabilities names every label that has any, its order counts as that of columns would;
  /// otherwise there is no such order, and labels are sorted.
  init(_ pieces: [JSONRows]) {
    var isScored: Set<ExactString> = []
    var all: Set<ExactString> = []
    for piece in pieces {
      let labels = (0..<piece.labels.count).map { ExactString(piece.labels.texts[$0]) }
      all.formUnion(labels)
      isScored.formUnion(Set(piece.scored.values).map { labels[Int($0)] })
    }
    let first = Self.firstOrder(pieces)
    scored = first.count == isScored.count ? first : LabelOrder.sorted(isScored)
    others = LabelOrder.sorted(all.subtracting(isScored))
  }

  /// The labels of the first row that has probabilities, each once.
  private static func firstOrder(_ pieces: [JSONRows]) -> [ExactString] {
    for piece in pieces {
      guard let row = (0..<piece.count).first(where: { !piece.scored[$0].isEmpty }) else { continue }
      var seen: Set<Int32> = []
      return piece.scored[row].filter { seen.insert($0).inserted }
        .map { ExactString(piece.labels.texts[Int($0)]) }
    }
    return []
  }
}
