/// How all rows are placed by one label's scores, block by block of rows.
struct LabelPlacements: Sendable {
  /// The label.
  let label: Int
  /// What the walk through the rows has found.
  let result: RankWalk.Result
  /// By which words are read.
  let code: PlacementCode
  /// For each row with the label a sum over the other rows of 1/(rows of their label), above the number of the row.
  ///
  /// Rows that score lower count twice, those with the same score once. Empty where rows may have several labels.
  let pairSums: [UInt64]
  /// How to come by the words in the order of the rows.
  let blocks: RowBlocks
  /// How to come by ``pairSums`` in the order of the rows.
  let pairSumBlocks: RowBlocks

  /// Places `rows`, whose words become those of `code`; `curve` and `score` are as for the walk.
  ///
  /// - Complexity: Linear in the number of rows.
  init(
    _ rows: inout RankedRows, label: Int, walk: RankWalk, factors: InfluenceFactors,
    curve: inout CurveWriter, score: (UInt64) -> Double
  ) {
    let layout = rows.layout
    let count = rows.words.count
    let code = PlacementCode(
      rowBits: layout.rowBits, positives: walk.positives, negatives: count - walk.positives)
    var pairSums: [UInt64] = []
    let hasPairs = !factors.reciprocals.isEmpty
    if hasPairs { pairSums.reserveCapacity(walk.positives) }
    var above: UInt64 = 0
    result = factors.reciprocals.withUnsafeBufferPointer { reciprocals in
      walk.walk(&rows, curve: &curve, score: score) { words, sums, tiedPositives in
        let negative = code.negative.word(
          halves: sums.halvesOfNegative, influence: sums.precision.ofNegative)
        var tied: UInt64 = 0
        if tiedPositives == 0 {
          for place in words.indices {
            let word = words[place]
            if hasPairs { tied &+= reciprocals[Int(truncatingIfNeeded: word & layout.truthMask)] }
            words[place] = negative | UInt64(truncatingIfNeeded: layout.row(word))
          }
          above &+= tied
          return
        }
        if hasPairs {
          for word in words { tied &+= reciprocals[Int(truncatingIfNeeded: word & layout.truthMask)] }
        }
        let positive =
          code.mark
          | code.positive.word(halves: sums.halvesOfPositive, influence: sums.precision.ofPositive)
        let sum = 2 &* (factors.reciprocalSum &- above) &- tied
        let pairSum = (sum &>> code.rowBits) &<< code.rowBits
        for place in words.indices {
          let word = words[place]
          let row = UInt64(truncatingIfNeeded: layout.row(word))
          if word & layout.truthMask == walk.mark {
            words[place] = positive | row
            if hasPairs { pairSums.append(pairSum | row) }
          } else {
            words[place] = negative | row
          }
        }
        above &+= tied
      }
    }
    blocks = RowBlocks(&rows.words, rows: count, rowBits: code.rowBits, scratch: &rows.scratch)
    pairSumBlocks = RowBlocks(&pairSums, rows: count, rowBits: code.rowBits, scratch: &rows.scratch)
    self.label = label
    self.code = code
    self.pairSums = pairSums
  }
}
