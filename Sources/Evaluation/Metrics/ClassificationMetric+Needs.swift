extension ClassificationMetric {
  /// What a metric needs of the predictions.
  public struct Needs: Hashable, Sendable {
    /// The tasks it is meant for.
    public var tasks: Set<ClassificationTask>
    /// What it reads of each row.
    public var input: Input
    /// The fewest labels with which it says anything.
    public var fewestLabels = 1

    /// What a metric reads of each row.
    public enum Input: Hashable, Sendable {
      /// The true and the predicted labels.
      case labels
      /// A score for some label; it need not be a probability.
      case scores
      /// A probability for every label; where one row has one label, they sum to 1.
      case probabilities
    }

    /// Needs the true and the predicted labels.
    public static func labels(_ tasks: Set<ClassificationTask> = Set(ClassificationTask.allCases)) -> Needs {
      Needs(tasks: tasks, input: .labels)
    }

    /// Needs a score for some label.
    public static func scores(_ tasks: Set<ClassificationTask>) -> Needs {
      Needs(tasks: tasks, input: .scores)
    }

    /// Needs a probability for every label, and at least so many labels.
    public static func probabilities(_ tasks: Set<ClassificationTask>, fewestLabels: Int = 1) -> Needs {
      Needs(tasks: tasks, input: .probabilities, fewestLabels: fewestLabels)
    }
  }
}

extension Set<ClassificationTask> {
  /// One row, one label.
  public static var singleLabel: Self { [.binary, .multiclass] }
}
