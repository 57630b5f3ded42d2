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

  /// Walks through `rows`; `eachGroup` is called after each group of equal scores and may change its words.
  ///
  /// What a curve is drawn from goes to `curve`; `score` says which score a word has.
  ///
  /// - Complexity: Linear in the number of rows.
  @inline(__always)
  func walk(
    _ rows: inout RankedRows, curve: inout CurveWriter, score: (UInt64) -> Double,
    eachGroup: (_ words: UnsafeMutableBufferPointer<UInt64>, _ sums: RankSums, _ tiedPositives: UInt64) ->
      Void
  ) -> Result {
    var sums = RankSums(positives: positives, negatives: rows.words.count - positives)
    var wins = [UInt64](repeating: 0, count: max(labelCount, 1))
    let truthMask = rows.layout.truthMask
    wins.withUnsafeMutableBufferPointer { wins in
      rows.forEachGroup { words in
        var tied: UInt64 = 0
        for word in words { tied &+= word & truthMask == mark ? 1 : 0 }
        sums.add(tiedPositives: tied, tiedNegatives: UInt64(words.count) &- tied)
        if labelCount > 0 {
          let halves = sums.halvesOfNegative
          for word in words { wins[Int(truncatingIfNeeded: word & truthMask)] &+= halves }
        }
        curve.pass(sums.passed.positives, sums.passed.negatives, word: words[0], score: score)
        eachGroup(words, sums, tied)
      }
    }
    curve.finish(score: score)
    // Rows with the label went in too.
    if labelCount > 0 { wins[Int(mark)] = 0 }
    return Result(sums: sums, doubledWins: labelCount > 0 ? wins : [])
  }

  /// Walks through `rows` without a curve.
  @inline(__always)
  func walk(
    _ rows: inout RankedRows,
    eachGroup: (_ words: UnsafeMutableBufferPointer<UInt64>, _ sums: RankSums, _ tiedPositives: UInt64) ->
      Void
  ) -> Result {
    var curve = CurveWriter(.nothing, positives: 0, negatives: 0)
    return walk(&rows, curve: &curve, score: { _ in 0 }, eachGroup: eachGroup)
  }
}
