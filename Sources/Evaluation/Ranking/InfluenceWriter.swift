/// Writes down what each row adds to the averages over labels by its placement for one label.
struct InfluenceWriter {
  private let factors: InfluenceFactors
  private let placements: LabelPlacements
  private let values: UnsafeMutablePointer<Int32>
  private let rowMask: UInt64
  private let mark: UInt64
  private let positive: Kind
  private let negative: Kind

  /// What the words of one kind of rows mean.
  private struct Kind {
    let reader: PlacementCode.Reader
    let precision: (step: Double, lowest: Double)
    let weightedPrecision: (step: Double, lowest: Double)

    init(_ reader: PlacementCode.Reader, _ factors: InfluenceFactors) {
      self.reader = reader
      precision = (reader.step * factors.precision, reader.lowest * factors.precision)
      weightedPrecision = (
        reader.step * factors.weightedPrecision, reader.lowest * factors.weightedPrecision
      )
    }
  }

  /// A writer to `values`, which has room for the lanes of every row.
  init(_ placements: LabelPlacements, factors: InfluenceFactors, values: UnsafeMutablePointer<Int32>) {
    self.factors = factors
    self.placements = placements
    self.values = values
    mark = 1 << placements.code.rowBits
    rowMask = mark - 1
    positive = Kind(placements.code.reader(isPositive: true), factors)
    negative = Kind(placements.code.reader(isPositive: false), factors)
  }

  /// `number` rounded to a whole one, whose lowest 32 bits these are.
  @inline(__always)
  private static func whole(_ number: Double) -> Int32 {
    // From 2⁵² to 2⁵³, doubles are the whole numbers.
    Int32(truncatingIfNeeded: (number + 0x1.8p52).bitPattern)
  }

  @inline(__always)
  private func add(_ word: UInt64, _ kind: Kind, _ halves: Double, to cell: UnsafeMutablePointer<Int32>) {
    let steps = kind.reader.influenceSteps(word)
    cell[0] &+= Self.whole(halves * factors.area)
    cell[1] &+= Self.whole(halves * factors.weightedArea)
    cell[2] &+= Self.whole(steps * kind.precision.step + kind.precision.lowest)
    cell[3] &+= Self.whole(steps * kind.weightedPrecision.step + kind.weightedPrecision.lowest)
  }

  /// Adds rows that may have several labels.
  func add(_ words: UnsafeBufferPointer<UInt64>, _ places: Range<Int>) {
    for place in places {
      let word = words[place]
      let kind = word & mark == 0 ? negative : positive
      add(word, kind, kind.reader.halves(word), to: values + Int(word & rowMask) &* 4)
    }
  }

  /// Adds rows that have one label each, but for ``LabelPlacements/pairSums``.
  func add(
    _ words: UnsafeBufferPointer<UInt64>, _ places: Range<Int>, _ truth: UnsafeBufferPointer<UInt16>
  ) {
    factors.ofPair.withUnsafeBufferPointer { ofPair in
      for place in places {
        let word = words[place]
        let row = Int(word & rowMask)
        let cell = values + row &* 6
        if word & mark == 0 {
          let halves = negative.reader.halves(word)
          let label = Int(truth[row])
          add(word, negative, halves, to: cell)
          cell[4] &+= Self.whole(halves * ofPair[2 &* label])
          cell[5] &+= Self.whole(halves * ofPair[2 &* label &+ 1])
        } else {
          let halves = positive.reader.halves(word)
          add(word, positive, halves, to: cell)
          cell[5] &+= Self.whole(halves * factors.weightedPairArea)
        }
      }
    }
  }

  /// Adds what rows with the label move averages over pairs of labels by.
  func addPairSums(_ places: Range<Int>) {
    for place in places {
      let word = placements.pairSums[place]
      let cell = values + Int(word & rowMask) &* 6
      let sum = Double(word &- (word & rowMask))
      cell[4] &+= Self.whole(sum * factors.pairSum)
      cell[5] &+= Self.whole(sum * factors.weightedPairSum)
    }
  }
}
