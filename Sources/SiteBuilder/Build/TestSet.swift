import Diagnostics
package import Evaluation

/// Names the examples that a set of predictions is about, so that equal names mean the same test.
package enum TestSet {
  /// SHA-256 over the pairs of id and truth, sorted by their bytes: the order of rows does not matter.
  ///
  /// - Complexity: O(n log n) for n rows.
  package static func digest(of predictions: Predictions) -> String {
    let labels = predictions.schema.labels.map { Array($0.text.utf8) }
    var lines: [[UInt8]] = []
    lines.reserveCapacity(predictions.count)
    var number = 0
    for batch in predictions.batches {
      for row in 0..<batch.count {
        var line = batch.ids?.withBytes(of: row) { Array($0) } ?? Array(String(number).utf8)
        line.append(0)
        if batch.truthSets.isEmpty {
          line += labels[Int(batch.truth[row])]
        } else {
          for label in labels.indices where batch.truthSets[row * labels.count + label] != 0 {
            line += labels[label] + [0]
          }
        }
        lines.append(line)
        number += 1
      }
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    var digest = ContentDigest()
    for line in lines { digest.add(line) }
    return digest.hex
  }
}
