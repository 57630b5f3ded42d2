/// What each unit of a bootstrap of rows adds to the counts of labels.
struct UnitCounts: Sendable {
  /// The weight of the rows of each unit.
  private var weights: [Double]
  /// The weight of the right rows of each unit.
  private var right: [Double]
  /// Where the entries of each unit begin, then their number.
  private var starts: [Int32] = [0]
  /// Three times the label, plus 0 for true positives, 1 for false positives, 2 for false negatives.
  private var slots: [Int32] = []
  private var amounts: [Double] = []

  init(_ predictions: Predictions, units: RowUnits) {
    weights = [Double](repeating: 0, count: units.count)
    right = weights
    var entries: [(unit: Int32, slot: Int32, weight: Double)] = []
    var row = 0
    for batch in predictions.batches {
      let isRight = batch.isRight(predictions.schema)
      for offset in 0..<batch.count {
        let weight = predictions.schema.hasWeights ? batch.weights[offset] : 1
        let unit = units.unitOfRow[row]
        row += 1
        guard weight > 0 else { continue }
        weights[Int(unit)] += weight
        if isRight[offset] { right[Int(unit)] += weight }
        batch.forEachSlot(of: offset, schema: predictions.schema) { entries.append((unit, $0, weight)) }
      }
    }
    // Stable by row within unit and slot, so that sums of weights have one order.
    let order = entries.indices.sorted {
      (entries[$0].unit, entries[$0].slot, $0) < (entries[$1].unit, entries[$1].slot, $1)
    }
    var last: (unit: Int32, slot: Int32) = (0, -1)
    for place in order {
      let entry = entries[place]
      while last.unit < entry.unit {
        starts.append(Int32(slots.count))
        last = (last.unit + 1, -1)
      }
      if entry.slot == last.slot {
        amounts[amounts.count - 1] += entry.weight
      } else {
        slots.append(entry.slot)
        amounts.append(entry.weight)
        last.slot = entry.slot
      }
    }
    while starts.count <= units.count { starts.append(Int32(slots.count)) }
  }

  /// Sets all counts to those of a resample.
  func fill(
    _ statistics: inout ClassificationStatistics, multiplicities: UnsafeBufferPointer<UInt16>,
    scratch: inout [Double]
  ) {
    var total = 0.0
    var correct = 0.0
    scratch.withUnsafeMutableBufferPointer { sums in
      sums.update(repeating: 0)
      for unit in multiplicities.indices where multiplicities[unit] > 0 {
        let times = Double(multiplicities[unit])
        total += times * weights[unit]
        correct += times * right[unit]
        for place in Int(starts[unit])..<Int(starts[unit + 1]) {
          sums[Int(slots[place])] += times * amounts[place]
        }
      }
    }
    statistics.weightSum = total
    statistics.correctWeight = correct
    statistics.setLabelCounts(scratch)
  }
}

extension PredictionBatch {
  /// Calls `body` for what a row adds to: three times the label, plus 0 for true positives, 1 for false positives, 2
  /// for false negatives.
  func forEachSlot(of row: Int, schema: PredictionSchema, _ body: (Int32) -> Void) {
    guard schema.task == .multilabel else {
      if truth[row] == predicted[row] {
        body(3 * truth[row])
      } else {
        body(3 * truth[row] + 2)
        body(3 * predicted[row] + 1)
      }
      return
    }
    let start = row * schema.labels.count
    for label in schema.labels.indices {
      let isTrue = truthSets[start + label] != 0
      let isPredicted = predictedSets[start + label] != 0
      guard isTrue || isPredicted else { continue }
      body(Int32(3 * label + (isTrue ? (isPredicted ? 0 : 2) : 1)))
    }
  }
}

extension ClassificationStatistics {
  /// Sets the counts of labels from true positives, false positives and false negatives of each, and the weight of all
  /// rows.
  mutating func setLabelCounts(_ slots: [Double]) {
    for label in labelCounts.indices {
      var counts = LabelCounts(
        truePositives: slots[3 * label], falsePositives: slots[3 * label + 1],
        falseNegatives: slots[3 * label + 2])
      counts.setTrueNegatives(total: weightSum)
      labelCounts[label] = counts
    }
  }
}
