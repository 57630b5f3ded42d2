package import Diagnostics

/// Which of several pages of a leaderboard this is, and the way to the others.
package struct ReportPager: Hashable, Sendable {
  /// The experiment whose leaderboard it is.
  package let experiment: ExactString
  /// The number of this page, from 1.
  package let current: Int
  /// How many pages there are; at least 2.
  package let count: Int

  /// The pages that are linked to: the first, the last and those around this one; nil stands for a gap.
  package var numbers: [Int?] {
    let near = max(1, current - 2)...min(count, current + 2)
    var numbers: [Int?] = near.map { $0 }
    if near.lowerBound > 2 { numbers.insert(nil, at: 0) }
    if near.lowerBound > 1 { numbers.insert(1, at: 0) }
    if near.upperBound < count - 1 { numbers.append(nil) }
    if near.upperBound < count { numbers.append(count) }
    return numbers
  }
}
