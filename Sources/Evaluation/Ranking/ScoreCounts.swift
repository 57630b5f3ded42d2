/// How many rows have each score, where scores of one label are multiples of a millionth: where rows are far more than
/// such scores, counting them takes no longer than sorting, and memory that does not grow with the rows.
///
/// The memory serves one label after the other.
struct ScoreCounts: Sendable {
  /// For each key of ``Millionths`` the number of rows in the lower half, of rows with the label in the upper one; after
  /// the walk, the word of ``PlacementCode`` of a row without the label, but for the row.
  private var cells = [UInt64](repeating: 0, count: 1 << Millionths.keyBits)
  /// For each key the word of a row with the label.
  private var positiveWords: [UInt64] = []
  /// So many rows are looked up at a time, which stay in the nearest cache.
  private static let rowsAtATime = 4_096

  /// Whether it is worth while for so many rows.
  static func areWorthwhile(rows: Int) -> Bool { rows >= 4 << Millionths.keyBits && rows < 1 << 31 }

  /// Counts the rows of `predictions` by their scores for a label, all of which are multiples of a millionth.
  ///
  /// - Complexity: Linear in the number of rows.
  mutating func count(_ predictions: Predictions, label: Int) {
    cells.withUnsafeMutableBufferPointer { cells in
      cells.update(repeating: 0)
      for batch in predictions.batches {
        batch.forEachCell(0..<batch.count, of: label, in: predictions.schema) { score, hasLabel in
          cells[Int(truncatingIfNeeded: Millionths.key(score))] &+= hasLabel ? 1 << 32 | 1 : 1
        }
      }
    }
  }

  /// How many rows score at least each of `edges`, as ``RankedRows/counts(between:score:)``; to be asked for before the
  /// walk.
  func counts(between edges: [Double]) -> [Int] {
    var found = edges.map { _ in 0 }
    var bin = 0
    for key in cells.indices where cells[key] > 0 {
      let score = Millionths.score(UInt64(key))
      while bin + 1 < edges.count, score >= edges[bin + 1] { bin += 1 }
      found[bin] += Int(cells[key] & 0xFFFF_FFFF)
    }
    return found
  }

  /// Walks through the groups of rows of equal scores, of which `positives` have the label and `negatives` have not.
  ///
  /// With `code`, counts become the words of ``forEachBlock(of:label:_:)``.
  mutating func walk(
    positives: Int, negatives: Int, code: PlacementCode?, curve: inout CurveWriter
  ) -> RankWalk.Result {
    var sums = RankSums(positives: positives, negatives: negatives)
    if code != nil, positiveWords.isEmpty { positiveWords = [UInt64](repeating: 0, count: cells.count) }
    cells.withUnsafeMutableBufferPointer { cells in
      positiveWords.withUnsafeMutableBufferPointer { positiveWords in
        for key in cells.indices.reversed() where cells[key] > 0 {
          let positives = cells[key] &>> 32
          sums.add(tiedPositives: positives, tiedNegatives: (cells[key] & 0xFFFF_FFFF) &- positives)
          curve.pass(
            sums.passed.positives, sums.passed.negatives, word: UInt64(key), score: Millionths.score)
          guard let code else { continue }
          cells[key] = code.ofNegative(sums)
          positiveWords[key] = code.ofPositive(sums)
        }
      }
    }
    curve.finish(score: Millionths.score)
    return RankWalk.Result(sums: sums, doubledWins: [])
  }

  /// Calls `body` for blocks of rows, one after another, with the number of the first row and the word of each.
  ///
  /// - Complexity: Linear in the number of rows.
  func forEachBlock(
    of predictions: Predictions, label: Int,
    _ body: (_ first: Int, _ words: UnsafeBufferPointer<UInt64>) -> Void
  ) {
    cells.withUnsafeBufferPointer { negativeWords in
      positiveWords.withUnsafeBufferPointer { positiveWords in
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.rowsAtATime) { words in
          for (batch, firstRow) in zip(predictions.batches, predictions.batchStarts) {
            for start in stride(from: 0, to: batch.count, by: Self.rowsAtATime) {
              let rows = start..<min(start + Self.rowsAtATime, batch.count)
              var place = 0
              batch.forEachCell(rows, of: label, in: predictions.schema) { score, hasLabel in
                let key = Int(truncatingIfNeeded: Millionths.key(score))
                words[place] = hasLabel ? positiveWords[key] : negativeWords[key]
                place &+= 1
              }
              body(firstRow + start, UnsafeBufferPointer(rebasing: words[..<place]))
            }
          }
        }
      }
    }
  }
}

extension PredictionBatch {
  /// Calls `body` for each of the rows with its score for a label, and whether the row has the label.
  @inline(__always)
  fileprivate func forEachCell(
    _ rows: Range<Int>, of label: Int, in schema: PredictionSchema,
    _ body: (_ score: Double, _ hasLabel: Bool) -> Void
  ) {
    let (width, labelCount) = (schema.scoredLabelCount, schema.labels.count)
    probabilities.withUnsafeBufferPointer { probabilities in
      if truthSets.isEmpty {
        truth.withUnsafeBufferPointer { truth in
          for row in rows { body(probabilities[row &* width &+ label], truth[row] == label) }
        }
      } else {
        truthSets.withUnsafeBufferPointer { sets in
          for row in rows {
            body(probabilities[row &* width &+ label], sets[row &* labelCount &+ label] != 0)
          }
        }
      }
    }
  }
}
