/// A gradient in the form in which rows are looked up.
struct InfluenceTable: Sendable {
  /// What a row adds for which every label is a true negative.
  let base: Double
  /// What a row adds that is wholly right.
  let right: Double
  /// What it adds beyond when a label is something else: three places for each label, as in ``CountCells``.
  let slots: [Double]

  init(_ gradient: CountGradient) {
    base = gradient.labels.reduce(gradient.perRow) { $0 + $1.trueNegatives }
    right = gradient.perRightRow
    slots = gradient.labels.flatMap { label in
      [
        label.truePositives - label.trueNegatives, label.falsePositives - label.trueNegatives,
        label.falseNegatives - label.trueNegatives,
      ]
    }
  }

  /// What a row of `batch` adds, in which rows may have several labels.
  func influence(of row: Int, in batch: PredictionBatch, labelCount: Int) -> Double {
    var sum = base
    var isRight = true
    var place = row &* labelCount
    for label in 0..<labelCount {
      let isTrue = batch.truthSets[place] != 0
      let isPredicted = batch.predictedSets[place] != 0
      place &+= 1
      guard isTrue || isPredicted else { continue }
      sum += slots[3 &* label &+ (isTrue ? (isPredicted ? 0 : 2) : 1)]
      if isTrue != isPredicted { isRight = false }
    }
    return sum + (isRight ? right : 0)
  }
}
