/// Counts cells by score where all scores are multiples of a millionth: nothing has to be sorted for it.
struct CellTable: Sendable {
  /// For each key the number of cells in the lower half, of true cells in the upper one; empty before the first.
  private var counts: [UInt64] = []

  /// Adds the cells of one label, in the order of their scores, of which those with this mark are true.
  ///
  /// In this order the table is passed from end to end, which is several times faster than jumping to and fro.
  ///
  /// - Precondition: No more than 2³² cells are added to all tables; words have the whole of their keys.
  mutating func add(_ rows: RankedRows, mark: UInt64) {
    let payload = UInt64(rows.layout.payloadBits)
    let truthMask = rows.layout.truthMask
    if counts.isEmpty { counts = [UInt64](repeating: 0, count: 1 << Millionths.keyBits) }
    counts.withUnsafeMutableBufferPointer { counts in
      rows.words.withUnsafeBufferPointer { words in
        for word in words {
          counts[Int(truncatingIfNeeded: word &>> payload)] &+= word & truthMask == mark ? 1 << 32 | 1 : 1
        }
      }
    }
  }

  /// So many stretches of keys are added up at the same time.
  private static let stretchCount = 16

  /// The ranking of the cells of all `tables`.
  static func ranking(of tables: [CellTable]) -> LabelRanking {
    let tables = tables.map(\.counts).filter { !$0.isEmpty }
    let size = (1 << Millionths.keyBits) / stretchCount
    let counts = concurrentMap(count: stretchCount) { stretch in
      [UInt64](unsafeUninitializedCapacity: size) { counts, filled in
        // Each count is written, but only those that are not 0 are kept.
        for place in 0..<size {
          var count: UInt64 = 0
          for table in tables { count &+= table[stretch &* size &+ place] }
          counts[filled] = count
          filled &+= count > 0 ? 1 : 0
        }
      }
    }
    var sums = CellSums()
    for counts in counts.reversed() {
      for count in counts.reversed() {
        let positives = count &>> 32
        sums.add(tiedPositives: positives, tiedNegatives: (count & 0xFFFF_FFFF) &- positives)
      }
    }
    return sums.ranking
  }
}
