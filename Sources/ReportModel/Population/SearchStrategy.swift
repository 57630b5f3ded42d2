import Diagnostics
import Markup

/// How a search chooses hyperparameters, in words.
enum SearchStrategy {
  /// The strategy’s name for people: `population-based training`, `successive halving (ASHA)`, else as it is written.
  static func name(_ strategy: String) -> String {
    switch ExactString(strategy) {
    case "pbt": "population-based training"
    case "asha": "successive halving (ASHA)"
    default: Wording.label(strategy)
    }
  }

  /// A search of this strategy, as a sentence names one: `a random search`, `population-based training`.
  static func search(_ strategy: String) -> String {
    ["pbt", "asha"].contains(ExactString(strategy)) ? name(strategy) : "a \(Wording.label(strategy)) search"
  }

  /// How large a search that goes on from earlier runs is: `20 members, 10 generations`, or
  /// `27 trials over epochs, 1 to 81 by 3`.
  static func extent(_ view: PopulationView) -> String {
    let lineage = view.lineage
    let members = view.members(lineage.members.count)
    guard lineage.kind == .halving else {
      return "\(members), \(view.generations(lineage.generations.count))"
    }
    guard let budget = HalvingBudget(view), let first = lineage.generations.first,
      let last = lineage.generations.last
    else { return "\(members), \(view.generations(lineage.generations.count))" }
    let factor = budget.factor.map { " by \(Wording.number($0))" } ?? ""
    let span =
      first == last ? budget.text(first) : "\(budget.text(first)) to \(budget.text(last))\(factor)"
    return "\(members) over \(budget.label), \(span)"
  }
}
