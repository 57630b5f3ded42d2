import Diagnostics
import RunModel

/// A data set that a run had as input.
struct MLflowDataset: Hashable, Sendable {
  /// Its name.
  var name = ""
  /// What tells versions of it apart.
  var digest = ""
  /// How the source is given: `http`, `local`, `code`.
  var sourceType = ""
  /// Where it came from, mostly as JSON; text only, never followed.
  var source = ""
  /// The tags of the input, such as `mlflow.data.context`.
  var tags: [ExactString: String] = [:]

  /// What the input was used for: `training`, `test`.
  static let contextTag: ExactString = "mlflow.data.context"

  /// The values as a table; what is empty is left out.
  var table: [ExactString: Scalar] {
    var table: [ExactString: Scalar] = [:]
    for (key, value) in tags where key != Self.contextTag { table[key] = .text(value) }
    let fields: [(ExactString, String)] = [
      ("name", name), ("digest", digest), ("source type", sourceType), ("source", source),
      ("context", tags[Self.contextTag] ?? ""),
    ]
    for (key, value) in fields where !value.isEmpty { table[key] = .text(value) }
    return table
  }

  /// The tables of data sets by name, `dataset: <name>`; where two have one name, the digest follows, then a number.
  static func tables(of datasets: [MLflowDataset]) -> [ExactString: [ExactString: Scalar]] {
    var tables: [ExactString: [ExactString: Scalar]] = [:]
    for dataset in datasets {
      let plain = "dataset: " + (dataset.name.isEmpty ? "unnamed" : dataset.name)
      var name = plain
      if tables[ExactString(name)] != nil, !dataset.digest.isEmpty { name += " \(dataset.digest)" }
      let base = name
      var count = 2
      while let other = tables[ExactString(name)], other != dataset.table {
        name = "\(base) (\(count))"
        count += 1
      }
      tables[ExactString(name)] = dataset.table
    }
    return tables
  }
}
