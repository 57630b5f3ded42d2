import Diagnostics

extension Predictions {
  /// How well the classifier does on each slice, against all rows that are not in it.
  ///
  /// Slices are the values of each attribute with 2 to ``mostSliceValues`` distinct values, told apart by their bytes,
  /// and the expressions of `options`; at most ``mostSlices`` in all. An attribute with more values, or with one and
  /// the same for all rows, is passed over, with the reason. No value is too rare: a slice of few rows is small and comes
  /// last.
  ///
  /// Metrics, by default: accuracy; macro F1, or of a binary problem the F1 and the ROC AUC of the positive label;
  /// log loss where every label has a probability; and the primary metric, which is accuracy, or micro F1 where rows may
  /// have several labels. A primary metric that does not apply to the predictions gives way to that. Each is what
  /// evaluating the rows of the slice alone gives.
  ///
  /// Differences are slice less rest. The share of rows that are wholly right has Newcombe's hybrid score interval, and
  /// Fisher's exact test with any number of rows. Where rows have weights or groups, both come from the delta method, with rows
  /// of a group taken together. The difference of another primary metric has an interval if both of its sides have one,
  /// unless groups may lie on both sides. p-values are corrected for the number of slices by Holm's method: every
  /// slice with rows on both sides counts, also small ones, and both values of an attribute that has two.
  ///
  /// - Complexity: Linear in rows × labels for each attribute and each expression; with a metric that ranks rows, linear
  ///   in rows for each slice.
  public func slices(_ options: SliceOptions = SliceOptions()) -> SliceEvaluation {
    let evaluator = SliceEvaluator(self, options)
    var found: [EvaluatedSlice] = []
    var problems: [SliceProblem] = []
    if options.includesAttributes {
      for (index, name) in schema.attributeNames.enumerated() {
        switch sliceValues(ofAttribute: index, room: Self.mostSlices - found.count) {
        case .success(let partition):
          let definitions = partition.values.map { SliceDefinition.attribute(name: name, value: $0) }
          found += evaluator.slices(partition.offsets, definitions)
        case .failure(let problem):
          problems.append(.attribute(name, reason: problem.reason))
        }
      }
    }
    for expression in options.expressions {
      do throws(SliceExpressionError) {
        let inside = try SliceMatcher(expression, self).offsets()
        found += evaluator.slices([inside, complement(of: inside)], [.expression(expression)])
      } catch {
        problems.append(.expression(expression, error))
      }
    }
    return SliceEvaluation(
      slices: evaluator.ranked(found), metricNames: evaluator.registry.metrics.map(\.name),
      primaryMetric: evaluator.primary.name, problems: problems)
  }

  /// An attribute with more distinct values is no set of slices.
  public static let mostSliceValues = 20
  /// Attributes that would make more slices than this are passed over.
  public static let mostSlices = 500

  private struct NoSlices: Error {
    var reason: String
  }

  /// The rows by the values of an attribute, or why they are no slices.
  private func sliceValues(ofAttribute index: Int, room: Int) -> Result<ColumnPartition, NoSlices> {
    let limit = Self.mostSliceValues
    guard let partition = ColumnPartition(self, limit: limit, column: { $0.attributes[index] }) else {
      return .failure(NoSlices(reason: "it has more than \(limit) distinct values"))
    }
    guard partition.values.count > 1 else {
      return .failure(
        NoSlices(reason: count == 0 ? "there are no rows" : "it has the same value in all rows"))
    }
    guard partition.values.count <= room else {
      return .failure(NoSlices(reason: "there are \(Self.mostSlices) slices without it"))
    }
    return .success(partition)
  }

  /// The rows of each batch that are not among `offsets`, which ascend.
  private func complement(of offsets: [[Int]]) -> [[Int]] {
    zip(batches, offsets).map { batch, offsets in
      var rest: [Int] = []
      rest.reserveCapacity(batch.count - offsets.count)
      var next = 0
      for row in 0..<batch.count {
        if next < offsets.count, offsets[next] == row { next += 1 } else { rest.append(row) }
      }
      return rest
    }
  }
}
