extension Predictions {
  /// The predictions of the rows of a slice, as ``selecting(rows:)`` gives them.
  ///
  /// - Throws: ``SliceExpressionError`` at a column that the predictions do not have, or whose values are numbers
  ///   where a text must be.
  public func selecting(_ slice: SliceExpression) throws(SliceExpressionError) -> Predictions {
    selecting(offsets: try SliceMatcher(slice, self).offsets())
  }

  /// Why a slice cannot be made of these predictions, found without looking at a row; nil if it can.
  ///
  /// - Complexity: Linear in the columns and the length of the expression.
  public func problem(of slice: SliceExpression) -> SliceExpressionError? {
    do {
      _ = try SliceMatcher(slice, self)
      return nil
    } catch {
      return error
    }
  }
}
