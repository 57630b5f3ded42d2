/// How a hyperparameter was changed on the way from a parent to the job that goes on from it.
public enum JobFactor: Hashable, Sendable {
  /// The parent's value was multiplied by this, which is finite; rounding and bounds may have moved the product.
  case times(Double)
  /// The value was drawn anew from its distribution, whatever the parent's was.
  case resampled
}
