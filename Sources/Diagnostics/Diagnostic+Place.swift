extension Diagnostic {
  /// The same problem, at `place` if nobody has said yet where it is.
  ///
  /// What is computed from a file knows nothing of the file; whoever read the file does.
  package func placed(at place: SourcePlace) -> Diagnostic {
    var diagnostic = self
    diagnostic.place = self.place ?? place
    return diagnostic
  }
}
