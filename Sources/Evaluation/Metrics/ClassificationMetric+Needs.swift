extension ClassificationMetric {
  /// What a metric needs of the predictions.
  public struct Needs: Hashable, Sendable {
    /// The tasks it is meant for.
    public var tasks: Set<ClassificationTask>
    /// What it reads of each row.
    public var input: Input
    /// What it is computed from.
    public var basis: Basis
    /// The fewest labels with which it says anything; of fewer it is not computed.
    public var fewestLabels = 1
    /// Of which of the averages over labels it needs the interval; nil for none.
    var average: InfluenceLane?

    /// What a metric reads of each row.
    public enum Input: Hashable, Sendable {
      /// The true and the predicted labels.
      case labels
      /// A score for some label; it need not be a probability.
      case scores
      /// A probability for every label; where one row has one label, they sum to 1.
      case probabilities
    }

    /// What a metric is computed from, once rows have been added up.
    public enum Basis: Hashable, Sendable {
      /// Sums over rows, so that rows need not be kept.
      case sums
      /// ``ClassificationStatistics/predictions``: the rows themselves.
      case rows
      /// How scores rank the rows for each label alone, ``ClassificationStatistics/rankings``, but not
      /// ``LabelRanking/pairAreas``; and the rows themselves, if it likes.
      case labelRankings
      /// The same, and ``LabelRanking/pairAreas`` and ``ClassificationStatistics/microRanking`` too.
      case rankings
    }

    /// Needs the true and the predicted labels; by default, sums over them.
    public static func labels(
      _ tasks: Set<ClassificationTask> = Set(ClassificationTask.allCases), from basis: Basis = .sums
    ) -> Needs {
      Needs(tasks: tasks, input: .labels, basis: basis)
    }

    /// Needs a score for some label.
    public static func scores(_ tasks: Set<ClassificationTask>, from basis: Basis = .rankings) -> Needs {
      Needs(tasks: tasks, input: .scores, basis: basis)
    }

    /// Needs a probability for every label, and at least so many labels.
    public static func probabilities(
      _ tasks: Set<ClassificationTask>, from basis: Basis = .rankings, fewestLabels: Int = 1
    ) -> Needs {
      Needs(tasks: tasks, input: .probabilities, basis: basis, fewestLabels: fewestLabels)
    }
  }
}

extension Set<ClassificationTask> {
  /// One row, one label.
  public static var singleLabel: Self { [.binary, .multiclass] }
}
