/// Counts cells by score where all scores are multiples of a millionth: nothing has to be sorted.
enum CellTable {
  private static let keyCount = 1 << Millionths.keyBits
  /// Parts of the rows are counted at once, with a table each.
  private static let parts = 2

  /// The ranking of all cells of rows that count alike, whose scores are multiples of a millionth.
  ///
  /// - Complexity: Linear in rows × labels.
  static func ranking(of predictions: Predictions) -> LabelRanking {
    let found = concurrentMap(count: parts) { count(predictions, part: $0) }
    var sums = CellSums()
    found[0].all.withUnsafeBufferPointer { first in
      found[1].all.withUnsafeBufferPointer { second in
        for key in (0..<keyCount).reversed() {
          let all = UInt64(first[key]) &+ UInt64(second[key])
          guard all > 0 else { continue }
          let positives = UInt64(found[0].positives[key]) &+ UInt64(found[1].positives[key])
          sums.add(tiedPositives: positives, tiedNegatives: all &- positives)
        }
      }
    }
    return sums.ranking
  }

  /// For each key the number of cells, and of true cells.
  private struct Counts: Sendable {
    var all = [UInt32](repeating: 0, count: keyCount)
    var positives = [UInt32](repeating: 0, count: keyCount)
  }

  private static func count(_ predictions: Predictions, part: Int) -> Counts {
    let width = predictions.schema.labels.count
    var counts = Counts()
    counts.all.withUnsafeMutableBufferPointer { all in
      counts.positives.withUnsafeMutableBufferPointer { positives in
        predictions.forEachBatch(ofPart: part, of: parts) { batch, rows, _ in
          batch.probabilities.withUnsafeBufferPointer { probabilities in
            for cell in rows.lowerBound &* width..<rows.upperBound &* width {
              all[Int(truncatingIfNeeded: Millionths.key(probabilities[cell]))] &+= 1
            }
            batch.forEachTrueCell(rows, width: width) {
              positives[Int(truncatingIfNeeded: Millionths.key(probabilities[$0]))] &+= 1
            }
          }
        }
      }
    }
    return counts
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
