extension SliceEvaluation {
  /// The slices that may be published, in their order.
  ///
  /// The value of an attribute in fewer than ``EvaluatedSlice/smallestRows`` rows is close to the content of an
  /// example, as the column may be anything. So it is published only where that is. An expression is the
  /// author's own.
  package func published(with examples: ExamplePolicy) -> [EvaluatedSlice] {
    guard examples != .full else { return slices }
    return slices.filter { slice in
      guard slice.isSmall, case .attribute = slice.definition else { return true }
      return false
    }
  }
}
