import Diagnostics
import Evaluation
import TestSupport
import Testing

/// What holds for every metric, whatever the predictions.
struct MetricLawTests {
  /// Every metric stands in one of these lists; a new one has to be put in its place.
  static let symmetricUnderRelabelling: Set<String> = [
    "accuracy", "balanced_accuracy", "matthews_corrcoef", "cohen_kappa", "hamming_loss", "log_loss",
    "brier_score",
    "precision_macro", "precision_micro", "precision_weighted", "precision_samples",
    "recall_macro", "recall_micro", "recall_weighted", "recall_samples",
    "f1_macro", "f1_micro", "f1_weighted", "f1_samples",
    "jaccard_macro", "jaccard_micro", "jaccard_weighted", "jaccard_samples",
    "f0.5_macro", "f0.5_micro", "f0.5_weighted", "f2_macro", "f2_micro", "f2_weighted",
    "roc_auc_ovr_macro", "roc_auc_ovr_weighted", "roc_auc_ovr_micro", "roc_auc_ovo_macro",
    "roc_auc_ovo_weighted", "roc_auc_macro", "roc_auc_weighted", "roc_auc_micro",
    "average_precision_macro", "average_precision_micro", "average_precision_weighted",
    "top_3_accuracy", "top_5_accuracy", "d2_log_loss", "d2_brier_score",
    "label_ranking_average_precision", "coverage_error", "label_ranking_loss",
    "expected_calibration_error_classwise",
  ]
  /// These take the first of the largest probabilities, so that the order of labels matters where some are
  /// equal.
  static let aboutTheFirstLargest: Set<String> = [
    "expected_calibration_error", "expected_calibration_error_equal_mass", "maximum_calibration_error",
  ]
  /// These are about one label; they follow it to its new place.
  static let aboutThePositiveLabel: Set<String> = ["roc_auc", "average_precision"]

  static let inputs: [(ClassificationTask, Bool, UInt64)] = ClassificationTask.allCases.flatMap { task in
    [false, true].flatMap { isWeighted in (1...3).map { (task, isWeighted, $0) } }
  }

  private static let options = EvaluationOptions(chance: .off)

  /// Enough labels for every metric.
  private func random(
    _ task: ClassificationTask, rows: Int = 60, isWeighted: Bool, seed: UInt64
  ) -> RandomPredictions {
    RandomPredictions(
      task, rows: rows, labelCount: task == .multiclass ? 7 : 4, isWeighted: isWeighted, seed: seed)
  }

  private func near(
    _ left: Predictions, _ right: Predictions, _ law: String, except names: Set<String> = [],
    order: [Int]? = nil
  ) {
    let (first, second) = (left.evaluate(Self.options), right.evaluate(Self.options))
    #expect(first.metrics.map(\.name) == second.metrics.map(\.name))
    for (one, other) in zip(first.metrics, second.metrics) where !names.contains(one.name) {
      #expect(agree(one.value, other.value.number), "\(law): \(one.name) \(one.value) \(other.value)")
    }
    for (place, label) in second.perLabel.enumerated() {
      let original = first.perLabel[order?[place] ?? place]
      #expect(agree(original.brierScore, label.brierScore.number))
      for rate in LabelRate.all {
        let (one, other) = (original.rate(rate), label.rate(rate))
        #expect(agree(one, other.number), "\(law): \(rate.name) \(one) \(other)")
      }
    }
  }

  @Test func everyMetricIsPutToTheLaws() {
    let names = ClassificationTask.allCases.flatMap {
      random($0, isWeighted: false, seed: 1).predictions().evaluate(Self.options).metrics.map(\.name)
    }
    #expect(Set(names) == Set(MetricRegistry.standard.metrics.map(\.name)))
  }

  @Test func everyMetricIsInExactlyOneListOfLaws() {
    let names = Set(MetricRegistry.standard.metrics.map(\.name))
    let lists = [Self.symmetricUnderRelabelling, Self.aboutThePositiveLabel, Self.aboutTheFirstLargest]
    #expect(names == lists.reduce([]) { $0.union($1) })
    #expect(lists.map(\.count).reduce(0, +) == names.count)
  }

