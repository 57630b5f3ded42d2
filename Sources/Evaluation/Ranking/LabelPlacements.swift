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
  /// Rows that score lower count twice, those with the same score once. Empty where labels are not told apart.
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
    let hasPairs = !factors.reciprocals.isEmpty
    // One more than there are, because a word is written before it is known to be one.
    var pairSums = [UInt64](repeating: 0, count: hasPairs ? walk.positives + 1 : 1)
    var pairCount = 0
    var above: UInt64 = 0
    var tied: UInt64 = 0
    result = factors.reciprocals.withUnsafeBufferPointer { reciprocals in
      pairSums.withUnsafeMutableBufferPointer { pairSums in
        walk.walk(&rows, curve: &curve, score: score) { word in
          if hasPairs { tied &+= reciprocals[Int(truncatingIfNeeded: word & layout.truthMask)] }
        } eachGroup: { words, sums, wins in
          let halves = sums.halvesOfNegative
          let negative = code.ofNegative(sums)
          let positive = code.ofPositive(sums)
          let sum = 2 &* (factors.reciprocalSum &- above) &- tied
          let pairSum = (sum &>> code.rowBits) &<< code.rowBits
          above &+= tied
          tied = 0
          for place in words.indices {
            let word = words[place]
            let truth = word & layout.truthMask
            let row = UInt64(truncatingIfNeeded: layout.row(word))
            let isPositive = truth == walk.mark
            words[place] = (isPositive ? positive : negative) | row
            if hasPairs {
              wins[Int(truncatingIfNeeded: truth)] &+= halves
              pairSums[pairCount] = pairSum | row
              pairCount &+= isPositive ? 1 : 0
            }
          }
        }
      }
    }
    pairSums.removeLast()
    blocks = RowBlocks(&rows.words, rows: count, rowBits: code.rowBits, scratch: &rows.scratch)
    pairSumBlocks = RowBlocks(&pairSums, rows: count, rowBits: code.rowBits, scratch: &rows.scratch)
    self.label = label
    self.code = code
    self.pairSums = pairSums
  }
}
