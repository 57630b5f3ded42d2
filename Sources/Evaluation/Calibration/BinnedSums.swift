/// Rows by the stretch of the probability scale that they lie in: bins of equal width, closed on the right.
struct BinnedSums: Hashable, Sendable {
  /// The sums of one bin.
  struct Bin: Hashable, Sendable {
    /// The weight of the rows.
    var weight = 0.0
    /// The weight of those that have the label, or are right.
    var hits = 0.0
    /// Σ p over unweighted rows.
    private var exact = ExactSum()
    /// Σ w p over weighted rows.
    private var weighted = 0.0

    /// Σ w p.
    var probability: Double { exact.value + weighted }

    @inline(__always)
    mutating func add(_ probability: Double, isHit: Bool) {
      weight += 1
      if isHit { hits += 1 }
      exact.add(probability)
    }

    @inline(__always)
    mutating func add(_ probability: Double, isHit: Bool, weight: Double) {
      self.weight += weight
      if isHit { hits += weight }
      weighted += weight * probability
    }

    mutating func merge(_ other: Bin) {
      weight += other.weight
      hits += other.hits
      exact.merge(other.exact)
      weighted += other.weighted
    }
  }

  private(set) var bins: [Bin]

  /// So many empty bins.
  init(count: Int) {
    bins = [Bin](repeating: Bin(), count: count)
  }

  /// Adds a row that counts once.
  @inline(__always)
  mutating func add(_ probability: Double, isHit: Bool) {
    bins[Self.bin(of: probability, count: bins.count)].add(probability, isHit: isHit)
  }

  /// Adds a row that counts `weight` times.
  @inline(__always)
  mutating func add(_ probability: Double, isHit: Bool, weight: Double) {
    bins[Self.bin(of: probability, count: bins.count)].add(probability, isHit: isHit, weight: weight)
  }

  /// Adds the rows of later sums.
  mutating func merge(_ other: BinnedSums) {
    for bin in bins.indices { bins[bin].merge(other.bins[bin]) }
  }

  /// The bin that a probability lies in: above its lower edge, up to its upper one; 0 lies in the first.
  @inline(__always)
  static func bin(of probability: Double, count: Int) -> Int {
    let number = Double(count)
    var bin = min(max(Int((probability * number).rounded(.up)) &- 1, 0), count &- 1)
    // The product may have been rounded over an edge.
    if bin > 0, probability <= Double(bin) / number { bin &-= 1 }
    if bin < count &- 1, probability > Double(bin &+ 1) / number { bin &+= 1 }
    return bin
  }

  /// Σ w |hits − probability| over the bins: the sum behind an expected calibration error.
  var expectedGap: Double { bins.reduce(0) { $0 + abs($1.hits - $1.probability) } }

  /// The largest gap between the share of hits and the mean probability of a bin.
  var largestGap: Double {
    bins.filter { $0.weight > 0 }.map { abs($0.hits - $0.probability) / $0.weight }.max() ?? 0
  }

  /// The bins as values.
  func values(hasWeights: Bool) -> [CalibrationBin] {
    bins.enumerated().map { index, bin in
      CalibrationBin(
        bin, from: Double(index) / Double(bins.count), to: Double(index + 1) / Double(bins.count), hasWeights)
    }
  }
}

extension CalibrationBin {
  /// A bin of these sums.
  init(_ sums: BinnedSums.Bin, from lower: Double, to upper: Double, _ hasWeights: Bool) {
    self.init(
      lower: lower, upper: upper, count: sums.weight,
      meanProbability: .ratio(sums.probability, sums.weight, else: "no row lies in the bin"),
      observedShare: .ratio(sums.hits, sums.weight, else: "no row lies in the bin"),
      interval: hasWeights ? nil : .wilson(successes: sums.hits, trials: sums.weight))
  }
}
