/// Finds what somebody probably meant to write.
package enum NearestName {
  /// The candidate with the fewest edits (insert, delete, replace, swap of neighbours) from `name`, if at most a
  /// third of its length (at least one), and at least one edit, is needed; the first of equals.
  package static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
    let scalars = Array(name.unicodeScalars)
    let limit = max(1, scalars.count / 3)
    var best: (edits: Int, name: String)?
    for candidate in candidates {
      let others = Array(candidate.unicodeScalars)
      guard abs(others.count - scalars.count) <= limit else { continue }
      let edits = distance(scalars, others)
      if edits > 0, edits <= limit, edits < best?.edits ?? .max { best = (edits, candidate) }
    }
    return best?.name
  }

  /// The restricted Damerau–Levenshtein distance.
  ///
  /// - Complexity: The product of the lengths.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1] + Array(repeating: 0, count: right.count)
      for j in right.indices {
        row[j + 1] = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      before = previous
      previous = row
    }
    return previous[right.count]
  }
}
