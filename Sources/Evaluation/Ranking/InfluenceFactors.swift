/// What the placements of rows for one label are multiplied with to be steps of each lane.
struct InfluenceFactors: Sendable {
  /// Of twice the placement of a row times the number of rows of the other kind.
  let area: Double
  let weightedArea: Double
  /// Of what ``PrecisionInfluence`` tells of a row.
  let precision: Double
  let weightedPrecision: Double
  /// Of a row of each other label: for both lanes of pairs in turn.
  let ofPair: [Double]
  /// Of the sum over the rows below of 1/(rows of their label), counted twice, and of the placement as above.
  let pairSum: Double
  let weightedPairSum: Double
  let weightedPairArea: Double
  /// 1/(rows of each label) in units of ``reciprocalUnit``, so that sums are exact; 0 for the label itself.
  let reciprocals: [UInt64]
  /// The sum over all other rows of ``reciprocals``.
  let reciprocalSum: UInt64
  /// The unit of ``reciprocals``.
  let reciprocalUnit: Double

  /// The factors for `label`; without those of pairs where `scale` has no lanes for them.
  init(label: Int, scale: InfluenceScale) {
    let positives = scale.supports[label]
    let negatives = scale.rowCount - positives
    let rows = scale.rowCount
    let steps = scale.steps
    area = steps[0] * rows / (2 * negatives * positives)
    weightedArea = steps[2] * rows / (2 * negatives * scale.total)
    precision = steps[1] * rows / positives
    weightedPrecision = steps[3] * rows / scale.total
    guard scale.laneCount > InfluenceLane.countWithoutPairs else {
      (ofPair, pairSum, weightedPairSum, weightedPairArea) = ([], 0, 0, 0)
      (reciprocals, reciprocalSum, reciprocalUnit) = ([], 0, 0)
      return
    }
    ofPair = scale.supports.flatMap { other -> [Double] in
      let pairs = 2 * positives * other
      return [steps[4] * rows / pairs, steps[5] * (positives + other) / pairs]
    }
    // Twice the sum of all reciprocals times rows, one for each other label, fits into 62 bits.
    let bits = 61 - (Int.bitWidth - scale.supports.count.leadingZeroBitCount)
    let unit = Double(sign: .plus, exponent: bits, significand: 1)
    let reciprocals = scale.supports.indices.map { other in
      other == label ? 0 : UInt64((unit / scale.supports[other]).rounded())
    }
    self.reciprocals = reciprocals
    reciprocalSum = reciprocals.indices.reduce(0 as UInt64) {
      $0 + reciprocals[$1] * UInt64(scale.supports[$1])
    }
    reciprocalUnit = 1 / unit
    pairSum = steps[4] * rows / (2 * positives) / unit
    weightedPairSum = steps[5] / 2 / unit
    weightedPairArea = steps[5] / (2 * positives)
  }
}
