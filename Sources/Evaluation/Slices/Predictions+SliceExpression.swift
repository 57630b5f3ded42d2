extension Predictions {
  /// The predictions of the rows of a slice, as ``selecting(rows:)`` gives them.
  ///
  /// - Throws: ``SliceExpressionError`` at a column that the predictions do not have, or whose values are numbers
  ///   where a text must be.
  public func selecting(_ slice: SliceExpression) throws(SliceExpressionError) -> Predictions {
    selecting(offsets: try SliceMatcher(slice, self).offsets())
  }
}
