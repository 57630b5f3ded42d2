import Diagnostics
import RunRegistry

extension ClassificationDataset {
  /// A SHA-256 over everything in the dataset, in its order, as 64 hexadecimal digits.
  ///
  /// Two datasets have the same one only if they hold the same ids, texts, columns and labels in the same order.
  ///
  /// - Complexity: Linear in the bytes of the dataset.
  public var digest: String {
    var digest = TextDigest()
    digest.add(isMultilabel ? "label sets" : "labels")
    digest.add(columns.count)
    for column in columns { digest.add(column.name.text) }
    digest.add(count)
    for row in 0..<count {
      digest.add(ids[row])
      digest.add(texts[row])
      for column in columns { digest.add(column.values[row]) }
      let labels = labels(ofRow: row)
      digest.add(labels.count)
      for label in labels { digest.add(label.text) }
    }
    return digest.hexadecimal
  }

  /// A SHA-256 over the ids of examples in their order, as 64 hexadecimal digits.
  var idDigest: String {
    var digest = TextDigest()
    for id in ids { digest.add(id) }
    return digest.hexadecimal
  }
}
