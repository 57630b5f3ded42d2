/// Puts things in an order by chance, the same on every machine.
///
/// ```swift
/// SeededShuffle.order(of: 5, seed: 1)  // always the same order of 0, 1, 2, 3, 4
/// ```
///
/// Fisher and Yates's shuffle in Durstenfeld's form (1964, CACM 7), from the last place to the second: the place *i*
/// is swapped with one of 0…*i*, drawn from ``SplitMix64`` by rejection, so that each is equally likely.
enum SeededShuffle {
  /// The numbers 0…`count` − 1 in an order by chance.
  static func order(of count: Int, seed: UInt64) -> [Int] {
    var generator = SplitMix64(state: seed)
    var order = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(place, Int(generator.below(UInt64(place) + 1)))
    }
    return order
  }
}
