/// The differences of all metrics of ranking, but for pooled ones, between two classifiers asked about the same rows.
///
/// The area of one label is compared as ``CorrelatedAreas`` does, everything else by what each row moves the candidate's
/// number by, less what it moves the baseline's: the variance of the difference is Σ (ψ − mean ψ)² / n (n − 1).
struct RankingDifferences: Sendable {
  private var differences: [String: RankingDifference] = [:]

  /// The difference of the metric with this name; nil unless it is one of those compared here.
  subscript(name: String) -> RankingDifference? { differences[name] }

  /// The differences between a candidate and a baseline, whose rows are the same in the same order.
  ///
  /// - Precondition: Both have the same task, labels, truths and weights, and probabilities for every label.
  /// - Complexity: Linear in rows × labels.
  init(candidate: Predictions, baseline: Predictions) {
    let schema = candidate.schema
    precondition(
      candidate.count == baseline.count && schema.labels == baseline.schema.labels
        && schema.task == baseline.schema.task, "both classifiers are about the same rows")
    switch schema.task {
    case .binary:
      compare(candidate, baseline, label: schema.positive ?? schema.labels.count - 1)
    case .multiclass:
      compare(
        candidate, baseline,
        [
          (.area, "roc_auc_ovr_macro"), (.weightedArea, "roc_auc_ovr_weighted"),
          (.precision, "average_precision_macro"), (.weightedPrecision, "average_precision_weighted"),
          (.pairArea, "roc_auc_ovo_macro"), (.weightedPairArea, "roc_auc_ovo_weighted"),
        ])
    case .multilabel:
      compare(
        candidate, baseline,
        [
          (.area, "roc_auc_macro"), (.weightedArea, "roc_auc_weighted"),
          (.precision, "average_precision_macro"), (.weightedPrecision, "average_precision_weighted"),
        ])
    }
  }

  private mutating func compare(_ candidate: Predictions, _ baseline: Predictions, label: Int) {
    let schema = candidate.schema
    guard !schema.hasWeights, let first = Placements(candidate, label: label),
      let second = Placements(baseline, label: label)
    else {
      let reason =
        schema.hasWeights
        ? "rows have weights" : "\(schema.labels[label].quoted) is true of all rows or of none"
      for name in ["roc_auc", "average_precision"] {
        differences[name] = RankingDifference(.undefined(reason), reason: reason)
      }
      return
    }
    do throws(UndefinedReason) {
      differences["roc_auc"] = try CorrelatedAreas(candidate: first, baseline: second).difference
      differences["average_precision"] = Self.precisionDifference(first, second)
    } catch {
      let area = (first.sums.area ?? 0) - (second.sums.area ?? 0)
      let precision = (first.sums.averagePrecision ?? 0) - (second.sums.averagePrecision ?? 0)
      differences["roc_auc"] = RankingDifference(.value(area), reason: error.reason)
      differences["average_precision"] = RankingDifference(.value(precision), reason: error.reason)
    }
  }

  private static func precisionDifference(_ candidate: Placements, _ baseline: Placements)
    -> RankingDifference
  {
    // In steps of 2⁻⁴⁰, so that sums do not depend on the order of rows; influences are below 2⁷.
    var sum: Int128 = 0
    var squares: Int128 = 0
    for row in candidate.halves.indices {
      let change = candidate.precisionInfluences[row] - baseline.precisionInfluences[row]
      let steps = Int128((change * 0x1p40).rounded())
      sum += steps
      squares += steps * steps
    }
    let rows = Double(candidate.halves.count)
    let scatter = Double(squares * Int128(rows) - sum * sum) * 0x1p-80 / rows
    let share = Double(candidate.positives) / rows
    return RankingDifference(
      (candidate.sums.averagePrecision ?? 0) - (baseline.sums.averagePrecision ?? 0),
      variance: scatter / (share * share) / (rows * (rows - 1)), method: .influencePaired,
      count: candidate.halves.count)
  }

  private mutating func compare(
    _ candidate: Predictions, _ baseline: Predictions, _ names: [(InfluenceLane, String)]
  ) {
    let supports = candidate.supports
    let labels = Array(candidate.schema.labels.indices)
    let first = LabelRanker(candidate, supports: supports, averages: true)
    let second = LabelRanker(baseline, supports: supports, averages: true)
    let rankings = (first.rankings(of: labels), second.rankings(of: labels))
    let averages = (
      RankingAverages(rankings.0, supports: supports), RankingAverages(rankings.1, supports: supports)
    )
    let variances: [Double]
    let problem: String
    do throws(UndefinedReason) {
      let influences = (try first.finish(rankings.0), try second.finish(rankings.1))
      variances = influences.0.variances(candidate, less: influences.1)
      problem = ""
    } catch {
      variances = []
      problem = error.reason
    }
    for (lane, name) in names {
      guard let one = averages.0[lane].number, let other = averages.1[lane].number else {
        let reason = averages.0[lane].reason ?? averages.1[lane].reason ?? problem
        differences[name] = RankingDifference(.undefined(reason), reason: reason)
        continue
      }
      differences[name] =
        variances.isEmpty
        ? RankingDifference(.value(one - other), reason: problem)
        : RankingDifference(
          one - other, variance: variances[lane.rawValue], method: .influencePaired, count: candidate.count)
    }
  }
}

extension Predictions {
  /// The weight of the rows with each label.
  var supports: [Double] {
    var supports = [Double](repeating: 0, count: schema.labels.count)
    for batch in batches {
      for row in 0..<batch.count {
        let weight = schema.hasWeights ? batch.weights[row] : 1
        if schema.task == .multilabel {
          let start = row * supports.count
          for label in supports.indices where batch.truthSets[start + label] != 0 {
            supports[label] += weight
          }
        } else {
          supports[Int(batch.truth[row])] += weight
        }
      }
    }
    return supports
  }
}
