import Diagnostics
import Evaluation

extension Sample {
  /// Rows of the labels `a` and `b`, all truly `a`, with a site each and perhaps a fold.
  ///
  /// `sites` are the sites in order, each with how many of its rows are right and how many wrong.
  static func sited(
    _ sites: [(name: String, right: Int, wrong: Int)], folds: [String]? = nil
  ) -> Predictions {
    var names: [String] = []
    var predicted: [Int32] = []
    for site in sites {
      names += [String](repeating: site.name, count: site.right + site.wrong)
      predicted += [Int32](repeating: 0, count: site.right) + [Int32](repeating: 1, count: site.wrong)
    }
    return Predictions(
      schema: PredictionSchema(task: .multiclass, labels: ["a", "b"], attributeNames: ["site"]),
      batches: [
        PredictionBatch(
          count: names.count, truth: [Int32](repeating: 0, count: names.count), predicted: predicted,
          folds: folds.map { TextColumn($0) }, attributes: [TextColumn(names)])
      ])
  }
}
