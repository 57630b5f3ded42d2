/// What makes a run the one that another is compared with.
package enum BaselineRole: Hashable, Sendable {
  /// `assay.yaml` names it.
  case named
  /// It is the best of those that were tested on the same examples.
  case best
  /// The other is the best, and it is the next.
  case runnerUp
  /// It is the oldest, where it is not known which run is best.
  case oldest

  /// The word for a link: `baseline`, `best`, `runner-up`, `oldest`.
  package var word: String {
    switch self {
    case .named: "baseline"
    case .best: "best"
    case .runnerUp: "runner-up"
    case .oldest: "oldest"
    }
  }

  /// The name of the fact that says how both differ.
  var factName: String {
    switch self {
    case .named: "Against baseline"
    case .best: "Against the best"
    case .runnerUp: "Against the runner-up"
    case .oldest: "Against the oldest"
    }
  }
}
