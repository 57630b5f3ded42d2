/// Writes down what each row adds to the averages over labels by its placement for one label.
struct InfluenceWriter {
  private let factors: InfluenceFactors
  private let code: PlacementCode
  private let values: UnsafeMutablePointer<Int32>
  private let mark: UInt64
  private let positive: Kind
  private let negative: Kind

  /// What the words of one kind of rows mean.
  private struct Kind {
    let code: PlacementCode.Kind
    let precision: (step: Double, lowest: Double)
    let weightedPrecision: (step: Double, lowest: Double)

    init(_ code: PlacementCode.Kind, _ factors: InfluenceFactors) {
      self.code = code
      precision = (code.step * factors.precision, code.lowest * factors.precision)
      weightedPrecision = (code.step * factors.weightedPrecision, code.lowest * factors.weightedPrecision)
    }
  }

  /// A writer of words of `code` to `values`, which has room for the lanes of every row.
  init(_ code: PlacementCode, factors: InfluenceFactors, values: UnsafeMutablePointer<Int32>) {
    self.factors = factors
    self.code = code
    self.values = values
    mark = code.mark
    positive = Kind(code.positive, factors)
    negative = Kind(code.negative, factors)
  }

  /// `number` rounded to a whole one, whose lowest 32 bits these are.
  @inline(__always)
  private static func whole(_ number: Double) -> Int32 {
    // From 2⁵² to 2⁵³, doubles are the whole numbers.
    Int32(truncatingIfNeeded: (number + 0x1.8p52).bitPattern)
  }

  @inline(__always)
  private func addMeans(
    _ word: UInt64, _ kind: Kind, _ halves: Double, to cell: UnsafeMutablePointer<Int32>
  ) {
    cell[0] &+= Self.whole(halves * factors.area)
    cell[1] &+= Self.whole(kind.code.steps(word) * kind.precision.step + kind.precision.lowest)
  }

  @inline(__always)
  private func add(_ word: UInt64, _ kind: Kind, _ halves: Double, to cell: UnsafeMutablePointer<Int32>) {
    addMeans(word, kind, halves, to: cell)
    let steps = kind.code.steps(word)
    cell[2] &+= Self.whole(halves * factors.weightedArea)
    cell[3] &+= Self.whole(steps * kind.weightedPrecision.step + kind.weightedPrecision.lowest)
  }

  /// Adds rows without lanes of pairs: `words` in the order of the rows, the first of which is `first`.
  func add(_ words: UnsafeBufferPointer<UInt64>, from first: Int, lanes: Int) {
    lanes == InfluenceLane.countOfMeans ? addMeans(words, from: first) : addAverages(words, from: first)
  }

  private func addMeans(_ words: UnsafeBufferPointer<UInt64>, from first: Int) {
    var cell = values + first &* 2
    for word in words {
      let kind = word & mark == 0 ? negative : positive
      addMeans(word, kind, kind.code.halves(word), to: cell)
      cell += 2
    }
  }

  private func addAverages(_ words: UnsafeBufferPointer<UInt64>, from first: Int) {
    var cell = values + first &* 4
    for word in words {
      let kind = word & mark == 0 ? negative : positive
      add(word, kind, kind.code.halves(word), to: cell)
      cell += 4
    }
  }

  /// Adds rows that have one label each, but for ``LabelPlacements/pairSums``; `words` are as above.
  func add(_ words: UnsafeBufferPointer<UInt64>, from first: Int, truth: UnsafeBufferPointer<UInt16>) {
    factors.ofPair.withUnsafeBufferPointer { ofPair in
      var cell = values + first &* 6
      var row = first
      for word in words {
        if word & mark == 0 {
          let halves = negative.code.halves(word)
          let label = Int(truth[row])
          add(word, negative, halves, to: cell)
          cell[4] &+= Self.whole(halves * ofPair[2 &* label])
          cell[5] &+= Self.whole(halves * ofPair[2 &* label &+ 1])
        } else {
          let halves = positive.code.halves(word)
          add(word, positive, halves, to: cell)
          cell[5] &+= Self.whole(halves * factors.weightedPairArea)
        }
        row &+= 1
        cell += 6
      }
    }
  }

  /// Adds what rows with the label move averages over pairs of labels by, of which `sums` are
  /// ``LabelPlacements/pairSums``.
  func addPairSums(_ sums: ArraySlice<UInt64>) {
    for word in sums {
      let cell = values + Int(word & code.rowMask) &* 6
      let sum = Double(word &- (word & code.rowMask))
      cell[4] &+= Self.whole(sum * factors.pairSum)
      cell[5] &+= Self.whole(sum * factors.weightedPairSum)
    }
  }
}
