/// Which rows stand where in the order of their probabilities, without sorting all of them.
///
/// For rows that count alike. What takes time is done on all cores, batch by batch.
struct OutcomeOrder: Sendable {
  /// The keys of ``ScoredOutcomes``.
  private let keys: [[UInt64]]
  /// How many rows lie in the stretches of the scale before each, and then in all.
  private let starts: [Int]

  /// So many stretches of the scale are told apart.
  private static let stretches = 4_096

  /// The order of these keys.
  ///
  /// - Complexity: Linear in the number of rows.
  init(_ keys: [[UInt64]]) {
    self.keys = keys
    let counts = concurrentMap(count: keys.count) { part in
      var counts = [Int](repeating: 0, count: Self.stretches + 1)
      for key in keys[part] { counts[Self.stretch(of: key)] &+= 1 }
      return counts
    }
    var starts = [0]
    for stretch in 0...Self.stretches {
      starts.append(starts[stretch] + counts.reduce(0) { $0 + $1[stretch] })
    }
    self.starts = starts
  }

  /// The number of rows.
  var count: Int { starts[Self.stretches + 1] }

  /// The probability of the row at each place in the order, and how many rows have one no greater; 0 and 0 for places
  /// below 0.
  ///
  /// - Precondition: Places ascend and are below ``count``.
  /// - Complexity: Linear in the number of rows.
  func probabilities(at places: [Int]) -> [(probability: Double, countUpToIt: Int)] {
    let stretchOfPlace = places.map { place in
      place < 0 ? nil : starts.firstIndex { $0 > place }.map { $0 - 1 }
    }
    var isWanted = [Bool](repeating: false, count: Self.stretches + 1)
    for case let stretch? in stretchOfPlace { isWanted[stretch] = true }
    let found = concurrentMap(count: keys.count) { [isWanted] part in
      keys[part].filter { isWanted[Self.stretch(of: $0)] }
    }
    // Probabilities of one stretch stay together when all are sorted.
    let sorted = found.joined().map { $0 &>> 1 }.sorted()
    var first = [Int](repeating: 0, count: Self.stretches + 2)
    for stretch in 0...Self.stretches {
      first[stretch + 1] = first[stretch] + (isWanted[stretch] ? starts[stretch + 1] - starts[stretch] : 0)
    }
    return zip(places, stretchOfPlace).map { place, stretch in
      guard let stretch else { return (0, 0) }
      let index = first[stretch] + place - starts[stretch]
      var end = index + 1
      while end < first[stretch + 1], sorted[end] == sorted[index] { end += 1 }
      return (Double(bitPattern: sorted[index]), starts[stretch] + end - first[stretch])
    }
  }

  /// The sum of the probabilities and the number of hits of some rows.
  struct Sum: Sendable {
    /// How many rows there are, and the sum of their probabilities.
    var total = CountedSum()
    /// How many of them came true.
    var hits = 0
  }

  /// The sums over the rows up to the first probability, over those behind it up to the second, and so on.
  ///
  /// - Precondition: Probabilities ascend; none of a row is greater than the last.
  /// - Complexity: Linear in the number of rows.
  func sums(upTo probabilities: [Double]) -> [Sum] {
    // Per stretch, the first of the probabilities that is not below all of it.
    let stretchOfUpper = probabilities.map { Self.stretch(of: $0.bitPattern &<< 1) }
    let firstOfStretch = (0...Self.stretches).map { stretch in
      stretchOfUpper.firstIndex { $0 >= stretch } ?? max(0, probabilities.count - 1)
    }
    let parts = concurrentMap(count: keys.count) { part in
      var sums = [Sum](repeating: Sum(), count: probabilities.count)
      for key in keys[part] {
        let probability = Double(bitPattern: key &>> 1)
        var place = firstOfStretch[Self.stretch(of: key)]
        while probability > probabilities[place], place + 1 < probabilities.count { place &+= 1 }
        sums[place].total.add(probability)
        sums[place].hits &+= Int(truncatingIfNeeded: key & 1)
      }
      return sums
    }
    return parts.reduce(into: [Sum](repeating: Sum(), count: probabilities.count)) { sums, part in
      for place in sums.indices {
        sums[place].total.merge(part[place].total)
        sums[place].hits += part[place].hits
      }
    }
  }

  /// The stretch in which the probability of a key lies, the same for equal ones and never smaller for larger ones.
  @inline(__always)
  private static func stretch(of key: UInt64) -> Int {
    let probability = Double(bitPattern: key &>> 1)
    return Int(truncatingIfNeeded: (probability * Double(stretches) + 0x1p52).bitPattern & 0xFFFF)
  }
}
