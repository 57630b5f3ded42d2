import ChartKit
import Diagnostics
import Markup
import RunModel

/// How much the rungs of successive halving may spend, as the hyperparameter of ``SearchProvenance/resource`` says.
struct HalvingBudget: Hashable, Sendable {
  /// The hyperparameter’s name: `epochs`.
  let name: ExactString
  /// What each rung spends, by the rung; only rungs whose runs agree.
  let amounts: [Int: Double]

  /// The budget of a search; nil where its runs name no hyperparameter, or none has it as a number.
  ///
  /// - Complexity: Linear in the number of runs.
  init?(_ view: PopulationView) {
    let lineage = view.lineage
    guard
      let said = lineage.nodes.indices.lazy.compactMap({
        view.run($0).provenance[SearchProvenance.resource]
      }).first(where: { !$0.isEmpty })
    else { return nil }
    name = ExactString(said)
    var found: [Int: Set<Double>] = [:]
    for position in lineage.nodes.indices {
      let rung = lineage.nodes[position].entry.generation
      guard let amount = view.run(position).params[name]?.number, amount.isFinite else { continue }
      found[rung, default: []].insert(amount)
    }
    amounts = found.compactMapValues { $0.count == 1 ? $0.first : nil }
    guard !amounts.isEmpty else { return nil }
  }

  /// The name as tables have it.
  var label: String { Wording.label(name.text) }

  /// What a rung spends, in words.
  func text(_ rung: Int) -> String {
    amounts[rung].map { ParameterSetting.number($0).text } ?? "—"
  }

  /// By how many times each rung spends more than the one before, where that is the same whole number for all but the
  /// last, which may be capped; nil otherwise.
  var factor: Int? {
    let ordered = amounts.keys.sorted().compactMap { amounts[$0] }
    let ratios = zip(ordered, ordered.dropFirst()).map { $0 > 0 ? $1 / $0 : 0 }
    guard let first = ratios.first, first > 1, first < 1e6, first == first.rounded(),
      ratios.dropLast().allSatisfy({ $0 == first }), (ratios.last ?? first) <= first
    else { return nil }
    return Int(first)
  }
}
