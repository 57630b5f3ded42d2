extension LabelMeasure {
  /// The unweighted mean over labels.
  var macro: ClassificationMetric {
    metric(
      "macro", "macro", formula: "mean over all labels of \(formula), undefined ones as 0",
      chance: .counts(gradient: macroGradient)
    ) { statistics in
      let rates = rates(statistics)
      return .value(rates.reduce(0, +) / Double(rates.count))
    }
  }

  /// The rate of the counts of all labels together.
  var micro: ClassificationMetric {
    metric(
      "micro", "micro", formula: "\(formula), each summed over all labels first",
      chance: .byTask(
        oneLabel: isAccuracyInMicro ? .proportion(.right) : .counts(gradient: microGradient),
        labelSets: .counts(gradient: microGradient))
    ) { statistics in
      let part = statistics.labelCounts.reduce(0) { $0 + self.part($1) }
      let whole = statistics.labelCounts.reduce(0) { $0 + self.whole($1) }
      return .ratio(part, whole, else: "no row that counts has a label to count")
    }
  }

  /// The mean over labels, weighted by how many rows have the label.
  var weighted: ClassificationMetric {
    metric(
      "weighted", "weighted",
      formula: "mean over all labels of \(formula), undefined ones as 0, weighted by tp + fn",
      chance: .counts(gradient: weightedGradient)
    ) { statistics in
      let supports = statistics.labelCounts.map(\.support)
      let sum = zip(rates(statistics), supports).reduce(0) { $0 + $1.0 * $1.1 }
      return .ratio(sum, supports.reduce(0, +), else: "no row that counts has a label")
    }
  }

  /// The mean over rows of the rate of the row's label sets.
  var perSample: ClassificationMetric {
    metric(
      "samples", "per row", tasks: [.multilabel],
      formula: "mean over rows of \(formula) of the row's labels, undefined ones as 0",
      chance: .mean(.sets(sampleMean, samples))
    ) { statistics in
      guard let averages = statistics.samples else { return .undefined("each row has one label") }
      return .value(samples(averages))
    }
  }

  private func metric(
    _ suffix: String, _ average: String, tasks: Set<ClassificationTask> = Set(ClassificationTask.allCases),
    formula: String, chance: ClassificationMetric.Chance,
    compute: @escaping @Sendable (ClassificationStatistics) -> MetricValue
  ) -> ClassificationMetric {
    ClassificationMetric(
      name: "\(name)_\(suffix)", title: "\(title), \(average)", needs: .labels(tasks), formula: formula,
      source: (source ?? "scikit-learn \(name)_score") + ", average='\(suffix)'", chance: chance,
      compute: compute)
  }
}