  @Test(arguments: inputs)
  func everyMetricLiesInItsRange(_ task: ClassificationTask, _ isWeighted: Bool, _ seed: UInt64) throws {
    let evaluation = random(task, isWeighted: isWeighted, seed: seed).predictions().evaluate(Self.options)
    #expect(evaluation.metrics.count >= 30)
    for result in evaluation.metrics {
      let metric = try #require(MetricRegistry.standard[result.name])
      let number = try #require(result.value.number, "\(result)")
      #expect(metric.range.contains(number), "\(result)")
    }
    for label in evaluation.perLabel {
      for rate in LabelRate.all {
        if let number = label.rate(rate).number { #expect(rate.range.contains(number), "\(rate.name)") }
      }
      #expect(label.brierScore.number.map { (0...1).contains($0) } == true)
    }
  }

  @Test(arguments: inputs)
  func theOrderOfRowsDoesNotMatter(_ task: ClassificationTask, _ isWeighted: Bool, _ seed: UInt64) {
    let original = random(task, isWeighted: isWeighted, seed: seed)
    var shuffled = original
    var generator = SeededGenerator(seed: seed)
    shuffled.rows.shuffle(using: &generator)
    near(original.predictions(), shuffled.predictions(), "order of rows")
    if !isWeighted {
      #expect(
        original.predictions().evaluate(Self.options).metrics
          == shuffled.predictions().evaluate(Self.options).metrics)
    }
  }

  @Test(arguments: inputs)
  func theOrderOfLabelsDoesNotMatter(_ task: ClassificationTask, _ isWeighted: Bool, _ seed: UInt64) {
    let original = random(task, isWeighted: isWeighted, seed: seed)
    let order: [Int] =
      switch task {
      case .binary: [1, 0]
      case .multiclass: [2, 0, 6, 3, 1, 5, 4]
      case .multilabel: [2, 0, 3, 1]
      }
    near(
      original.predictions(), original.reorderingLabels(order).predictions(), "order of labels",
      except: Self.aboutTheFirstLargest, order: order)
    let untied = original.withoutTies(seed: seed)
    near(
      untied.predictions(), untied.reorderingLabels(order).predictions(), "order of labels without ties",
      order: order)
  }

  @Test(arguments: inputs)
  func theNamesOfLabelsDoNotMatterWithoutTies(_ task: ClassificationTask, _ isWeighted: Bool, _ seed: UInt64)
  {
    let original = random(task, isWeighted: isWeighted, seed: seed).withoutTies(seed: seed)
    var renamed = original
    renamed.schema.labels = original.schema.labels.indices.map { ExactString("\(9 - $0)") }
    near(original.predictions(), renamed.predictions(), "names of labels")
  }

  @Test(arguments: ClassificationTask.allCases, [1, 2, 3] as [UInt64])
  func aWeightOfTwoIsTheRowTwice(_ task: ClassificationTask, _ seed: UInt64) {
    var weighted = random(task, isWeighted: true, seed: seed)
    for row in weighted.rows.indices { weighted.rows[row].weight = Double(row % 4) }
    var repeated = weighted
    repeated.schema.hasWeights = false
    repeated.rows = weighted.rows.flatMap { [RandomPredictions.Row](repeating: $0, count: Int($0.weight)) }
    near(weighted.predictions(), repeated.predictions(), "weight of two")
  }

  @Test(arguments: inputs)
  func multiplyingAllWeightsChangesNothing(_ task: ClassificationTask, _ isWeighted: Bool, _ seed: UInt64) {
    let original = random(task, isWeighted: true, seed: seed)
    var scaled = original
    for row in scaled.rows.indices { scaled.rows[row].weight *= 3.7 }
    near(original.predictions(), scaled.predictions(), "scale of weights")
  }

  @Test(arguments: inputs)
  func anySplitGivesTheWholeWithTheSameBits(_ task: ClassificationTask, _ isWeighted: Bool, _ seed: UInt64) {
    let original = random(task, rows: 97, isWeighted: isWeighted, seed: seed)
    let whole = original.predictions()
    for sizes in [[1, 96], [40, 0, 50, 7], [Int](repeating: 1, count: 97)] {
      let split = original.predictions(batchSizes: sizes)
      near(whole, split, "split")
      guard !isWeighted else { continue }
      #expect(
        whole.evaluate(Self.options).metrics
          == split.evaluate(Self.options).metrics)
      #expect(
        whole.evaluate(Self.options).perLabel
          == split.evaluate(Self.options).perLabel)
    }
  }

  @Test(arguments: [ClassificationTask.binary, .multiclass])
  func microAveragesOfSingleLabelsAreAccuracy(_ task: ClassificationTask) {
    let evaluation = RandomPredictions(task, seed: 4).predictions().evaluate(Self.options)
    for name in ["precision_micro", "recall_micro", "f1_micro"] {
      #expect(agree(evaluation[name], evaluation["accuracy"]?.number))
    }
  }
}
