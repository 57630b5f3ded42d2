/// What a classifier was asked to decide for each row.
public enum ClassificationTask: String, Hashable, Sendable, CaseIterable {
  /// One of two labels, one of which is the positive one.
  case binary
  /// One of several labels.
  case multiclass
  /// Any number of labels, none included.
  case multilabel
}
