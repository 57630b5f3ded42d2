extension DelimitedCursor {
  /// What to report when the window ends within a record.
  ///
  /// At the end of the file only an open quote can be the reason, and that refuses the file.
  package func stopAtOpenEnd(isFileEnd: Bool) -> RecordStop {
    guard isFileEnd, let openQuote else { return .incomplete(next: rowStart, openQuote: openQuote) }
    return .refused(
      next: rowStart, offset: openQuote, found: "a quote that is not closed before the end of the file",
      expected: "a closing quote")
  }
}
