/// Goes once through the rows in the order of a label's scores and adds up all that is asked of them.
struct RankWalk {
  /// What is true of a row that has the label.
  let mark: UInt64
  /// The number of labels that the truth of a row tells apart; 0 if it says no more than whether the row has the label.
  let labelCount: Int
  /// The number of rows with the label.
  let positives: Int

  /// What a walk has found.
  struct Result: Sendable {
    var sums: RankSums
    /// Twice the number of pairs won over the rows of each label; empty unless truths tell labels apart.
    var doubledWins: [UInt64]
  }

  /// Walks through `rows`: of each group of equal scores, calls `eachRow` for all words, then `eachGroup` with the sums down
  /// to it, which may change its words and adds to `wins` what rows of each label win.
  ///
  /// What a curve is drawn from goes to `curve`; `score` says which score a word has.
  ///
  /// Groups are mostly of a few rows, and how many cannot be foretold: hence no more loops over each than these two.
  ///
  /// - Complexity: Linear in the number of rows.
  @inline(__always)
  func walk(
    _ rows: inout RankedRows, curve: inout CurveWriter, score: (UInt64) -> Double,
    eachRow: (UInt64) -> Void = { _ in },
    eachGroup: (
      _ words: UnsafeMutableBufferPointer<UInt64>, _ sums: RankSums,
      _ wins: UnsafeMutableBufferPointer<UInt64>
    ) -> Void
  ) -> Result {
    var sums = RankSums(positives: positives, negatives: rows.words.count - positives)
    var wins = [UInt64](repeating: 0, count: max(labelCount, 1))
    let truthMask = rows.layout.truthMask
    let mark = mark
    wins.withUnsafeMutableBufferPointer { wins in
      var tied: UInt64 = 0
      rows.forEachGroup { word in
        tied &+= word & truthMask == mark ? 1 : 0
        eachRow(word)
      } _: { words in
        sums.add(tiedPositives: tied, tiedNegatives: UInt64(words.count) &- tied)
        tied = 0
        curve.pass(sums.passed.positives, sums.passed.negatives, word: words[0], score: score)
        eachGroup(words, sums, wins)
      }
    }
    curve.finish(score: score)
    guard labelCount > 0 else { return Result(sums: sums, doubledWins: []) }
    // Rows with the label went in too.
    wins[Int(mark)] = 0
    return Result(sums: sums, doubledWins: wins)
  }

  /// Walks through `rows` and leaves them as they are.
  func walk(_ rows: inout RankedRows, curve: inout CurveWriter, score: (UInt64) -> Double) -> Result {
    let truthMask = rows.layout.truthMask
    guard labelCount > 0 else { return walk(&rows, curve: &curve, score: score) { _, _, _ in } }
    return walk(&rows, curve: &curve, score: score) { words, sums, wins in
      for word in words { wins[Int(truncatingIfNeeded: word & truthMask)] &+= sums.halvesOfNegative }
    }
  }
}
