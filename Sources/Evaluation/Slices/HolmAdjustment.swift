/// Holm's correction of p-values for their number.
enum HolmAdjustment {
  /// The adjusted p-values, in the order of those given.
  ///
  /// Of *m* p-values in ascending order the *i*-th becomes the largest of min(1, (m − j + 1) pⱼ) over j ≤ i (Holm 1979,
  /// Scandinavian Journal of Statistics 6). Rejecting where it is at most 5 % keeps the probability of any false
  /// rejection at 5 %, however the tests depend on each other.
  ///
  /// ```swift
  /// HolmAdjustment.adjusted([0.01, 0.04, 0.03])  // 0.03, 0.06, 0.06
  /// ```
  ///
  /// - Complexity: O(*n* log *n*).
  static func adjusted(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var largest = 0.0
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    for (place, index) in order.enumerated() {
      largest = max(largest, min(1, Double(pValues.count - place) * pValues[index]))
      adjusted[index] = largest
    }
    return adjusted
  }
}
