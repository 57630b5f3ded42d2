import Synchronization

/// Counts cells by score where all scores are multiples of a millionth: nothing has to be sorted.
enum CellTable {
  private static let keyCount = 1 << Millionths.keyBits
  /// Parts of the rows are counted at once, with a table each.
  private static let parts = 2

  /// The ranking of all cells of rows that count alike, or nil if some score is no multiple of a millionth.
  ///
  /// - Complexity: Linear in rows × labels.
  static func ranking(of predictions: Predictions) -> LabelRanking? {
    let found = concurrentMap(count: parts) { count(predictions, part: $0) }.compactMap(\.self)
    guard found.count == parts else { return nil }
    var sums = CellSums()
    found[0].withUnsafeBufferPointer { first in
      found[1].withUnsafeBufferPointer { second in
        for key in (0..<keyCount).reversed() {
          let all = UInt64(first[2 &* key]) &+ UInt64(second[2 &* key])
          guard all > 0 else { continue }
          let positives = UInt64(first[2 &* key &+ 1]) &+ UInt64(second[2 &* key &+ 1])
          sums.add(tiedPositives: positives, tiedNegatives: all &- positives)
        }
      }
    }
    return sums.ranking
  }

  /// For each key the number of cells and of true cells in turn.
  private static func count(_ predictions: Predictions, part: Int) -> [UInt32]? {
    let width = predictions.schema.labels.count
    var table = [UInt32](repeating: 0, count: 2 * keyCount)
    var areAllOnScale = true
    table.withUnsafeMutableBufferPointer { table in
      predictions.forEachBatch(ofPart: part, of: parts) { batch, rows, _ in
        guard areAllOnScale else { return }
        batch.probabilities.withUnsafeBufferPointer { probabilities in
          for row in rows {
            var strangers: UInt64 = 0
            for cell in row &* width..<(row &+ 1) &* width {
              let key = Millionths.key(probabilities[cell])
              strangers |= Millionths.score(key) == probabilities[cell] ? 0 : 1
              table[2 &* Int(key)] &+= 1
            }
            guard strangers == 0 else {
              areAllOnScale = false
              return
            }
          }
          batch.forEachTrueCell(rows, width: width) { table[2 &* Int(Millionths.key(probabilities[$0])) &+ 1] &+= 1 }
        }
      }
    }
    return areAllOnScale ? table : nil
  }
}

extension PredictionBatch {
  /// Calls `body` with the place of each true cell among the probabilities, all labels having some.
  @inline(__always)
  func forEachTrueCell(_ rows: Range<Int>, width: Int, _ body: (Int) -> Void) {
    if truthSets.isEmpty {
      truth.withUnsafeBufferPointer { truth in
        for row in rows { body(row &* width &+ Int(truth[row])) }
      }
    } else {
      truthSets.withUnsafeBufferPointer { sets in
        for cell in rows.lowerBound &* width..<rows.upperBound &* width where sets[cell] != 0 { body(cell) }
      }
    }
  }
}
