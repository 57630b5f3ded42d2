import Diagnostics

/// Numbers the distinct texts of a column in the order in which they first occur.
///
/// Texts are told apart by their bytes; a run of equal texts costs one comparison each.
struct DistinctValues {
  /// The distinct texts.
  private(set) var values: [[UInt8]] = []
  /// The numbers of the texts of one hash value.
  private var buckets: [Int: [Int]] = [:]
  private var last = 0

  /// The number of a text, a new one for a text that was not met before.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
    if last < values.count, values[last].elementsEqual(text) { return last }
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    let hash = hasher.finalize()
    if let known = buckets[hash]?.first(where: { values[$0].elementsEqual(text) }) {
      last = known
    } else {
      last = values.count
      values.append(Array(text))
      buckets[hash, default: []].append(last)
    }
    return last
  }
}
