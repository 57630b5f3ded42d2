import Diagnostics

/// The problems of the rows of one piece: the first few of each kind in words, the others counted.
struct RowProblems: Sendable {
  private var kept: [RowProblem] = []
  private var counts = [Int](repeating: 0, count: RowProblem.Kind.allCases.count)

  /// Whether the words of another problem of this kind would be kept.
  func keepsMore(of kind: RowProblem.Kind) -> Bool {
    counts[kind.rawValue] < DiagnosticLog.limitPerKindAndFile
  }

  /// Adds a problem; its words are made only if they are kept.
  mutating func add(_ kind: RowProblem.Kind, _ problem: () -> RowProblem) {
    if keepsMore(of: kind) { kept.append(problem()) }
    counts[kind.rawValue] += 1
  }

  /// Adds all to the log of the file.
  func report(to log: inout DiagnosticLog, path: String, firstLine: Int) {
    for problem in kept { log.add(problem.diagnostic(path: path, firstLine: firstLine)) }
    for kind in RowProblem.Kind.allCases {
      let hidden = counts[kind.rawValue] - kept.count { $0.kind == kind }
      if hidden > 0 { log.count(hidden, of: kind.diagnosticKind, path: path) }
    }
  }
}
