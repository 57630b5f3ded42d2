/// Measures slices of certain predictions.
struct SliceEvaluator: Sendable {
  /// The metrics to compute.
  let registry: MetricRegistry
  /// The metric that slices are ordered by.
  let primary: ClassificationMetric
  private let predictions: Predictions
  /// Whether some metric may need rows to be ranked.
  private let ranks: RankingExtent
  /// Whether metrics read nothing but labels, probabilities, weights and groups.
  private let numbersOnly: Bool

  init(_ predictions: Predictions, _ options: SliceOptions) {
    let schema = predictions.schema
    self.predictions = predictions
    let known = options.metrics ?? .standard
    let usual = ClassificationMetric.usualPrimary(of: schema.task)
    let wanted = options.primaryMetric.flatMap { known[$0] }
    primary = wanted.flatMap { $0.applies(to: schema) ? $0 : nil } ?? known[usual.name] ?? usual
    var registry = options.metrics ?? MetricRegistry(ClassificationMetric.usualOfSlices(schema))
    registry.set(primary)
    self.registry = MetricRegistry(registry.metrics.filter { $0.applies(to: schema) })
    numbersOnly = options.metrics == nil
    ranks = self.registry.rankingExtent(for: schema)
  }

  /// A slice for each of `definitions`, which are the first of some parts of the rows that make up all of them.
  ///
  /// `offsets[part][batch]` are rows counted within the batch. What is measured of the rest of a slice is put together
  /// from the other parts.
  func slices(_ offsets: [[[Int]]], _ definitions: [SliceDefinition]) -> [EvaluatedSlice] {
    let schema = predictions.schema
    let parts = offsets.map { predictions.selecting(offsets: $0, numbersOnly: numbersOnly) }
    let sums = concurrentMap(count: parts.count) { part in
      parts[part].batches.reduce(into: RowSums(schema: schema)) { $0.merge(RowSums($1, schema: schema)) }
    }
    var groups = DistinctValues()
    let rights = parts.map { RightSums($0, groupNumbers: &groups) }
    return concurrentMap(count: definitions.count) { index in
      let others = parts.indices.filter { $0 != index }
      let rest = Predictions(schema: schema, batches: others.flatMap { parts[$0].batches })
      return slice(
        definitions[index],
        Side(parts[index], sums[index], rights[index], self),
        Side(
          rest, others.reduce(into: RowSums(schema: schema)) { $0.merge(sums[$1]) },
          others.reduce(into: RightSums()) { $0.merge(rights[$1]) }, self))
    }
  }

  /// The slices in the order in which they are reported.
  func ranked(_ slices: [EvaluatedSlice]) -> [EvaluatedSlice] {
    let sign = primary.direction == .higherIsBetter ? 1.0 : -1
    let keys = slices.map { sign * ($0.primaryDifference.value.number ?? .infinity * sign) }
    let order = slices.indices.sorted { left, right in
      (slices[left].isSmall ? 1 : 0, keys[left], left) < (slices[right].isSmall ? 1 : 0, keys[right], right)
    }
    let tested = slices.indices.filter { slices[$0].pValue.number != nil }
    let adjusted = HolmAdjustment.adjusted(tested.compactMap { slices[$0].pValue.number })
    var slices = slices
    for (index, pValue) in zip(tested, adjusted) { slices[index].adjustedPValue = .value(pValue) }
    return order.map { slices[$0] }
  }

  /// What is known of a slice, or of its rest.
  private struct Side {
    let part: SlicePart
    let right: RightSums
    let absentLabelCount: Int

    init(_ predictions: Predictions, _ sums: RowSums, _ right: RightSums, _ evaluator: SliceEvaluator) {
      let statistics = ClassificationStatistics(
        predictions: predictions, sums: sums, ranks: evaluator.ranks)
      let evaluation = ClassificationEvaluation(
        statistics, options: EvaluationOptions(metrics: evaluator.registry))
      part = SlicePart(rows: predictions.count, metrics: evaluation.metrics)
      self.right = right
      absentLabelCount = statistics.labelCounts.count { $0.support == 0 && $0.predicted == 0 }
    }
  }

  private func slice(_ definition: SliceDefinition, _ side: Side, _ rest: Side) -> EvaluatedSlice {
    let all = side.part.rows + rest.part.rows
    let comparison = ShareComparison(
      side.right, rest.right, isExact: !predictions.schema.hasWeights && !hasGroups,
      unit: hasGroups ? "group" : "row")
    return EvaluatedSlice(
      definition: definition, part: side.part, rest: rest.part,
      shareOfRows: all == 0 ? 0 : Double(side.part.rows) / Double(all),
      absentLabelCount: side.absentLabelCount,
      accuracyDifference: comparison.difference,
      primaryDifference: primary.name == ClassificationMetric.accuracy.name
        ? comparison.difference : primaryDifference(side.part, rest.part),
      pValue: comparison.pValue, adjustedPValue: comparison.pValue)
  }

  private var hasGroups: Bool { predictions.batches.contains { $0.groups != nil } }

  private func primaryDifference(_ part: SlicePart, _ rest: SlicePart) -> SliceDifference {
    guard let one = part.metrics.first(where: { $0.name == primary.name }),
      let other = rest.metrics.first(where: { $0.name == primary.name })
    else { return SliceDifference(undefined: "the metric does not apply") }
    guard let value = one.value.number else {
      return SliceDifference(undefined: "in the slice \(one.value.reason ?? "it is undefined")")
    }
    guard let otherValue = other.value.number else {
      return SliceDifference(undefined: "in the rest \(other.value.reason ?? "it is undefined")")
    }
    let interval: IntervalResult =
      if hasGroups {
        .undefined("rows of a group may be on both sides")
      } else if let interval = one.interval.interval, let otherInterval = other.interval.interval {
        .interval(.difference(of: value, interval, minus: otherValue, otherInterval))
      } else {
        .undefined(one.interval.reason ?? other.interval.reason ?? "it has no interval")
      }
    return SliceDifference(value: .value(value - otherValue), interval: interval)
  }
}
