/// Where the true label of a row stands among the probabilities of the row.
struct TruthPlace: BitwiseCopyable {
  /// The largest probability of the row.
  let largest: Double
  /// How many labels stand before the true one; of equal ones the later in the order of ``LabelSorting``.
  private(set) var rank: Int
  /// Whether the true label is the first of those with the largest probability.
  private(set) var isFirstLargest: Bool

  /// The place of the label `truth` in a row of `width` probabilities; `order` says where each label stands
  /// when labels are sorted.
  @inline(__always)
  init(_ row: UnsafePointer<Double>, width: Int, truth: Int, order: UnsafePointer<Int32>) {
    let own = row[truth]
    let found = Comparison(row, width: width, with: own)
    largest = found.largest
    rank = found.above
    isFirstLargest = found.above == 0
    guard found.notBelow - found.above > 1 else { return }
    for label in 0..<width where row[label] == own {
      if order[label] > order[truth] { rank &+= 1 }
      if label < truth { isFirstLargest = false }
    }
  }

  /// The probabilities of a row compared with one of them: how many are larger, and how many are not smaller.
  private struct Comparison {
    var above: Int
    var notBelow: Int
    var largest: Double

    @inline(__always)
    init(_ row: UnsafePointer<Double>, width: Int, with own: Double) {
      var pairs = Pairs(own)
      for label in stride(from: 0, to: width &- 1, by: 2) { pairs.add(SIMD2(row[label], row[label &+ 1])) }
      if width % 2 == 1 { pairs.add(SIMD2(row[width &- 1], -1)) }
      above = Int(pairs.above.x &+ pairs.above.y)
      notBelow = Int(pairs.notBelow.x &+ pairs.notBelow.y)
      largest = pairs.largest.x > pairs.largest.y ? pairs.largest.x : pairs.largest.y
    }
  }

  /// Two probabilities at a time.
  private struct Pairs {
    let owns: SIMD2<Double>
    var above = SIMD2<Int64>.zero
    var notBelow = SIMD2<Int64>.zero
    var largest: SIMD2<Double>

    @inline(__always)
    init(_ own: Double) {
      owns = SIMD2(repeating: own)
      largest = owns
    }

    @inline(__always)
    mutating func add(_ pair: SIMD2<Double>) {
      above &+= SIMD2<Int64>.zero.replacing(with: 1, where: pair .> owns)
      notBelow &+= SIMD2<Int64>.zero.replacing(with: 1, where: pair .>= owns)
      largest.replace(with: pair, where: pair .> largest)
    }
  }
}

extension TruthPlace {
  /// What `body` makes of each of some rows of a batch in which every row has one label and every label a
  /// probability: of the row's probabilities, its true label, and its place.
  ///
  /// `order` is that of the labels, ``LabelSorting/ranks(of:)``.
  @inline(__always)
  static func map<Result>(
    _ rows: Range<Int>, in batch: PredictionBatch, schema: PredictionSchema, order: [Int32],
    _ body: (_ row: UnsafePointer<Double>, _ truth: Int, _ place: TruthPlace) -> Result
  ) -> [Result] {
    let width = schema.scoredLabelCount
    return batch.probabilities.withUnsafeBufferPointer { probabilities in
      order.withUnsafeBufferPointer { order in
        guard let start = probabilities.baseAddress, let order = order.baseAddress else { return [] }
        return rows.map { row in
          let cells = start + row &* width
          let truth = Int(batch.truth[row])
          precondition(truth >= 0 && truth < width, "a true label is the index of a label")
          return body(cells, truth, TruthPlace(cells, width: width, truth: truth, order: order))
        }
      }
    }
  }

  /// What `body` makes of the place of the true label of each row of such a batch.
  static func mapAll<Result>(
    in batch: PredictionBatch, schema: PredictionSchema, _ body: (TruthPlace) -> Result
  ) -> [Result] {
    map(0..<batch.count, in: batch, schema: schema, order: LabelSorting.ranks(of: schema.labels)) {
      _, _, place in
      body(place)
    }
  }
}
