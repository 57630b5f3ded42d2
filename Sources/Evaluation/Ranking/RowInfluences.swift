/// How much each row moves the averages of areas over all labels, which share their rows.
///
/// The area A of a label with m rows among N is moved by a row with the label by N/m · (V − A), by another row by
/// N/(N − m) · (V − A), V being its placement (see ``RankSums``); the average precision as ``PrecisionInfluence`` says.
/// What a row moves the areas of all labels by is added up, so that averages know how labels depend on each other; the
/// variance of an average is Σ (ψ − mean ψ)² / N (N − 1). Where labels are weighted by their rows, a row also moves the
/// weights: by the share of what its label's area is above the average.
///
/// Sums are of whole steps (see ``InfluenceScale``) and so the same in any order.
struct RowInfluences: Sendable {
  let scale: InfluenceScale
  /// What each row adds to each lane, row by row, but for offsets.
  private(set) var values: [Int32]
  /// Whether a label was added; before, ``values`` are not set.
  private var hasValues = false
  /// Whether no label was added yet.
  var isEmpty: Bool { !hasValues }
  /// What is to be taken from every row, and beyond that from the rows of each label, in each lane.
  private var base: [Int64]
  private var offsets: [Int64]
  /// Over the areas of each label's rows against another label: their sum as the first of the pair, and as the second.
  private var rowSums: [Double]
  private var columnSums: [ExactSum]

  /// No influence yet.
  init(_ scale: InfluenceScale) {
    self.scale = scale
    values = [Int32](unsafeUninitializedCapacity: Int(scale.rowCount) * scale.laneCount) { _, filled in
      // The first label sets them, a block at a time, on whatever core it is ranked.
      filled = Int(scale.rowCount) * scale.laneCount
    }
    base = [Int64](repeating: 0, count: scale.laneCount)
    offsets = [Int64](repeating: 0, count: scale.supports.count * scale.laneCount)
    rowSums = [Double](repeating: 0, count: scale.supports.count)
    columnSums = [ExactSum](repeating: ExactSum(), count: scale.supports.count)
  }

  /// Adds what rows move by their placements for one label, whose words are `words`; `truth` is the label of each row, or
  /// empty where the scale has no lanes of pairs.
  ///
  /// - Complexity: Linear in the number of rows.
  mutating func add(
    _ placements: LabelPlacements, words: [UInt64], truth: [UInt16], factors: InfluenceFactors
  ) {
    let (lanes, hasValues) = (scale.laneCount, hasValues)
    values.withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress else { return }
      let writer = InfluenceWriter(placements.code, factors: factors, values: start)
      truth.withUnsafeBufferPointer { truth in
        placements.blocks.forEach(words) { block, first, words in
          if !hasValues { (start + first * lanes).update(repeating: 0, count: words.count * lanes) }
          guard !truth.isEmpty else { return writer.add(words, from: first, lanes: lanes) }
          writer.add(words, from: first, truth: truth)
          placements.pairSumBlocks.forEachRange(of: block) { writer.addPairSums(placements.pairSums[$0]) }
        }
      }
    }
    self.hasValues = true
    addOffsets(placements.result, label: placements.label)
  }

  /// Sets everything to 0, so that some rows of a label may be added before others.
  mutating func clear() {
    values.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    hasValues = true
  }

  /// Adds what some rows move by their placements for one label: `words` of `code` in the order of the rows, the first of
  /// which is `first`.
  ///
  /// - Precondition: Everything was set to 0; the scale has no lanes of pairs. ``addOffsets(_:label:)`` follows once.
  mutating func add(
    _ words: UnsafeBufferPointer<UInt64>, from first: Int, code: PlacementCode, factors: InfluenceFactors
  ) {
    let lanes = scale.laneCount
    values.withUnsafeMutableBufferPointer { values in
      guard let start = values.baseAddress else { return }
      InfluenceWriter(code, factors: factors, values: start).add(words, from: first, lanes: lanes)
    }
  }

  /// Notes what is to be taken from all rows and from those of a label, now that its walk is done.
  mutating func addOffsets(_ result: RankWalk.Result, label: Int) {
    guard let area = result.sums.area, let precision = result.sums.averagePrecision else { return }
    let (positives, lanes) = (scale.supports[label], scale.laneCount)
    let (rows, total) = (scale.rowCount, scale.total)
    let negatives = rows - positives
    let influence = result.sums.precision
    let ofPositive = influence.offsetOfPositive(precision)
    let ofNegative = influence.offsetOfNegative
    add(label, .area, rows / positives * area, others: rows / negatives * area)
    add(label, .precision, rows / positives * ofPositive, others: rows / positives * ofNegative)
    guard lanes > InfluenceLane.countOfMeans else { return }
    add(label, .weightedArea, rows / total * area, others: positives / total * rows / negatives * area)
    add(label, .weightedPrecision, rows / total * ofPositive, others: rows / total * ofNegative)
    for (other, wins) in result.doubledWins.enumerated() where other != label {
      let number = scale.supports[other]
      let area = Double(wins) / 2 / (positives * number)
      rowSums[label] += area
      columnSums[other].add(area)
      let weight = positives + number
      add(.pairArea, rows / positives * area, to: label)
      add(.weightedPairArea, weight / positives * area, to: label)
      add(.pairArea, rows / number * area, to: other)
      add(.weightedPairArea, weight / number * area, to: other)
    }
  }

  private mutating func add(_ label: Int, _ lane: InfluenceLane, _ offset: Double, others: Double) {
    let steps = scale.steps(others, in: lane)
    base[lane.rawValue] += steps
    offsets[label * scale.laneCount + lane.rawValue] += scale.steps(offset, in: lane) - steps
  }

  private mutating func add(_ lane: InfluenceLane, _ offset: Double, to label: Int) {
    offsets[label * scale.laneCount + lane.rawValue] += scale.steps(offset, in: lane)
  }

  /// Adds what a row moves the weights of labels by, given each label's area and average precision; once, in the end.
  mutating func addWeights(areas: [Double], precisions: [Double]) {
    guard scale.laneCount > InfluenceLane.countOfMeans else { return }
    let labels = scale.supports.indices
    let share = scale.rowCount / scale.total
    for (lane, values) in [(InfluenceLane.weightedArea, areas), (.weightedPrecision, precisions)] {
      let mean = labels.reduce(0) { $0 + scale.supports[$1] * values[$1] } / scale.total
      for label in labels { add(lane, -share * (values[label] - mean), to: label) }
    }
    guard scale.laneCount > InfluenceLane.countWithoutPairs, labels.count > 1 else { return }
    let sums = labels.map { rowSums[$0] + columnSums[$0].value }
    let mean = labels.reduce(0) { $0 + scale.supports[$1] * sums[$1] } / scale.rowCount
    for label in labels { add(.weightedPairArea, mean - sums[label], to: label) }
  }

  /// What to divide the sum over labels, or over pairs of them, by.
  private func divisor(of lane: InfluenceLane) -> Double {
    let labels = Double(scale.supports.count)
    return switch lane {
    case .area, .precision: labels
    case .weightedArea, .weightedPrecision: 1
    case .pairArea: labels * (labels - 1)
    case .weightedPairArea: 2 * (labels - 1)
    }
  }
}

