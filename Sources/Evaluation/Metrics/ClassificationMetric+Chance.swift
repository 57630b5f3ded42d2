extension ClassificationMetric {
  /// How the 95 % interval of a metric is found.
  ///
  /// ```swift
  /// ClassificationMetric(
  ///   name: "cost", title: "Cost", direction: .lowerIsBetter, range: 0...5, needs: .labels(.singleLabel),
  ///   formula: "Σ w · 5 [a sick row was passed over] / Σ w", source: "the house",
  ///   chance: .mean(RowTerm { batch, _ in (0..<batch.count).map { cost(batch.truth[$0], batch.predicted[$0]) } }),
  ///   compute: …)
  /// ```
  ///
  /// What is said here is about rows that count alike and are independent. Where rows have weights or belong
  /// to groups, every metric but those of ``none(_:)`` gets its interval from a bootstrap of rows or of whole
  /// groups.
  public indirect enum Chance: Sendable {
    /// There is none, for this reason: a clause without full stop.
    case none(String)
    /// The metric is the share of rows of which the term is 1; of others it is 0.
    ///
    /// The score interval of a proportion (``Interval/Method/wilson``).
    case proportion(RowTerm)
    /// The metric is the mean of a term that every row has.
    ///
    /// The mean ± 1.96 standard errors of it, cut at the ends of the metric's range
    /// (``Interval/Method/standardError``); undefined below two rows.
    case mean(RowTerm)
    /// The metric is a smooth function of ``ClassificationStatistics/labelCounts``, and of the weights of all
    /// and of the right rows; it reads nothing else.
    ///
    /// A bootstrap of the cells of truth × prediction (``Interval/Method/bootstrap``), or the delta method
    /// (``Interval/Method/delta``) where cells × resamples exceed 5·10⁶. `gradient` gives the function's
    /// partial derivatives; without it they are found numerically, which takes labels² steps.
    case counts(gradient: (@Sendable (ClassificationStatistics) -> CountGradient)?)
    /// The metric is a smooth function of the mean log loss or squared error beside counts; the closure gives, for each
    /// row, n times what one more such row would change, which has a mean of 0.
    ///
    /// The delta method (``Interval/Method/delta``).
    case influence(@Sendable (ClassificationStatistics) -> RowTerm)
    /// The metric follows from ``ClassificationStatistics/rankings`` and ``ClassificationStatistics/microRanking``,
    /// beside counts; the closure says what interval the statistics hold for it.
    case ranking(@Sendable (ClassificationStatistics) -> IntervalResult)
    /// It depends on whether each row has one label, or may have several.
    case byTask(oneLabel: Chance, labelSets: Chance)
  }
}

extension ClassificationMetric.Chance {
  /// What holds for a task: never ``byTask(oneLabel:labelSets:)``.
  func of(_ task: ClassificationTask) -> Self {
    guard case .byTask(let oneLabel, let labelSets) = self else { return self }
    return (task == .multilabel ? labelSets : oneLabel).of(task)
  }

  /// Whether the metric follows from rankings.
  var isRanking: Bool {
    if case .ranking = self { true } else { false }
  }

  /// Whether the interval of rows that count alike takes the rows themselves, beside sums over them.
  func readsRows(of task: ClassificationTask) -> Bool {
    switch self {
    case .none: false
    case .proportion(let term), .mean(let term): term.summed == nil
    case .counts: task == .multilabel
    case .ranking, .influence: true
    case .byTask: of(task).readsRows(of: task)
    }
  }

  /// What a ranking metric has before anybody measures its chance.
  static let unmeasuredRanking = Self.ranking { _ in .undefined(unknown) }

  /// Why a metric has no interval for which nobody knows a formula.
  static let unknown = "no interval is known for it"
}
