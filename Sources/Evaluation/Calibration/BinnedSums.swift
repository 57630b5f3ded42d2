/// Rows by the stretch of the probability scale in which they lie, for one column of probabilities or
/// several: lanes.
///
/// The bins of a lane are of equal width and closed on the right: bin b of n holds b/n < p ≤ (b + 1)/n, the
/// first also 0. Sums over unweighted rows do not depend on how the rows are split.
struct BinnedSums: Hashable, Sendable {
  /// The sums of one bin.
  struct Bin: Hashable, Sendable {
    /// The weight of the rows.
    var weight = 0.0
    /// The weight of those that have the label, or are right.
    var hits = 0.0
    /// Σ w p.
    var probability = 0.0

    /// |Σ w (hit − p)|, which a sum behind an expected calibration error is made of.
    var gap: Double { abs(hits - probability) }
  }

  /// The bins of each lane.
  let binCount: Int
  /// The lower edge of each bin, then the end of the scale: first NaN, that no probability is at or below, last
  /// infinity.
  private let edges: [Double]
  /// Of unweighted rows, `probabilities[lane * binCount + bin]`.
  private var probabilities: [CountedSum] = []
  /// Of weighted rows, laid out alike; their hits are in `hits`.
  private var weighted: [Bin] = []
  private var hits: [Double]

  /// Lanes of so many empty bins.
  init(lanes: Int = 1, bins: Int, hasWeights: Bool) {
    binCount = bins
    edges = [.nan] + (1..<bins).map { Double($0) / Double(bins) } + [.infinity]
    hits = [Double](repeating: 0, count: lanes * bins)
    if hasWeights {
      weighted = [Bin](repeating: Bin(), count: lanes * bins)
    } else {
      probabilities = [CountedSum](repeating: CountedSum(), count: lanes * bins)
    }
  }

  /// Adds later rows, binned alike.
  mutating func merge(_ other: BinnedSums) {
    for place in probabilities.indices { probabilities[place].merge(other.probabilities[place]) }
    for place in weighted.indices {
      weighted[place].weight += other.weighted[place].weight
      weighted[place].probability += other.weighted[place].probability
    }
    for place in hits.indices { hits[place] += other.hits[place] }
  }

  /// The bins of a lane.
  func bins(lane: Int = 0) -> [Bin] {
    (lane * binCount..<(lane + 1) * binCount).map { place in
      guard weighted.isEmpty else {
        return Bin(
          weight: weighted[place].weight, hits: hits[place], probability: weighted[place].probability)
      }
      return Bin(
        weight: probabilities[place].count, hits: hits[place], probability: probabilities[place].value)
    }
  }
}

extension BinnedSums {
  /// Adds rows that have a probability for each lane, `cells[row * lanes + lane]`, from 0 to 1, and none of
  /// which is a hit.
  ///
  /// `weights` are those of the rows, or nil where they count once.
  mutating func addCells(_ cells: UnsafeBufferPointer<Double>, weights: UnsafeBufferPointer<Double>?) {
    let lanes = hits.count / binCount
    guard let weights else { return addCells(cells, lanes: lanes) }
    for (row, weight) in weights.enumerated() {
      for lane in 0..<lanes {
        let probability = cells[row &* lanes &+ lane]
        let place = place(of: probability, lane: lane)
        weighted[place].weight += weight
        weighted[place].probability += weight * probability
      }
    }
  }

  /// Adds rows that count once.
  private mutating func addCells(_ cells: UnsafeBufferPointer<Double>, lanes: Int) {
    let binCount = binCount
    edges.withUnsafeBufferPointer { edges in
      probabilities.withUnsafeMutableBufferPointer { sums in
        guard var cell = cells.baseAddress, let edges = edges.baseAddress, let sums = sums.baseAddress else {
          return
        }
        let end = cell + cells.count
        while cell < end {
          var first = sums
          for _ in 0..<lanes {
            let probability = cell.pointee
            first[Self.bin(of: probability, edges, binCount)].add(probability)
            first += binCount
            cell += 1
          }
        }
      }
    }
  }

  /// Adds the largest probability of each row to the only lane, a hit where it is that of the true label.
  mutating func add(_ rows: [TruthStanding]) {
    let binCount = binCount
    edges.withUnsafeBufferPointer { edges in
      probabilities.withUnsafeMutableBufferPointer { sums in
        hits.withUnsafeMutableBufferPointer { hits in
          guard let edges = edges.baseAddress else { return }
          for row in rows {
            let bin = Self.bin(of: row.place.largest, edges, binCount)
            sums[bin].add(row.place.largest)
            hits[bin] += row.place.isFirstLargest ? 1 : 0
          }
        }
      }
    }
  }

  /// Adds such a row that counts `weight` times.
  mutating func add(_ row: TruthStanding, weight: Double) {
    let place = place(of: row.place.largest, lane: 0)
    weighted[place].weight += weight
    weighted[place].probability += weight * row.place.largest
    hits[place] += row.place.isFirstLargest ? weight : 0
  }

  /// Says that rows which have been added are hits in the lanes of labels.
  mutating func addHits(_ cells: [TrueCell]) {
    let binCount = binCount
    edges.withUnsafeBufferPointer { edges in
      hits.withUnsafeMutableBufferPointer { hits in
        guard let edges = edges.baseAddress else { return }
        for cell in cells {
          hits[cell.label &* binCount &+ Self.bin(of: cell.probability, edges, binCount)] += cell.weight
        }
      }
    }
  }

  /// Says that a row which has been added is a hit.
  mutating func addHit(_ probability: Double, lane: Int = 0, weight: Double) {
    hits[place(of: probability, lane: lane)] += weight
  }

  private func place(of probability: Double, lane: Int) -> Int {
    edges.withUnsafeBufferPointer { edges in
      guard let edges = edges.baseAddress else { return 0 }
      return lane &* binCount &+ Self.bin(of: probability, edges, binCount)
    }
  }

  /// The bin of a probability.
  @inline(__always)
  private static func bin(of probability: Double, _ edges: UnsafePointer<Double>, _ binCount: Int) -> Int {
    // The nearest edge, as the last bits of 2⁵² and the product; the probability lies in the bin above it or
    // below. What is no probability lands in some bin as well.
    let nearest = Int(truncatingIfNeeded: (probability * Double(binCount) + 0x1p52).bitPattern & 0xFFFF_FFFF)
    let edge = min(nearest, binCount)
    return edge &- (edges[edge] >= probability ? 1 : 0)
  }
}