extension RowInfluences {
  /// The variance of each average, in the order of the lanes; of its difference from the average of `other` predictions
  /// of the same rows, where they are given.
  ///
  /// - Complexity: Linear in rows × lanes; where rows may have several labels, in rows × labels.
  func variances(_ predictions: Predictions, less other: RowInfluences? = nil) -> [Double] {
    let count = scale.laneCount
    let sums = concurrentMap(count: 8) { part in scatter(predictions, part: part, of: 8, less: other) }
    return (0..<count).map { lane in
      let sum = sums.reduce(Int128(0)) { $0 + $1[lane].sum }
      let squares = sums.reduce(Int128(0)) { $0 + $1[lane].squares }
      let rows = scale.rowCount
      // Σ (x − mean)², times the number of rows.
      let scatter = Double(squares * Int128(rows) - sum * sum) / rows
      let unit = scale.steps[lane] * InfluenceLane.allCases.filter { $0.rawValue == lane }.map(divisor)[0]
      return scatter / (unit * unit) / (rows * (rows - 1))
    }
  }

  private struct Moments: Sendable {
    var sum: Int128 = 0
    var squares: Int128 = 0
  }

  private func scatter(
    _ predictions: Predictions, part: Int, of parts: Int, less other: RowInfluences?
  ) -> [Moments] {
    var moments = [Moments](repeating: Moments(), count: scale.laneCount)
    predictions.forEachBatch(ofPart: part, of: parts) { batch, rows, firstRow in
      for lane in 0..<scale.laneCount {
        var sum: Int64 = 0
        var squares: UInt128 = 0
        for row in rows {
          var number = influence(of: row, in: lane, batch, firstRow)
          if let other { number &-= other.influence(of: row, in: lane, batch, firstRow) }
          sum &+= number
          let size = number.magnitude
          let (high, low) = size.multipliedFullWidth(by: size)
          squares &+= UInt128(high) << 64 | UInt128(low)
        }
        moments[lane].sum += Int128(sum)
        moments[lane].squares += Int128(squares)
      }
    }
    return moments
  }

  @inline(__always)
  private func influence(of row: Int, in lane: Int, _ batch: PredictionBatch, _ firstRow: Int) -> Int64 {
    let lanes = scale.laneCount
    var number = Int64(values[(firstRow &+ row) &* lanes &+ lane]) &- base[lane]
    if batch.truthSets.isEmpty { return number &- offsets[Int(batch.truth[row]) &* lanes &+ lane] }
    let width = scale.supports.count
    for label in 0..<width where batch.truthSets[row &* width &+ label] != 0 {
      number &-= offsets[label &* lanes &+ lane]
    }
    return number
  }
}
